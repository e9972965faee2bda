/** In real Chromium, models that come and go, lose their device or sleep in a hidden tab leave nothing behind. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SoakPage } from '../soak/browser.ts';
import { growthOf } from '../soak/growth.ts';

const MIB = 2 ** 20;
let page: SoakPage;

beforeAll(async () => {
  page = await SoakPage.open();
}, 60_000);

afterAll(() => page?.close());

describe('memory stays flat', () => {
  it.each(['wasm', 'webgpu'] as const)('over some runs on %s', async (kind) => {
    const { heap, wasm, gpu } = await page.runInARow(kind, 7, 3);
    expect(growthOf(heap)).toBeLessThan(MIB);
    expect(growthOf(wasm)).toBeLessThanOrEqual(0);
    expect(growthOf(gpu)).toBe(0);
  });

  it('over a few seconds of training', async () => {
    const { heap, wasm, steps } = await page.train('wasm', 4000, 400);
    expect(steps).toBeGreaterThan(10);
    expect(growthOf(heap)).toBeLessThan(MIB);
    expect(growthOf(wasm)).toBe(0);
  });

  it('when devices are lost', async () => {
    const { gpu } = await page.loseDevices(2);
    expect(gpu[1]).toBe(gpu[0]);
  });
});

describe('a hidden tab', () => {
  it.skipIf(process.platform === 'win32')('goes on with its training when it is seen again', async () => {
    const { before, hidden, after } = await page.hide('wasm', 2000);
    expect(before).toBeGreaterThan(0);
    expect(hidden).toBeLessThan(before);
    expect(after).toBeGreaterThan(0);
  });
});
