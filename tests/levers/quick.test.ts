/** Three levers on one seed: not proof, but a change that turns an effect around shows here at once. */

import { expect, it } from 'vitest';
import { alignPays } from './align-pays.ts';
import { qualityFilter } from './cleaning.ts';
import { resultOf, type Lever } from './lever.ts';
import { repeat } from './pretrain.ts';

const SEED = 1;
/** The dearest takes half a minute of a processor that it has for itself. */
const PATIENCE_MILLIS = 600_000;

it.each([repeat, qualityFilter, alignPays])(
  '$name goes the way that it must',
  async (lever: Lever) => {
    const { contrasts, holds } = resultOf(lever, [
      { seed: SEED, measures: await lever.measure(SEED), seconds: 0 },
    ]);
    expect(holds, JSON.stringify(contrasts)).toBe(true);
  },
  PATIENCE_MILLIS,
);
