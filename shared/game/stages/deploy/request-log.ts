/** The log of a lab's requests: who was answered what, by which version and filter, and which thumbs citizens gave; kept for a while only. */

import type { Random } from '../../../random.ts';
import type { Outcome } from '../../../serving/simulate.ts';
import type { ReadLog } from '../../../serving/fines.ts';
import type { Decision, DeployPlan, LogEntry, OpenedRequest } from './state.ts';

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
    const { question, answer, harmless, kind } = one.got;
    const key = JSON.stringify([decision, question, answer]);
    const said = decision === 'lost' ? '' : answer;
    const isPersonal = PERSONAL.includes(kind);
    const told = { hour, question, answer: said, version, filter, harmless, decision, isPersonal };
    const entry = entries.get(key) ?? { ...told, times: 0, up: 0, down: 0 };
    entry.times += 1;
    if (decision !== 'lost' && random.chance(THUMB_SHARE)) entry[one.isGood ? 'up' : 'down'] += 1;
    entries.set(key, entry);
  }
  return [...entries.values()].toSorted((a, b) => b.down - a.down || b.times - a.times);
}

/** Questions in which somebody tells who they are, or of their own life. */
const PERSONAL: readonly OpenedRequest['kind'][] = ['told', 'forget', 'own-key'];

/** The log after another hour, without what is not to be kept. */
export function keepLog(
  log: readonly LogEntry[],
  next: readonly LogEntry[],
  { hour, retention }: { hour: number } & Pick<DeployPlan, 'retention'>,
): LogEntry[] {
  if (retention === 'none') return [];
  const all = [...next, ...log];
  return retention === 'ever' ? all : all.filter((entry) => entry.hour > hour - RETENTION_HOURS);
}

/** What whoever reads the log finds after so many hours. */
export function readLog(log: readonly LogEntry[], hours: number): ReadLog {
  const told = new Set(log.map(({ hour }) => hour));
  const personal = log.filter(({ isPersonal }) => isPersonal);
  return { missing: hours - told.size, personal: personal.reduce((sum, { times }) => sum + times, 0) };
}
