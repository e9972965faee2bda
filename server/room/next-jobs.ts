/** Decides what the server has to do next for a match; pure, so that every case is a small test. */

import type { Match, Team, TrainingStage } from '../../shared/game/match.ts';
import type { ProbeStatus } from '../../shared/game/stages/scale/probes.ts';
import { isRoundOver } from '../../shared/game/training/rounds.ts';
import { HOUSE_ID } from '../../shared/game/stages/arena/votes.ts';

/** Work for the referee's thread; it takes a while. */
export type Job =
  | { kind: 'text'; teamId: string }
  | { kind: 'layProbe'; teamId: string; probeId: string }
  | { kind: 'measureProbe'; teamId: string; probeId: string }
  | { kind: 'prepare'; teamId: string }
  | { kind: 'prepareTuning'; teamId: string }
  | { kind: 'samplePairs'; teamId: string }
  | { kind: 'prepareAlign'; teamId: string }
  | { kind: 'score'; teamId: string; stage: TrainingStage }
  /** Of all teams at once; under the House's name. */
  | { kind: 'arena'; teamId: typeof HOUSE_ID }
  | { kind: 'final'; teamId: string };

/** A round to share out among a team's devices, or to end; done at once. */
export interface RoundStep {
  kind: 'open' | 'close';
  teamId: string;
  stage: TrainingStage;
}

const TRAINING_STAGES: readonly TrainingStage[] = ['pretrain', 'fine-tune', 'align'];

/** The newest weights are still unscored; fine-tuning also wants the answers of the model it starts from. */
function wantsScore(team: Team, stage: TrainingStage): boolean {
  const run = team.runs[stage];
  if (!run) return false;
  if (stage === 'align' && team.alignment.wanted) return false;
  return run.scoredTokens < run.tokensUsed || (stage === 'fine-tune' && team.tuning === null);
}

/** The team's text comes before its probes, and a probe that is back before one that has yet to begin. */
function nextProbeJob(match: Match, team: Team): Job | null {
  const teamId = team.id;
  if (match.stage !== 'data' && match.stage !== 'scale') return null;
  if (!team.text) return team.plans.data ? { kind: 'text', teamId } : null;
  const withStatus = (status: ProbeStatus): string | undefined =>
    team.probes.find((probe) => probe.status === status)?.id;
  const trained = withStatus('trained');
  if (trained !== undefined) return { kind: 'measureProbe', teamId, probeId: trained };
  const asked = withStatus('asked');
  return asked === undefined ? null : { kind: 'layProbe', teamId, probeId: asked };
}

function nextJobOf(match: Match, team: Team): Job | null {
  const teamId = team.id;
  const probing = nextProbeJob(match, team);
  if (probing) return probing;
  if (!team.prepared || !team.runs.pretrain) {
    const decided = team.plans.data && team.plans.scale && match.budgetFlops !== null;
    return decided ? { kind: 'prepare', teamId } : null;
  }
  /* The verdict comes first: nothing is built on weights that may be taken back. */
  if (wantsScore(team, 'pretrain')) return { kind: 'score', teamId, stage: 'pretrain' };
  if (match.stage === 'fine-tune' && team.plans['fine-tune'] && !team.runs['fine-tune']) {
    return { kind: 'prepareTuning', teamId };
  }
  if (wantsScore(team, 'fine-tune')) return { kind: 'score', teamId, stage: 'fine-tune' };
  if (match.stage === 'align') {
    if (!team.alignment.before) return { kind: 'samplePairs', teamId };
    if (team.alignment.wanted) return { kind: 'prepareAlign', teamId };
    if (wantsScore(team, 'align')) return { kind: 'score', teamId, stage: 'align' };
  }
  /* Models don't change any more from the arena on, so the sealed test is taken while people vote. */
  const isOver = match.stage === 'debrief' || (match.stage === 'arena' && match.arena.sampled);
  return isOver && !team.results ? { kind: 'final', teamId } : null;
}

/**
 * One job for each team that has any and none under way. So a team's scoring never piles up: what is scored next is
 * always its newest model, and thirty teams take turns in the referee's queue.
 */
export function nextJobs(match: Match, busyTeamIds: ReadonlySet<string>): Job[] {
  if (match.stage === 'lobby') return [];
  const ofTeams = Object.values(match.teams).flatMap((team) => {
    const job = busyTeamIds.has(team.id) ? null : nextJobOf(match, team);
    return job ? [job] : [];
  });
  const { arena, stage } = match;
  /* Everybody's last model must stand before it is asked anything. */
  const isReady = Object.values(match.teams).every(
    (team) => !busyTeamIds.has(team.id) && nextJobOf(match, team) === null,
  );
  if (stage !== 'arena' || arena.sampled || arena.revealed || !isReady || busyTeamIds.has(HOUSE_ID)) {
    return ofTeams;
  }
  return [{ kind: 'arena', teamId: HOUSE_ID }];
}

/** Rounds that are over, and rounds to hand out in the current stage. In a pause only a round that is complete ends. */
export function nextRoundSteps(match: Match, nowMs: number): RoundStep[] {
  const stage = TRAINING_STAGES.find((candidate) => candidate === match.stage);
  if (!stage) return [];
  return Object.values(match.teams).flatMap((team): RoundStep[] => {
    const run = team.runs[stage];
    if (run?.status !== 'running') return [];
    if (!run.round) return [{ kind: 'open', teamId: team.id, stage }];
    const isComplete = run.round.shards.every(({ update }) => update !== null);
    if (!isComplete && (match.pausedAtMs !== null || !isRoundOver(match, run.round, nowMs))) return [];
    return [
      { kind: 'close', teamId: team.id, stage },
      { kind: 'open', teamId: team.id, stage },
    ];
  });
}
