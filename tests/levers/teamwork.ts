/** Levers of training together: how many workers, how long a round, which mean, what rounding and noise cost. */

import { NOISE_MULTIPLIERS } from '../../shared/lm/federated/privacy-account.ts';
import type { Expected } from './contrast.ts';
import type { Claim, Lever, Measures } from './lever.ts';
import { HELD_OUT_BITS } from './library.ts';
import { createField, trainTeam, type TeamOptions } from './team.ts';

/** Four workers as in the game, in 8 rounds of 25 steps. */
const TEAM: TeamOptions = { workers: 4, steps: 200, stepsPerRound: 25, batchRows: 8 };
const ALONE: TeamOptions = { ...TEAM, workers: 1, batchRows: 16 };
const ATTACKED: TeamOptions = { ...TEAM, attack: 'reversed' };
const noised = (privateWorkers: number, noiseMultiplier: number): TeamOptions => ({
  ...TEAM,
  privateWorkers,
  noiseMultiplier,
});

/** A setting of the team, and what it is in words. */
type Arm = readonly [words: string, options: TeamOptions];

/** A lever whose arms are teams on the same text, compared by what they surprise. */
function teamLever(
  name: string,
  question: string,
  arms: Readonly<Record<string, Arm>>,
  claims: readonly (readonly [off: string, on: string, expected: Expected])[],
): Lever {
  return {
    name,
    question,
    arms: Object.fromEntries(Object.entries(arms).map(([arm, [words]]) => [arm, words])),
    metrics: { 'bits per byte': `${HELD_OUT_BITS}, after the last round` },
    claims: claims.map(([off, on, expected]): Claim => ({ metric: 'bits per byte', off, on, expected })),
    measure: async (seed) => {
      const settings = Object.entries(arms);
      const rows = settings.map(([, [, { workers, steps, batchRows }]]) => workers * steps * batchRows);
      const field = createField(seed, Math.max(...rows));
      const measures: Measures = {};
      for (const [arm, [, options]] of settings) {
        const { bits } = await trainTeam(field, options);
        measures[arm] = { 'bits per byte': bits };
      }
      return measures;
    },
  };
}

export const workers = teamLever(
  'workers',
  'Do four devices learn more than one in the same time?',
  {
    one: ['one worker, batches of 16 rows', ALONE],
    'four, equal steps': ['four workers, each as many steps, of 8 rows', TEAM],
    'four, equal time': [
      'four workers, each twice the steps of 8 rows',
      { ...TEAM, steps: 2 * TEAM.steps, stepsPerRound: 2 * TEAM.stepsPerRound },
    ],
  },
  [
    ['one', 'four, equal steps', 'falls'],
    ['one', 'four, equal time', 'falls'],
  ],
);

export const syncPeriod = teamLever(
  'sync-period',
  'How often should four workers average what they learned?',
  {
    '10 steps': ['averaged every 10 steps', { ...TEAM, stepsPerRound: 10 }],
    '25 steps': ['averaged every 25 steps', TEAM],
    '100 steps': ['averaged every 100 steps', { ...TEAM, stepsPerRound: 100 }],
    '200 steps': ['averaged every 200 steps', { ...TEAM, stepsPerRound: 200 }],
  },
  [
    ['10 steps', '200 steps', 'rises'],
    ['25 steps', '100 steps', 'rises'],
  ],
);

export const poisonedWorker = teamLever(
  'poisoned-worker',
  'Can a team survive a member who sends its updates reversed?',
  {
    'plain mean': ['plain mean, one of four reversed', { ...ATTACKED, robust: 'plain mean' }],
    'robust mean': ["the game's mean, one of four reversed", ATTACKED],
    honest: ["the game's mean, all honest", TEAM],
    'honest, plain mean': ['plain mean, all honest', { ...TEAM, robust: 'plain mean' }],
  },
  [
    ['plain mean', 'robust mean', 'falls'],
    ['honest', 'robust mean', 'reported'],
    ['honest, plain mean', 'honest', 'same'],
  ],
);

export const int8Updates = teamLever(
  'int8-updates',
  'Is anything lost when updates travel as small integers?',
  {
    fp32: ['updates of 32 bits a weight', { ...TEAM, int8: false }],
    int8: ['8 bits a weight, what rounding left is sent next time', TEAM],
  },
  [['fp32', 'int8', 'same']],
);

export const dpNoise = teamLever(
  'dp-noise',
  'What does noise for privacy cost?',
  {
    clear: ['updates of full length, no noise', TEAM],
    'all clipped': ['all four clipped', noised(4, 0)],
    'all, some noise': ['all four with some noise', noised(4, NOISE_MULTIPLIERS.some)],
    'all, much noise': ['all four with much noise', noised(4, NOISE_MULTIPLIERS.much)],
    'one clipped': ['one of four clipped', noised(1, 0)],
    'one, much noise': ['one of four with much noise', noised(1, NOISE_MULTIPLIERS.much)],
  },
  [
    ['clear', 'all clipped', 'reported'],
    ['all clipped', 'all, some noise', 'reported'],
    ['all clipped', 'all, much noise', 'rises'],
    ['one clipped', 'one, much noise', 'rises'],
  ],
);
