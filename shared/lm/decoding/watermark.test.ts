/** A mark in the choice of words: what whoever has the key finds, and what others do. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { createWasmExecutor } from '../executors/wasm.ts';
import { initialWeights } from '../init.ts';
import type { SamplingOptions } from '../language-model.ts';
import { TINY } from '../testing.ts';
import { findMark } from './watermark.ts';

const KEY = 17;
/** An unmarked page exceeds this in about one case of a thousand. */
const CLEAR = 3.1;

/** Texts of a model that finds all tokens about as likely, with a mark so strong. */
async function written(bias: number, options: Partial<SamplingOptions> = {}): Promise<number[][]> {
  const model = await createWasmExecutor(TINY);
  await model.load(initialWeights(TINY, 5));
  const prompts = Array.from({ length: 40 }, (_, token) => [token % TINY.vocabSize]);
  const texts = await model.generate(prompts, {
    maxTokens: 10,
    temperature: 1,
    topP: 1,
    seed: 1,
    stopTokens: [],
    watermark: { key: KEY, bias },
    ...options,
  });
  model.dispose();
  return texts;
}

describe('a watermark', () => {
  it('is found with its key and with no other, the more of it the stronger it is', async () => {
    const [none, faint, strong] = [await written(0), await written(1), await written(4)];
    const scores = [none, faint, strong].map((texts) => findMark(texts, KEY).score);
    expect(Math.abs(scores[0])).toBeLessThan(CLEAR);
    expect(scores[1]).toBeGreaterThan(CLEAR);
    expect(scores[2]).toBeGreaterThan(scores[1]);
    expect(findMark(strong, KEY + 1).score).toBeLessThan(CLEAR);
  });

  it('of strength nothing leaves every text as it is', async () => {
    expect(await written(0)).toEqual(await written(0, { watermark: undefined }));
  });

  it('is hardly ever found where there is none', () => {
    const random = createRandom(3);
    const texts = Array.from({ length: 40 }, () => Array.from({ length: 10 }, () => random.int(1000)));
    const scores = Array.from({ length: 400 }, (_, key) => findMark(texts, key).score);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const variance = scores.reduce((sum, score) => sum + score * score, 0) / scores.length;
    expect(Math.abs(mean)).toBeLessThan(0.2);
    expect(variance).toBeGreaterThan(0.8);
    expect(variance).toBeLessThan(1.2);
  });

  it('counts a pair once, however often it comes, and finds nothing in nothing', () => {
    const once = findMark([[1, 2, 3]], KEY);
    expect(
      findMark(
        [
          [1, 2, 3],
          [1, 2, 3],
          [2, 3],
        ],
        KEY,
      ),
    ).toEqual(once);
    expect(once.pairs).toBe(2);
    expect(findMark([[], [4]], KEY)).toEqual({ pairs: 0, green: 0, score: 0 });
  });

  it('is refused where it cannot be, or makes no sense', async () => {
    await expect(written(1, { temperature: 0, beams: 2 })).rejects.toThrow(/watermark or beams/);
    await expect(written(-1)).rejects.toThrow(/bias/);
    await expect(written(1, { watermark: { key: 0.5, bias: 1 } })).rejects.toThrow(/whole number/);
  });
});
