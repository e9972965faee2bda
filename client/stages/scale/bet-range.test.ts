/** The bet's slider reaches what labs end at, and the marks beside it are measured. */

import { expect, it } from 'vitest';
import { checkScalePlan, DEFAULT_SCALE_PLAN } from '../../../shared/game/stages/scale/plan.ts';
import { SCORED_KINDS } from '../../../shared/world/document.ts';
import { blindBits, SLIDER, toSlider } from './bet-range.ts';

/** The best and the worst end of labs in the matches that were measured, of both budgets; a lab that read no exercises is the last. */
const ENDS = [0.46, 0.54, 0.67, 1.63];

it('reaches every end that was seen, and no bet of it is refused', () => {
  expect(ENDS.map(toSlider)).toEqual(ENDS);
  for (const bet of [SLIDER.min, SLIDER.max])
    expect(checkScalePlan({ ...DEFAULT_SCALE_PLAN, bet }).ok).toBe(true);
});

it('stops at its ends', () => {
  expect([0.1, 3.2].map(toSlider)).toEqual([SLIDER.min, SLIDER.max]);
});

it('knows what guessing blindly comes to, from the tokens of the market', () => {
  const datasets = SCORED_KINDS.map((kind) => ({
    kind,
    documents: 1,
    bytes: 3000,
    tokens: { 256: 1500, 1024: 1000 },
  }));
  expect(blindBits({ datasets }, 1024)).toBeCloseTo(10 / 3);
  expect(blindBits({ datasets }, 256)).toBeCloseTo(8 / 2);
  expect(blindBits({ datasets: datasets.slice(1) }, 256)).toBeNull();
  expect(blindBits({ datasets }, 512)).toBeNull();
});
