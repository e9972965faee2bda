/** In real Chromium, every executor computes the same: plain JavaScript, WASM, WebGPU, and TF.js on cpu, WebGL and WebGPU. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEnginePage, type EnginePage } from './engine-page.ts';
import { PARITY_NAMES, PARITY_STEPS, type ParityRun } from './parity-page.ts';

let page: EnginePage | undefined;

beforeAll(async () => {
  page = await openEnginePage();
}, 60_000);

afterAll(() => page?.close());

function run(name: string, where: 'runParity' | 'runParityInWorker'): Promise<ParityRun> {
  if (!page) throw new Error('there is no page');
  return page.call<ParityRun>('parity-page.ts', where, name);
}

describe('in Chromium', () => {
  let reference: ParityRun;

  function expectSame(actual: ParityRun): void {
    const { name, backend, losses, gradientNorms, natsPerToken, signed, answers, tensorsLeft } = actual;
    expect(backend).toContain(name.split(' ').at(-1));
    losses.forEach((loss, step) => expect(loss).toBeCloseTo(reference.losses[step], 3));
    gradientNorms.forEach((norm, step) => expect(norm).toBeCloseTo(reference.gradientNorms[step], 2));
    expect(natsPerToken).toBeCloseTo(reference.natsPerToken, 3);
    expect(answers).toEqual(reference.answers);
    signed.forEach((value, index) => expect(value).toBeCloseTo(reference.signed[index], 2));
    expect(tensorsLeft).toBe(0);
  }

  it('plain JavaScript learns', async () => {
    reference = await run('js', 'runParity');
    expect(reference.losses).toHaveLength(PARITY_STEPS);
    expect(reference.losses[0]).toBeCloseTo(Math.log(48), 1);
    expect(reference.natsPerToken).toBeLessThan(reference.losses[0] - 0.1);
  });

  it.each(['wasm relaxed', 'wasm plain', 'webgpu', 'tfjs cpu'])(
    '%s does the same on the page',
    async (name) => {
      expectSame(await run(name, 'runParity'));
    },
  );

  it('is isolated, but its own thread must not wait for others', async () => {
    if (!page) throw new Error('there is no page');
    expect(await page.call('parity-page.ts', 'isIsolated')).toBe(true);
    await expect(run('wasm on 3 threads', 'runParity')).rejects.toThrow(/own thread must not wait/);
  });

  it.each(PARITY_NAMES)('%s does the same in a worker', async (name) => {
    expectSame(await run(name, 'runParityInWorker'));
  });
});
