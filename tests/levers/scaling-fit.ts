/** The lever of probe runs: does a law fitted to small runs foresee a big one better than the last small run does? */

import { fitPowerLaw } from '../../shared/evals/power-law.ts';
import type { Lever } from './lever.ts';
import { heldOutBitsAfter, openLibrary } from './library.ts';
import { TINY } from './study.ts';

const BYTES_OF_EACH = 300_000;
/** Tokens of the probes; one model, so compute goes by tokens. */
const PROBES = [10_000, 20_000, 40_000, 80_000];
/** The big run has this many times the compute of the largest probe. */
const LEAP = 8;

export const scalingFit: Lever = {
  name: 'scaling-fit',
  question: 'Can four small runs foretell what a run of eight times the compute will reach?',
  arms: {
    'last probe': 'the loss of the largest probe, as if more compute did nothing',
    'power law': 'a power law with a floor, fitted to four probes',
  },
  metrics: {
    error: 'error of the foretold loss as a share of what the real loss has above the fitted floor',
  },
  claims: [{ metric: 'error', off: 'last probe', on: 'power law', expected: 'falls' }],
  measure: async (seed) => {
    const library = openLibrary(seed, BYTES_OF_EACH);
    const points = [];
    for (const tokens of PROBES)
      points.push({ compute: tokens, loss: await heldOutBitsAfter(library, TINY, tokens) });
    const last = points[points.length - 1];
    const compute = LEAP * last.compute;
    const reached = await heldOutBitsAfter(library, TINY, compute);
    const law = fitPowerLaw(points);
    if (!law) throw new Error(`scaling-fit: no law fits the probes of seed ${seed}`);
    const errorOf = (foretold: number): number => Math.abs(foretold - reached) / (reached - law.floor);
    return {
      'last probe': { error: errorOf(last.loss) },
      'power law': { error: errorOf(law.predict(compute).loss) },
    };
  },
};
