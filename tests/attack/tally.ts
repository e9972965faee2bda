/** What an attack has come to so far, and how fast it may go on. */

import type { HttpAnswer } from './over-http.ts';

/** Findings of one kind: how many there are, and the first of them in words. */
export interface Findings {
  total: number;
  first: string[];
}

export interface Tally {
  requests: number;
  /** Answered with a no, or not at all. */
  refusals: number;
  accepted: number;
  /** How often each answer came. */
  outcomes: Map<string, number>;
  /** Changes of a match, or of what all objects inherit, that no accepted move explains. */
  stateChanges: Findings;
  /** Answers of 5xx. */
  serverErrors: Findings;
  /** What was let in and should not have been. */
  breaches: Findings;
}

/** Kept of each kind of finding: enough to see what it is. */
const MOST_FINDINGS = 20;

export function createTally(): Tally {
  return {
    requests: 0,
    refusals: 0,
    accepted: 0,
    outcomes: new Map(),
    stateChanges: { total: 0, first: [] },
    serverErrors: { total: 0, first: [] },
    breaches: { total: 0, first: [] },
  };
}

export function note(findings: Findings, finding: string): void {
  findings.total++;
  if (findings.first.length < MOST_FINDINGS) findings.first.push(finding);
}

/** Counts one request with what became of it. */
export function count(tally: Tally, outcome: string, isRefused: boolean): void {
  tally.requests++;
  if (isRefused) tally.refusals++;
  else tally.accepted++;
  tally.outcomes.set(outcome, (tally.outcomes.get(outcome) ?? 0) + 1);
}

export function countAnswer(tally: Tally, what: string, { status, code, text, headers }: HttpAnswer): void {
  const isRefused = status === 0 || status >= 400 || headers['x-game-error'] !== undefined;
  count(tally, `${status}${code === null ? '' : ` ${code}`}`, isRefused);
  if (status >= 500) note(tally.serverErrors, `${what} -> ${status} ${text.slice(0, 200)}`);
}

export interface Pace {
  /** Grants up to so many requests, now or as soon as it is their time; 0 once all are spent. */
  take(most: number): Promise<number>;
  /** Takes back what was granted and could not be sent. */
  giveBack(grant: number): void;
  /** Whether requests go out as fast as they can just now. */
  isBursting(): boolean;
}

/** How long whoever waits for a grant sleeps at once. */
const NAP_MS = 20;

/** Spreads requests evenly over time, but for a burst in the middle of them that goes out as fast as it can. */
export function createPace(total: number, perSecond: number, burst: number): Pace {
  const burstFrom = Math.floor((total - burst) / 2);
  let granted = 0;
  let startMs = performance.now();
  const isBursting = (): boolean => granted >= burstFrom && granted < burstFrom + burst;
  const due = (): number => {
    if (isBursting()) return burstFrom + burst - granted;
    const ahead = granted >= burstFrom + burst ? burst : 0;
    const allowed = ahead + ((performance.now() - startMs) / 1000) * perSecond;
    const end = ahead > 0 || burst === 0 ? total : burstFrom;
    return Math.min(Math.floor(allowed), end) - granted;
  };
  return {
    isBursting,
    giveBack: (grant) => void (granted -= grant),
    async take(most) {
      for (;;) {
        if (granted >= total) return 0;
        const wasBursting = isBursting();
        const grant = Math.min(most, due());
        if (grant > 0) {
          granted += grant;
          /* The burst took no time that the others would have to make up for. */
          if (wasBursting && !isBursting())
            startMs = performance.now() - ((granted - burst) / perSecond) * 1000;
          return grant;
        }
        await new Promise((resolve) => setTimeout(resolve, NAP_MS));
      }
    },
  };
}
