/** Where a bet on the big run can lie, and two marks beside it that are known beforehand. */

import { SCORED_KINDS } from '../../../shared/world/document.ts';
import type { MarketReply } from '../../../shared/game/wire/routes.ts';

/** What the slider reaches, in bits per byte: from a surprise that no lab has got down to, up to far above counting words. */
export const SLIDER = { min: 0.3, max: 1.8, step: 0.01, middle: 0.7 } as const;

/** To the slider's own steps, so that what is shown is what is proposed. */
export function toSlider(bits: number): number {
  const steps = Math.round(bits / SLIDER.step);
  return Math.min(SLIDER.max, Math.max(SLIDER.min, Number((steps * SLIDER.step).toFixed(2))));
}

/**
 * The surprise of a model that finds every token of this vocabulary equally likely, as an untrained one nearly does: the mean
 * over the kinds of text that are tested, from how many tokens they take. Null where that was not counted.
 */
export function blindBits({ datasets }: Pick<MarketReply, 'datasets'>, vocabSize: number): number | null {
  const bits = SCORED_KINDS.map((wanted) => {
    const dataset = datasets.find(({ kind }) => kind === wanted);
    const tokens = dataset?.tokens[String(vocabSize)];
    return dataset && tokens ? (Math.log2(vocabSize) * tokens) / dataset.bytes : NaN;
  });
  const mean = bits.reduce((sum, one) => sum + one, 0) / bits.length;
  return Number.isFinite(mean) ? mean : null;
}
