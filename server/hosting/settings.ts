/** What a match is made with: its settings as a host asks for them, its seeds, and the names of its labs. */

import { z } from 'zod';
import { TEAM_NAMES } from '../../shared/game/create.ts';
import { createSettings, stageSeconds } from '../../shared/game/presets.ts';
import { QUICK_LABS, QUICK_LAB_SIZE, QUICK_WAIT_SECONDS } from '../../shared/game/quick.ts';
import type { MatchSettings, QuickKind } from '../../shared/game/settings.ts';
import type { CreateMatchBody } from '../../shared/game/wire/bodies.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import type { MatchSeeds } from '../referee/tasks.ts';

const SEED_NAMES = ['world', 'market', 'validation', 'sealed', 'weights', 'shards', 'sampling'] as const;

/** A number from 0 to 2^32 - 1 that nobody can foretell. */
function drawNumber(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Independent random numbers; or, for a match that must be repeatable, all derived from its one seed. */
export function drawSeeds(seed: number | undefined): MatchSeeds {
  const draw = (name: string): number =>
    seed === undefined ? drawNumber() : hashSeed(seed, `match ${name}`);
  return Object.fromEntries(SEED_NAMES.map((name) => [name, draw(name)])) as Record<
    (typeof SEED_NAMES)[number],
    number
  >;
}

/** Seeds as they were written down; throws where one is missing. */
export function seedsOf(written: Record<string, number>): MatchSeeds {
  const seed = z.number().int().min(0);
  return z
    .object(Object.fromEntries(SEED_NAMES.map((name) => [name, seed])))
    .parse(written) as unknown as MatchSeeds;
}

/** Names of labs in an order of chance: of its own, since everybody sees it and nobody may guess a seed by it. */
export function drawTeamNames(): string[] {
  return createRandom(drawNumber()).shuffle([...TEAM_NAMES]);
}

/** The server trains for all labs in turn while their host looks on: so little that each is through in seconds. */
const REHEARSAL_FLOPS = 3e10;
/** Bots decide at once: between stages their host has time to look around. */
const REHEARSAL_GRACE_SECONDS = 20;

/** Those of a match that nobody hosts. It is short: strangers have no patience. */
export function quickSettings(
  quick: QuickKind,
  experiment: CreateMatchBody['experiment'] | undefined,
): MatchSettings {
  const settings = settingsOf({ preset: 'short', teamCount: QUICK_LABS, experiment });
  const lobby = QUICK_WAIT_SECONDS[quick] * (experiment?.clockScale ?? 1);
  return {
    ...settings,
    quick,
    bots: true,
    teamSize: QUICK_LAB_SIZE,
    stageSeconds: { ...settings.stageSeconds, lobby },
  };
}

/** The settings that were asked for; numbers of an experiment are taken as they are. */
export function settingsOf({
  preset = 'workshop',
  level = 'first',
  teamCount,
  generations,
  leftOut,
  computeShare,
  stageSeconds: chosen = {},
  survey = false,
  bots = false,
  experiment,
}: Omit<CreateMatchBody, 'version' | 'seed'>): MatchSettings {
  const scale = experiment?.clockScale ?? 1;
  const scaled = Object.entries({ ...stageSeconds(preset), ...chosen }).map(([stage, seconds]) => [
    stage,
    seconds === null ? null : seconds * scale,
  ]);
  return createSettings(preset, {
    level,
    survey,
    bots,
    ...(bots && { budgetFlops: REHEARSAL_FLOPS, graceSeconds: REHEARSAL_GRACE_SECONDS }),
    stageSeconds: Object.fromEntries(scaled) as MatchSettings['stageSeconds'],
    ...(teamCount === undefined ? {} : { teamCount }),
    ...(generations === undefined ? {} : { generations }),
    ...(leftOut === undefined ? {} : { leftOut }),
    ...(computeShare === undefined ? {} : { computeShare }),
    ...(experiment?.budgetFlops === undefined ? {} : { budgetFlops: experiment.budgetFlops }),
    ...(experiment?.roundRows === undefined ? {} : { roundRows: experiment.roundRows }),
    ...(experiment?.graceSeconds === undefined
      ? {}
      : { graceSeconds: experiment.graceSeconds, talkSeconds: experiment.graceSeconds }),
  });
}
