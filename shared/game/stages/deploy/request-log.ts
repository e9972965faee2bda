/** The log of a lab's requests: who was answered what, by which version and filter, and which thumbs citizens gave; kept for a while only. */

import type { Random } from '../../../random.ts';
import type { Outcome } from '../../../serving/simulate.ts';
import type { Decision, LogEntry, OpenedRequest } from './state.ts';

/** Hours after which an entry is deleted. */
export const RETENTION_HOURS = 2;
/** Of the citizens who got something, the share that says how it was. */
export const THUMB_SHARE = 0.2;

/** What came of one request. */
export interface Logged {
  outcome: Outcome;
  got: OpenedRequest;
  isGood: boolean;
}

function decisionOf({ outcome, got }: Logged): Decision {
  if (outcome === 'gave-up' || outcome === 'turned-away') return 'lost';
  if (got.judgement === 'refused' || got.judgement === 'unsure') return got.judgement;
  return outcome === 'cached' ? 'cached' : 'answered';
}

/** The hour's entries, the most disliked first. */
export function writeLog(
  logged: readonly Logged[],
  { hour, version, filter }: Pick<LogEntry, 'hour' | 'version' | 'filter'>,
  random: Random,
): LogEntry[] {
  const entries = new Map<string, LogEntry>();
  for (const one of logged) {
    const decision = decisionOf(one);
    const { question, answer, harmless } = one.got;
    const key = JSON.stringify([decision, question, answer]);
    const said = decision === 'lost' ? '' : answer;
    const told = { hour, question, answer: said, version, filter, harmless, decision };
    const entry = entries.get(key) ?? { ...told, times: 0, up: 0, down: 0 };
    entry.times += 1;
    if (decision !== 'lost' && random.chance(THUMB_SHARE)) entry[one.isGood ? 'up' : 'down'] += 1;
    entries.set(key, entry);
  }
  return [...entries.values()].toSorted((a, b) => b.down - a.down || b.times - a.times);
}

/** The log after another hour, without what is too old. */
export function keepLog(log: readonly LogEntry[], next: readonly LogEntry[], hour: number): LogEntry[] {
  return [...next, ...log].filter((entry) => entry.hour > hour - RETENTION_HOURS);
}
