/** Levers of the pretrain stage: the same little text again and again, and a learning rate that is far too high. */

import { packRows } from '../../shared/data/rows.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import type { TransformerConfig } from '../../shared/lm/config.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { PRETRAINING } from '../../shared/lm/pretrain.ts';
import { toBatch, type Rows } from '../../shared/lm/rows.ts';
import type { Lever, Measures } from './lever.ts';
import { HELD_OUT_BITS, heldOutRows, openLibrary, streamOf } from './library.ts';
import { bitsPerByte, TINY, trainOn } from './study.ts';

const REPEAT_TOKENS = 200_000;
const REPEAT_EPOCHS = 40;
/** Of each of three kinds; a token of this vocabulary is under 4 bytes, so nothing comes twice in the first arm. */
const REPEAT_BYTES = (4 * REPEAT_TOKENS) / 3;

/** Mean nats per token of a model on rows. */
async function natsPerToken(model: LanguageModel, rows: Rows): Promise<number> {
  const { nats, weight } = await model.evaluate(toBatch(rows, 0, rows.count));
  return nats / weight;
}

export const repeat: Lever = {
  name: 'repeat',
  question: 'What happens when a model reads the same little text again and again?',
  arms: { '1 epoch': 'much text, read once', '40 epochs': 'a fortieth of that text, read 40 times' },
  metrics: { gap: 'held-out loss minus training loss, nats per token', 'bits per byte': HELD_OUT_BITS },
  claims: [
    { metric: 'gap', off: '1 epoch', on: '40 epochs', expected: 'rises' },
    { metric: 'bits per byte', off: '1 epoch', on: '40 epochs', expected: 'reported' },
  ],
  measure: async (seed) => {
    const library = openLibrary(seed, REPEAT_BYTES);
    const once = streamOf(library, REPEAT_TOKENS, TINY.contextLength);
    const parts = library.parts.map((documents) => takeBytes(documents, REPEAT_BYTES / REPEAT_EPOCHS));
    const again = streamOf({ ...library, parts }, REPEAT_TOKENS, TINY.contextLength);
    const few = packRows(parts.flat(), library.tokenizer, TINY.contextLength);
    const heldOut = heldOutRows(library, TINY.contextLength);
    const measures: Measures = {};
    for (const [arm, rows, read] of [
      ['1 epoch', once, once],
      ['40 epochs', again, few],
    ] as const) {
      const model = await trainOn(TINY, rows, { seed });
      measures[arm] = {
        gap: (await natsPerToken(model, heldOut)) - (await natsPerToken(model, read)),
        'bits per byte': await bitsPerByte(model, library.tokenizer, library.heldOut),
      };
      model.dispose();
    }
    return measures;
  },
};

const RATE_TOKENS = 120_000;
/** Deep enough that a high rate can do harm. */
const RATE_CONFIG: TransformerConfig = { ...TINY, width: 64, layers: 3, heads: 4 };

export const learningRate: Lever = {
  name: 'learning-rate',
  question: 'What does a learning rate do that is thirty times too high?',
  arms: { tuned: `peak rate ${PRETRAINING.peakLearningRate}`, '30x': 'thirty times that' },
  metrics: {
    spike: 'highest rise of the training loss (mean of 8 steps) above its lowest before, nats',
    'bits per byte': HELD_OUT_BITS,
  },
  claims: [
    { metric: 'spike', off: 'tuned', on: '30x', expected: 'rises' },
    { metric: 'bits per byte', off: 'tuned', on: '30x', expected: 'rises' },
  ],
  measure: async (seed) => {
    const library = openLibrary(seed, 150_000);
    const rows = streamOf(library, RATE_TOKENS, TINY.contextLength);
    const measures: Measures = {};
    for (const [arm, factor] of [
      ['tuned', 1],
      ['30x', 30],
    ] as const) {
      let lowest = Infinity;
      let spike = 0;
      const model = await trainOn(RATE_CONFIG, rows, {
        seed,
        peakLearningRate: factor * PRETRAINING.peakLearningRate,
        onProgress: ({ recentLoss }) => {
          spike = Math.max(spike, recentLoss - lowest);
          lowest = Math.min(lowest, recentLoss);
        },
      });
      measures[arm] = {
        spike,
        'bits per byte': await bitsPerByte(model, library.tokenizer, library.heldOut),
      };
      model.dispose();
    }
    return measures;
  },
};
