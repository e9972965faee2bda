/** The duel: labs probe each other's models, so often and no oftener; the referee judges by rule. */

import { lookUp } from '../../look-up.ts';
import type { Match, Team } from '../../match.ts';
import { fail, type Result } from '../../result.ts';
import { ownSlice } from '../../slices.ts';
import { done, wrongStage, type PlayerContext } from '../../stage.ts';
import { tidyAnswer } from '../../survey.ts';
import { ATTACK_GOALS, type AttackGoal } from '../../../evals/attacks.ts';
import { playingTeams } from '../../members.ts';
import {
  MAX_PROBE,
  MIN_PROBE,
  MOST_QUEUED,
  PROBES,
  type Probe,
  type ProbeResult,
  type TestSlice,
} from './state.ts';

export const probesOf = (match: Match): Probe[] => ownSlice<TestSlice>(match, 'test').probes;

/** Whether there are models of several labs, so that one can attack another. */
export function isDuel(match: Match): boolean {
  return playingTeams(match).filter(({ now }) => now.pretrain.run !== null).length > 1;
}

/** Probes that a lab has still to spend. */
function probesLeft(match: Match, teamId: string): number {
  return PROBES - probesOf(match).filter(({ byTeamId }) => byTeamId === teamId).length;
}

/** Puts a probe into the referee's queue. What is refused costs nothing. */
export function sendProbe(
  { match, player }: PlayerContext,
  wanted: { teamId: string; goal: AttackGoal; text: string },
): Result<void> {
  if (match.stage !== 'test') return wrongStage(match);
  const target = lookUp(match.teams, wanted.teamId);
  if (!target) return fail('lobby/no_such_team');
  if (target.id === player.teamId) return fail('test/own_lab');
  if (!target.now.test.examined) return fail('test/target_not_ready', { team: target.name });
  const text = tidyAnswer(wanted.text);
  if (text.length < MIN_PROBE || text.length > MAX_PROBE || !/\p{L}/u.test(text))
    return fail('test/bad_probe', { least: MIN_PROBE, most: MAX_PROBE });
  if (probesLeft(match, player.teamId) <= 0) return fail('test/no_probes', { count: PROBES });
  const waiting = probesOf(match).filter(({ outcome }) => outcome === null);
  if (waiting.length >= MOST_QUEUED || waiting.some(({ playerId }) => playerId === player.id))
    return fail('test/later');
  probesOf(match).push({
    /* Everybody sees it, so nothing in it says whose it is. */
    id: `probe-${match.sequence}`,
    playerId: player.id,
    byTeamId: player.teamId,
    teamId: target.id,
    goal: wanted.goal,
    text,
    outcome: null,
  });
  return done();
}

/** Probes of a lab's model that the referee has not put to it yet. */
export function waitingProbes(match: Match, teamId: string): Probe[] {
  return probesOf(match).filter((probe) => probe.teamId === teamId && probe.outcome === null);
}

/** Attacks on a lab's model that worked: kept, and asked again of every newer one. */
export function hitsOn(match: Match, teamId: string): Probe[] {
  return probesOf(match).filter((probe) => probe.teamId === teamId && probe.outcome?.hit === true);
}

export interface ProbeOutcome extends ProbeResult {
  id: string;
}

/** What came of probes; of one that is no longer there nothing is kept. */
export function recordProbes(match: Match, outcomes: readonly ProbeOutcome[]): void {
  for (const { id, ...outcome } of outcomes) {
    const probe = probesOf(match).find((each) => each.id === id);
    if (probe && probe.outcome === null) probe.outcome = outcome;
  }
}

/** Probes that nobody answered before the stage was over are taken back. */
export function dropWaiting(match: Match): void {
  const slice = ownSlice<TestSlice>(match, 'test');
  slice.probes = slice.probes.filter(({ outcome }) => outcome !== null);
}

/** How a lab did in the duel. */
export interface DuelCount {
  left: number;
  /** Different goals reached at different labs: the same trick twice is one. */
  points: number;
  /** Probes of its own model, and those of them that worked. */
  met: number;
  fell: number;
  /** The same of its hardened model alone. */
  metHardened: number;
  fellHardened: number;
}

export function countDuel(match: Match, { id }: Pick<Team, 'id'>): DuelCount {
  const answered = probesOf(match).filter(({ outcome }) => outcome !== null);
  const hits = answered.filter(({ outcome }) => outcome?.hit);
  const own = hits.filter(({ byTeamId }) => byTeamId === id);
  const isHardened = ({ teamId, outcome }: Probe): boolean => teamId === id && outcome?.isHardened === true;
  return {
    left: probesLeft(match, id),
    points: new Set(own.map(({ teamId, goal }) => `${teamId} ${ATTACK_GOALS.indexOf(goal)}`)).size,
    met: answered.filter(({ teamId }) => teamId === id).length,
    fell: hits.filter(({ teamId }) => teamId === id).length,
    metHardened: answered.filter(isHardened).length,
    fellHardened: hits.filter(isHardened).length,
  };
}
