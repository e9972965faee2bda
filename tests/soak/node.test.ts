/** Twenty models made, trained and disposed in Node leave nothing behind. */

import { describe, expect, it } from 'vitest';
import { createJsExecutor } from '../../shared/lm/executors/js.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { growthOf } from './growth.ts';
import { runInNode } from './node.ts';

const RUNS = 20;
/** The memory of one or two models that the collector still holds; one left behind in each run would be over 20 MiB. */
const ALLOWED_GROWTH = 5 * 2 ** 20;

describe('twenty runs in a row', () => {
  it.each([
    ['wasm', createWasmExecutor, 4],
    ['js', createJsExecutor, 1],
  ] as const)('leave memory flat: %s', async (_, create, steps) => {
    const { heap, wasm } = await runInNode((config) => create(config), RUNS, steps);
    expect(growthOf(wasm)).toBeLessThanOrEqual(0);
    expect(growthOf(heap)).toBeLessThan(ALLOWED_GROWTH);
  });
});
