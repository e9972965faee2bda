/** Curves of the pretraining chart. */

import { describe, expect, it } from 'vitest';
import { NO_CLEANING, NOTHING_CLEANED } from '../../../shared/game/stages/data/cleaning.ts';
import { heldOutPoints, newestBits, startOf } from '../curves.ts';
import { bytesPerToken, pickFrames, trainPoints } from './curves.ts';

const curve = [
  { tokens: 0, trainLoss: null, bitsPerByte: 4 },
  { tokens: 1000, trainLoss: 3, bitsPerByte: 2.5 },
  { tokens: 2000, trainLoss: 2, bitsPerByte: null },
];

describe('the curves', () => {
  it('place the untrained model left of the first measurement, since a log axis has no zero', () => {
    expect(heldOutPoints(curve, startOf([curve, []]))).toEqual([
      { x: 500, y: 4 },
      { x: 1000, y: 2.5 },
    ]);
  });

  it('know the newest score, also while later rounds wait for theirs', () => {
    expect(newestBits({ curve })).toBe(2.5);
    expect(newestBits(null)).toBeNull();
  });

  it('turn nats per token into bits per byte', () => {
    expect(trainPoints(curve, 2)[0].y).toBeCloseTo(3 / Math.LN2 / 2);
    expect(trainPoints(curve, null)).toEqual([]);
  });

  it('weigh bytes per token by what is drawn', () => {
    const prepared = {
      parameters: 1,
      trainTokens: 300,
      datasets: [
        { kind: 'stories' as const, tokens: 10, drawnTokens: 100, epochs: 1 },
        { kind: 'web' as const, tokens: 10, drawnTokens: 200, epochs: 1 },
      ],
      untrainedBitsPerByte: 4,
      trigramBitsPerByte: 2,
      untrainedSamples: [],
      cleaning: NOTHING_CLEANED,
      heldOutDocuments: 0,
    };
    const kinds = { stories: 1, encyclopedia: 1, questions: 1, exercises: 1, web: 1, posts: 1 };
    const market = {
      yardstick: { bitsPerByte: 1, perKind: kinds },
      datasets: [
        { kind: 'stories' as const, documents: 1, bytes: 400, tokens: { '512': 100 } },
        { kind: 'web' as const, documents: 1, bytes: 100, tokens: { '512': 100 } },
      ],
    };
    const plan = {
      purchases: {},
      shares: {},
      vocabSize: 512 as const,
      cleaning: NO_CLEANING,
      heldOutShare: 0.02,
    };
    expect(bytesPerToken(prepared, market, plan)).toBeCloseTo(2);
    expect(bytesPerToken(prepared, null, plan)).toBeNull();
  });

  it('show the first frame, the last, and an even choice between', () => {
    expect(pickFrames([0, 1, 2, 3, 4, 5, 6, 7, 8], 4)).toEqual([0, 3, 5, 8]);
    expect(pickFrames([1, 2], 4)).toEqual([1, 2]);
  });
});
