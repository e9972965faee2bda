/** Models that are talked to: they guess by their own probabilities, two are kept side by side, and the House only counts. */

import { afterEach, describe, expect, it } from 'vitest';
import { encodeRows, packRows } from '../../../shared/data/rows.ts';
import { encodeCheckpoint } from '../../../shared/lm/checkpoint.ts';
import type { ModelConfig } from '../../../shared/lm/config.ts';
import { createJsExecutor } from '../../../shared/lm/executors/js.ts';
import { initialWeights } from '../../../shared/lm/init.ts';
import { toBatch } from '../../../shared/lm/rows.ts';
import { trainBpe } from '../../../shared/tokenizer/bpe.ts';
import type { SpeakingModel } from './api.ts';
import { byNeighbours } from './word-neighbours.ts';
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

const RECURRENT: ModelConfig = {
  architecture: 'gru',
  vocabSize: tokenizer.vocabSize,
  contextLength: 32,
  width: 16,
  layers: 1,
};

async function trained(name: string, steps: number, shape: ModelConfig = config): Promise<SpeakingModel> {
  const config = shape;
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

describe('a look inside', () => {
  it('shows what is read, what may come next, and where the heads look', async () => {
    const model = await trained('read', 80);
    const inside = await speaker.inspect({ model, text: 'the goat', manner: 'continue', without: [] });
    const { pieces } = inside;
    expect(pieces[0]).toEqual({ id: 0, text: '<end>' });
    /* So much is left of a long text where the answer has room. */
    expect(pieces.slice(1).map(({ id }) => id)).toEqual(tokenizer.encode('the goat').slice(-8));
    expect(inside.next).toHaveLength(config.vocabSize);
    expect(inside.next.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 4);
    expect(inside.attention.map((heads) => heads.length)).toEqual([config.heads]);
    const last = inside.attention[0][0].subarray(-pieces.length);
    expect(last.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 4);
    expect(inside.lens).toHaveLength(config.layers + 1);
    expect(inside.lens.at(-1)).toEqual(inside.next.slice(0, 3));
    expect(inside.answer).toBe(inside.wholeAnswer);
    expect(inside.answer).toMatch(/ate|slept/);
  });

  it('without its heads it says something else, and talks as before afterwards', async () => {
    const model = await trained('read', 80);
    const ask = () => speaker.say({ model, text: 'the goat', manner: 'continue', seed: 1 });
    const before = await ask();
    const without = [0, 1].map((head) => ({ layer: 0, head }));
    const looks = [
      speaker.inspect({ model, text: 'the goat', manner: 'continue', without }),
      speaker.inspect({ model, text: 'the goat', manner: 'continue', without: [] }),
    ];
    expect(await ask()).toBe(before);
    const [cut, whole] = await Promise.all(looks);
    expect(cut.answer).not.toBe(cut.wholeAnswer);
    expect(whole.answer).toBe(cut.wholeAnswer);
    expect(cut.next[0].chance).not.toBeCloseTo(whole.next[0].chance, 3);
  });

  it('of a recurrent model shows what may come next, and no heads or layers', async () => {
    const model = await trained('recurrent', 20, RECURRENT);
    const without = [{ layer: 0, head: 0 }];
    const inside = await speaker.inspect({ model, text: 'the goat', manner: 'continue', without });
    expect(inside).toMatchObject({ attention: [], lens: [] });
    expect(inside.next.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 4);
    expect(inside.answer).toBe(inside.wholeAnswer);
    expect(await speaker.mapWords({ model, word: 'goat', layout: 'plane' })).toMatchObject({ near: [] });
    const place = { layer: 0, from: 0, to: 0 };
    const asked = { model, text: 'the', other: 'a', manner: 'continue', place } as const;
    await expect(speaker.swapStates(asked)).rejects.toThrow('only a transformer');
  });

  it('a map has the words that are one piece, and the closest to one of them', async () => {
    const words = trainBpe(TEXTS, 264);
    const executor = await createJsExecutor({ ...config, vocabSize: words.vocabSize });
    const checkpoint = { config: executor.config, tokenizerHash: words.hash, step: 0, tokens: 0 };
    const bytes = encodeCheckpoint({ ...checkpoint, weights: await executor.weights() });
    const model: SpeakingModel = { name: 'words', kind: 'checkpoint', bytes, tokenizer: words.toJSON() };
    const map = await speaker.mapWords({ model, word: 'goat', layout: 'plane' });
    expect(map.words.map(({ word }) => word)).toEqual(expect.arrayContaining(['goat', 'hen', 'mill']));
    expect(map.near.length).toBeGreaterThan(2);
    expect(map.near.map(({ word }) => word)).not.toContain('goat');
    const unknown = await speaker.mapWords({ model, word: 'zebra', layout: 'plane' });
    expect(unknown.near).toEqual([]);
    /* Put beside those that they are like, the same words lie elsewhere, each time alike. */
    const arranged = new Speaker(createJsExecutor, byNeighbours);
    const job = { model, word: 'goat', layout: 'neighbours' } as const;
    const moved = await arranged.mapWords(job);
    expect(moved.words.map(({ word }) => word)).toEqual(map.words.map(({ word }) => word));
    expect(moved.words).not.toEqual(map.words);
    expect(moved.words.every(({ x, y }) => Number.isFinite(x + y))).toBe(true);
    expect((await arranged.mapWords(job)).words).toEqual(moved.words);
    arranged.forget();
  });

  it('of a model that only counts is refused', async () => {
    const bytes = new Uint8Array(encodeRows(rows));
    const model: SpeakingModel = { name: 'house', kind: 'counts', bytes, tokenizer: tokenizer.toJSON() };
    await expect(speaker.inspect({ model, text: 'the', manner: 'continue', without: [] })).rejects.toThrow(
      'has no inside',
    );
  });
});

describe('states of a model', () => {
  it('carry what was read into another text, and are asked what they tell of words', async () => {
    const model = await trained('read', 80);
    const asked = { model, manner: 'continue', place: { layer: 1, from: 99, to: 99 } } as const;
    const seen = await speaker.swapStates({ ...asked, text: 'the hen', other: 'the goat' });
    const itself = await speaker.swapStates({ ...asked, text: 'the goat', other: 'the goat' });
    expect(itself.swapped).toBe(itself.own);
    /* In the last layer all that it has in mind is what it says next. */
    expect(seen.next.map(({ id }) => id)).toEqual(itself.next.map(({ id }) => id));
    expect(seen.own).not.toBe(seen.other);
    const question = { frame: 'the {word}', first: ['goat', 'hen', 'cat'], second: ['mill', 'tea'] };
    const answer = await speaker.probeStates({ model, question });
    expect(answer).toMatchObject({ words: 5, byChance: 3 });
    expect(answer.right).toHaveLength(2);
  });
});
