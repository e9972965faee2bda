/** What a job has at hand: the match, its models, the referee, and the way to tell the match what came of it. */

import { createRandom, hashSeed, type Random } from '../../shared/random.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import { generationOf } from '../../shared/game/schedule.ts';
import type { Match, Team, TrainingStage } from '../../shared/game/match.ts';
import type { SystemMove } from '../../shared/game/moves.ts';
import { logWarning } from '../log.ts';
import { SYSTEM, type MatchService } from '../match/authority.ts';
import type { TeamModel, TeamModels } from '../match/team-models.ts';
import type { MatchValues } from '../match/values.ts';
import type { RunTask } from '../referee/port.ts';
import type { MatchKey, MatchSeeds } from '../referee/tasks.ts';
import type { Probes } from './probes.ts';

export interface JobContext {
  readonly match: Match;
  readonly models: TeamModels;
  readonly values: MatchValues;
  readonly probes: Probes;
  readonly key: MatchKey;
  /** Asks the referee. Rejects when the match is over before it has answered, so that nothing is told to it then. */
  readonly ask: RunTask;
  /** Of the match: aborted when it is over. */
  readonly signal: AbortSignal;
  /** Tells the match what was found; a refusal is logged. */
  tell(move: SystemMove): void;
  /** These throw where there is no such thing: then the job came too early, which is a bug. */
  team(teamId: string): Team;
  model(teamId: string): TeamModel;
  /** They stay until the job is over, however far the run goes on meanwhile: what is found may make them a checkpoint. */
  weights(teamId: string, stage: TrainingStage, version: number): Float32Array;
  /** Chance from one of the match's seeds, the same again for the same purpose. */
  random(seed: keyof MatchSeeds, purpose: string): Random;
  /** The job is over, and what it told is written down. */
  end(): void;
}

/** Tells the match what the server found or saw; a refusal is logged. */
export function tell(service: MatchService, move: SystemMove): void {
  const result = service.submit(move, SYSTEM);
  if (!result.ok && !service.signal.aborted)
    logWarning(`match ${service.match.code}: ${move.type} was refused: ${result.error.code}`);
}

/** For a job that begins now. What it finds when the labs have gone on to another generation, or begun the stage again, comes too late. */
export function createJobContext(options: {
  service: MatchService;
  models: TeamModels;
  values: MatchValues;
  probes: Probes;
  run: RunTask;
  /** Of the present generation. */
  key(): MatchKey;
}): JobContext {
  const { service, models, values, probes, run } = options;
  const { match } = service;
  const key = options.key();
  const { repeats } = match;
  const holds: (() => void)[] = [];
  const found = <T>(value: T | null | undefined, what: string): T => {
    if (value === null || value === undefined) throw new Error(`no ${what}`);
    return value;
  };
  return {
    match,
    models,
    values,
    probes,
    key,
    ask: run,
    signal: service.signal,
    tell(move) {
      if (generationOf(match) === key.generation && match.repeats === repeats) tell(service, move);
    },
    team: (teamId) => found(lookUp(match.teams, teamId), `team ${teamId}`),
    model: (teamId) => found(models.get(teamId), `model of ${teamId}`),
    weights(teamId, stage, version) {
      holds.push(models.hold(teamId, stage, version));
      return found(models.weights(teamId, stage, version), `weights of ${teamId} at ${stage} ${version}`);
    },
    random: (seed, purpose) => createRandom(hashSeed(key.seeds[seed], purpose)),
    end() {
      for (const release of holds) release();
    },
  };
}
