/** Models that are talked to: they guess by their own probabilities, two are kept side by side, and the House only counts. */

import { afterEach, describe, expect, it } from 'vitest';
import { encodeRows, packRows } from '../../../shared/data/rows.ts';
import { encodeCheckpoint } from '../../../shared/lm/checkpoint.ts';
import { createJsExecutor } from '../../../shared/lm/executors/js.ts';
import { initialWeights } from '../../../shared/lm/init.ts';
import { toBatch } from '../../../shared/lm/rows.ts';
import { trainBpe } from '../../../shared/tokenizer/bpe.ts';
import type { SpeakingModel } from './api.ts';
import { Speaker } from './speaker.ts';

const TEXTS = Array.from({ length: 40 }, () => 'the goat ate tea and the hen slept at the mill.');
const documents = TEXTS.map((text) => ({ text, ownRow: false }));
/** Knows none of their words, so that it cuts them into letters. */
const tokenizer = trainBpe(['xylophone '.repeat(9)], 264);
const rows = packRows(documents, tokenizer, 32);
const config = {
  architecture: 'transformer' as const,
  vocabSize: tokenizer.vocabSize,
  contextLength: 32,
  width: 16,
  layers: 1,
  heads: 2,
};

async function trained(name: string, steps: number): Promise<SpeakingModel> {
  const executor = await createJsExecutor(config);
  await executor.load(initialWeights(config, 1));
  for (let step = 0; step < steps; step++)
    await executor.step(toBatch(rows, 0, rows.count), { learningRate: 0.02, weightDecay: 0, clipNorm: 1 });
  const checkpoint = { config, tokenizerHash: tokenizer.hash, step: steps, tokens: 0 };
  const bytes = encodeCheckpoint({ ...checkpoint, weights: await executor.weights() });
  executor.dispose();
  return { name, kind: 'checkpoint', bytes, tokenizer: tokenizer.toJSON() };
}

let speaker = new Speaker(createJsExecutor);
afterEach(() => {
  speaker.forget();
  speaker = new Speaker(createJsExecutor);
});

describe('a guess', () => {
  it('is sure of what the model has read, and of a whole word only', async () => {
    const model = await trained('read', 80);
    const words = ['ate', 'slept', 'mill', 'at'];
    const chances = await speaker.guess({ model, before: 'the goat', words });
    expect(chances.indexOf(Math.max(...chances))).toBe(0);
    expect(chances[0]).toBeGreaterThan(0.5);
    /* "at" is how "ate" begins, and no word that could stand here. */
    expect(chances[3]).toBeLessThan(0.2);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1.0001);
  });

  it('of an untrained model is no better than chance', async () => {
    const model = await trained('new', 0);
    const chances = await speaker.guess({ model, before: 'the goat', words: ['ate', 'slept'] });
    for (const chance of chances) expect(chance).toBeLessThan(0.1);
  });

  it('reads no more of a long text than fits', async () => {
    const model = await trained('read', 1);
    const before = TEXTS.slice(0, 10).join(' ');
    expect(await speaker.guess({ model, before, words: ['ate'] })).toHaveLength(1);
  });
});

describe('models side by side', () => {
  it('answer in turn, each for itself', async () => {
    const [read, fresh] = [await trained('read', 80), await trained('new', 0)];
    const ask = (model: SpeakingModel) =>
      speaker.say({ model, text: 'the goat', manner: 'continue', seed: 1 });
    const first = [await ask(read), await ask(fresh)];
    expect(first[0]).toMatch(/ate|tea|hen|mill/);
    expect(first[1]).not.toBe(first[0]);
    expect([await ask(read), await ask(fresh)]).toEqual(first);
  });

  it('may be one that only counts', async () => {
    const model: SpeakingModel = {
      name: 'house',
      kind: 'counts',
      bytes: new Uint8Array(encodeRows(rows)),
      tokenizer: tokenizer.toJSON(),
    };
    const said = await speaker.say({ model, text: 'the goat', manner: 'continue', seed: 1 });
    expect(said).toMatch(/ate|tea|hen|mill/);
    await expect(speaker.guess({ model, before: 'the goat', words: ['ate'] })).rejects.toThrow('only counts');
  });
});
