/** Who works for a team in a training round: its devices, how far they are relied on, and the server as a stand-in. */

import type { Match, Team, TrainingRun, TrainingStage } from '../match.ts';
import type { Worker } from './round.ts';
import { SERVER_WORKER } from '../match.ts';
import { flopsPerToken } from '../../lm/flops.ts';
import type { ModelConfig } from '../../lm/config.ts';
import { lookUp, put } from '../look-up.ts';
import { membersOf } from '../members.ts';
import { isRunByBot } from '../quick.ts';
import { runsOf } from '../slices.ts';
import { BENCHMARK_CONFIG } from './model.ts';

/** Workers of one round at most. A lesson of fine-tuning or aligning is so short that sharing it out would only cost gradient steps. */
const MAX_WORKERS: Record<TrainingStage, number> = { pretrain: 8, 'fine-tune': 1, align: 1, test: 1 };
/** A device may turn out this many times as fast as its benchmark said; above that the clock was wrong, or the device lied. */
const MAX_OF_BENCHMARK = 2;
/** Share of the time left that training may plan to fill; the rest is network, averaging and noise. */
const CLOCK_SHARE = 0.7;
/** What a further device adds to a team's speed, as a share of its own: rounds wait for the slowest, and for transfers. */
const WORTH_OF_MORE = 0.5;
/** Rounds that a worker is left out at most. */
const LONGEST_REST = 8;
/** Assumed of the server for a bot's lab, and when no team has a device that trains: a weak laptop's speed with the benchmark's model. */
export const ASSUMED_TOKENS_PER_SECOND = 12_000;

export interface AbleWorker {
  playerId: string;
  /** With the team's own model. */
  rowsPerSecond: number;
}

/** The record of a worker of this run, begun when first asked for. */
export function workerOf(run: TrainingRun, playerId: string): Worker {
  const known = lookUp(run.workers, playerId);
  if (known) return known;
  const worker: Worker = {
    tokens: 0,
    updates: 0,
    lastRound: 0,
    strikes: 0,
    restsUntilRound: 0,
    rowsPerSecond: null,
  };
  put(run.workers, playerId, worker);
  return worker;
}

/** A worker missed or spoiled its part: it is left out of one round, then two, then four. */
export function strike(run: TrainingRun, playerId: string): void {
  const worker = workerOf(run, playerId);
  worker.strikes += 1;
  worker.restsUntilRound = run.roundsOpened + 1 + Math.min(LONGEST_REST, 2 ** (worker.strikes - 1));
}

/** A device that came back is asked at once, whatever it missed. */
export function showLife(match: Match, playerId: string): void {
  for (const team of Object.values(match.teams)) {
    for (const run of runsOf(team)) {
      const worker = lookUp(run.workers, playerId);
      if (worker) worker.restsUntilRound = 0;
    }
  }
}

/** Slower than this, a device needs twenty seconds for one step, and its whole team would wait for it. */
export const LEAST_TOKENS_PER_SECOND = 50;

/** The speed that a device is relied on for: none at all where it would only hold the others up. */
export function usableSpeed(tokensPerSecond: number): number {
  return tokensPerSecond < LEAST_TOKENS_PER_SECOND ? 0 : tokensPerSecond;
}

/** Tokens a second with the benchmark's model, as rows a second with the team's. */
function paceWith(config: ModelConfig, benchmarked: number): number {
  return (benchmarked * flopsPerToken(BENCHMARK_CONFIG)) / flopsPerToken(config) / config.contextLength;
}

/** Probed speeds of a team's devices that can train, fastest first; at most as many as may work at once. A bot's lab has the server. */
function speedsOf(match: Match, teamId: string): number[] {
  const members = membersOf(match, teamId);
  if (match.settings.quick !== null && members.length === 0) return [ASSUMED_TOKENS_PER_SECOND];
  return members
    .map((player) => player.device?.tokensPerSecond ?? 0)
    .filter((tokensPerSecond) => tokensPerSecond > 0)
    .sort((a, b) => b - a)
    .slice(0, MAX_WORKERS.pretrain);
}

function slowest(match: Match, speedOf: (fastest: number, others: number[]) => number): number {
  const speeds = Object.keys(match.teams).flatMap((id) => {
    const [fastest, ...others] = speedsOf(match, id);
    return fastest === undefined ? [] : [speedOf(fastest, others)];
  });
  return speeds.length > 0 ? Math.min(...speeds) : ASSUMED_TOKENS_PER_SECOND;
}

/** How fast the server trains for a team without a device: as the best one of the slowest team that has any. Of a quick match's labs it may have several. */
function serverSpeed(match: Match): number {
  const speed = slowestTeamAlone(match);
  return match.settings.quick === null ? speed : Math.min(speed, ASSUMED_TOKENS_PER_SECOND);
}

/** The best device of the slowest team. */
export function slowestTeamAlone(match: Match): number {
  return slowest(match, (fastest) => fastest);
}

/** All devices of the slowest team together, those after the first at half: what every team's compute budget is cut for. */
export function slowestTeamTogether(match: Match): number {
  return slowest(match, (fastest, others) =>
    others.reduce((sum, speed) => sum + WORTH_OF_MORE * speed, fastest),
  );
}

/**
 * As many workers, fastest first, as are needed to read these rows in `CLOCK_SHARE` of the seconds left; one where there
 * is no clock. At equal compute several workers learn a little less than one (shared/lm/LOG.md), so a big team must not be
 * made to use all its devices when fewer will do.
 */
export function asManyAsNeeded(
  workers: readonly AbleWorker[],
  rowsLeft: number,
  secondsLeft: number | null,
): AbleWorker[] {
  let rowsPerSecond = 0;
  const enough = workers.findIndex((worker) => {
    rowsPerSecond += worker.rowsPerSecond;
    return secondsLeft === null || rowsLeft / rowsPerSecond <= CLOCK_SHARE * secondsLeft;
  });
  return enough < 0 ? [...workers] : workers.slice(0, enough + 1);
}

/**
 * Who trains the next round, fastest first: every connected device of the team that can, but for those that missed or
 * spoiled a round lately. When somebody is there but nobody's device will do, the server trains in its place, no faster than the
 * slowest team's best device; for an empty team it does nothing, unless a bot runs that.
 */
export function workersFor(
  match: Match,
  team: Team,
  stage: TrainingStage,
  config: ModelConfig,
  nowMs: number,
): AbleWorker[] {
  const run = team.now[stage].run;
  const present = membersOf(match, team.id).filter(({ connected }) => connected);
  if (!run || (present.length === 0 && !isRunByBot(match, team, nowMs))) return [];
  const able = present
    .filter(({ device }) => (device?.tokensPerSecond ?? 0) > 0)
    .filter(({ id }) => (lookUp(run.workers, id)?.restsUntilRound ?? 0) <= run.roundsOpened + 1)
    .map(({ id, device }) => {
      const benchmarked = paceWith(config, device?.tokensPerSecond ?? 0);
      const seen = lookUp(run.workers, id)?.rowsPerSecond ?? benchmarked;
      return { playerId: id, rowsPerSecond: Math.min(seen, MAX_OF_BENCHMARK * benchmarked) };
    })
    .sort((a, b) => b.rowsPerSecond - a.rowsPerSecond)
    .slice(0, MAX_WORKERS[stage]);
  if (able.length > 0) return able;
  return [{ playerId: SERVER_WORKER, rowsPerSecond: paceWith(config, serverSpeed(match)) }];
}
