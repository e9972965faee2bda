/**
 * The experiments behind team training: how many workers, how long a round, which mean, what rounding and noise cost.
 * `npm run experiment:workers -- [--lever NAME] [--seeds 5] [--from 101] [--keep FILE] [--json]`.
 */

import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { NOISE_MULTIPLIERS } from '../../shared/lm/privacy-account.ts';
import { contrastOf, isAsExpected, type Expected, type LeverResult } from './contrast.ts';
import { createField, trainTeam, type Field, type TeamOptions } from './team.ts';

const METRIC = 'held-out bits per byte after the last round';
/** Seeds below this were used to choose settings; results come from those above. */
const FIRST_SEED = 101;

/** Four workers as in the game, in 8 rounds of 25 steps. */
const TEAM: TeamOptions = { workers: 4, steps: 200, stepsPerRound: 25, batchRows: 8 };
const ALONE: TeamOptions = { ...TEAM, workers: 1, batchRows: 16 };
const ATTACKED: TeamOptions = { ...TEAM, attack: 'reversed' };
const noised = (privateWorkers: number, noiseMultiplier: number): TeamOptions => ({
  ...TEAM,
  privateWorkers,
  noiseMultiplier,
});

interface Comparison {
  names: readonly [string, string];
  off: TeamOptions;
  on: TeamOptions;
  expected: Expected;
}

const LEVERS: Record<string, Comparison[]> = {
  workers: [
    {
      names: ['1 worker', '4 workers, equal steps of equal size each'],
      off: ALONE,
      on: { ...TEAM, batchRows: 16 },
      expected: 'falls',
    },
    {
      names: ['1 worker', "4 workers, equal steps each, in the game's smaller batches"],
      off: ALONE,
      on: TEAM,
      expected: 'falls',
    },
    {
      names: ['1 worker', '4 workers, equal time each: twice the steps of half the size'],
      off: ALONE,
      on: { ...TEAM, steps: 2 * TEAM.steps, stepsPerRound: 2 * TEAM.stepsPerRound },
      expected: 'falls',
    },
  ],
  'sync-period': [
    {
      names: ['averaged every 10 steps', 'averaged every 200 steps'],
      off: { ...TEAM, stepsPerRound: 10 },
      on: { ...TEAM, stepsPerRound: 200 },
      expected: 'rises',
    },
    {
      names: ['averaged every 25 steps', 'averaged every 100 steps'],
      off: TEAM,
      on: { ...TEAM, stepsPerRound: 100 },
      expected: 'rises',
    },
  ],
  'poisoned-worker': [
    {
      names: ['plain mean, one of four reversed', "the game's mean, one of four reversed"],
      off: { ...ATTACKED, robust: 'plain mean' },
      on: ATTACKED,
      expected: 'falls',
    },
    {
      names: ['four honest', "the game's mean, one of four reversed"],
      off: TEAM,
      on: ATTACKED,
      expected: 'reported',
    },
    {
      names: ['plain mean, all honest', "the game's mean, all honest"],
      off: { ...TEAM, robust: 'plain mean' },
      on: TEAM,
      expected: 'same',
    },
  ],
  'int8-updates': [
    {
      names: ['fp32', 'int8 with error feedback'],
      off: { ...TEAM, int8: false },
      on: TEAM,
      expected: 'same',
    },
  ],
  'dp-noise': [
    {
      names: ['not clipped', 'all four clipped, no noise'],
      off: TEAM,
      on: noised(4, 0),
      expected: 'reported',
    },
    ...([1, 4] as const).flatMap((count): Comparison[] => {
      const who = count === 1 ? 'one of four' : 'all four';
      const { some, much } = NOISE_MULTIPLIERS;
      return [
        {
          names: [`${who} clipped`, `${who}, some noise`],
          off: noised(count, 0),
          on: noised(count, some),
          expected: 'reported',
        },
        {
          names: [`${who} clipped`, `${who}, much noise`],
          off: noised(count, 0),
          on: noised(count, much),
          expected: 'rises',
        },
      ];
    }),
  ],
};

/** What one setting gave on one seed, and how long that took. */
interface Measured {
  key: string;
  bits: number;
  seconds: number;
}

/**
 * Measures settings, each once whoever asks. With a file, what was measured before it was interrupted is taken from there;
 * a file belongs to one state of the code.
 */
function createMeasurer(file: string | undefined): (field: Field, options: TeamOptions) => Promise<Measured> {
  const lines = file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const known = new Map(lines.map((line) => JSON.parse(line) as Measured).map((one) => [one.key, one]));
  return async (field, options) => {
    const key = JSON.stringify([field.seed, options]);
    const before = known.get(key);
    if (before) return before;
    const startedMs = performance.now();
    const { bits } = await trainTeam(field, options);
    const measured = { key, bits, seconds: (performance.now() - startedMs) / 1000 };
    known.set(key, measured);
    if (file) appendFileSync(file, `${JSON.stringify(measured)}\n`);
    return measured;
  };
}

/** Runs these levers on these seeds; the results in their order. */
async function experiment(
  levers: readonly string[],
  seeds: readonly number[],
  file: string | undefined,
): Promise<LeverResult[]> {
  const measure = createMeasurer(file);
  const all = levers.flatMap((lever) => LEVERS[lever].flatMap(({ off, on }) => [off, on]));
  const rows = Math.max(...all.map(({ workers, steps, batchRows }) => workers * steps * batchRows));
  const values = new Map<TeamOptions, Measured[]>();
  for (const seed of seeds) {
    const field = createField(seed, rows);
    for (const options of all) {
      const earlier = values.get(options) ?? [];
      if (earlier.length < seeds.indexOf(seed) + 1)
        values.set(options, [...earlier, await measure(field, options)]);
    }
  }
  const bitsOf = (options: TeamOptions): number[] => (values.get(options) ?? []).map(({ bits }) => bits);
  return levers.map((lever) => {
    const contrasts = LEVERS[lever].map(({ names, off, on, expected }) => ({
      ...contrastOf(names, bitsOf(off), bitsOf(on)),
      expected,
    }));
    const runs = new Set(LEVERS[lever].flatMap(({ off, on }) => [off, on]));
    const measured = new Map(
      [...runs].flatMap((options) => values.get(options) ?? []).map((one) => [one.key, one]),
    );
    const seconds = [...measured.values()].reduce((sum, one) => sum + one.seconds, 0);
    return {
      lever,
      metric: METRIC,
      contrasts,
      seeds: [...seeds],
      secondsPerSeed: Number((seconds / seeds.length).toFixed(1)),
      holds: contrasts.every((contrast) => isAsExpected(contrast, contrast.expected)),
    };
  });
}

function tell({ lever, contrasts, holds }: LeverResult): void {
  console.log(`${lever}: ${holds ? 'holds' : 'does not hold'}`);
  for (const { off, on, meanOff, meanOn, difference, low, high, expected } of contrasts) {
    const interval = [difference, low, high].map((value) => value.toFixed(3));
    console.log(`  ${off} -> ${on}: ${meanOff.toFixed(3)} -> ${meanOn.toFixed(3)}`);
    console.log(`    ${interval[0]} (95 %: ${interval[1]} to ${interval[2]}), expected: ${expected}`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      lever: { type: 'string' },
      seeds: { type: 'string', default: '5' },
      from: { type: 'string', default: String(FIRST_SEED) },
      keep: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const count = Number(values.seeds);
  const from = Number(values.from);
  if (!Number.isInteger(count) || count < 2) throw new Error('--seeds must be a whole number of at least 2');
  if (!Number.isInteger(from) || from < 0) throw new Error('--from must be a whole number, the first seed');
  const names = Object.keys(LEVERS);
  if (values.lever !== undefined && !names.includes(values.lever))
    throw new Error(`--lever must be one of ${names.join(', ')}`);
  const levers = values.lever === undefined ? names : [values.lever];
  const seeds = Array.from({ length: count }, (_, i) => from + i);
  const results = await experiment(levers, seeds, values.keep);
  if (values.json) console.log(JSON.stringify(results.length === 1 ? results[0] : { levers: results }));
  else for (const result of results) tell(result);
  if (results.some(({ holds }) => !holds)) process.exitCode = 1;
}

/* Node 20 has relaxed SIMD behind this flag; it must be set before the kernels are compiled. */
setFlagsFromString('--experimental-wasm-relaxed-simd');
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
