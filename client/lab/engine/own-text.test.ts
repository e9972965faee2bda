/** Updates as they leave a device: rounded with nothing lost for good, and clipped where a player's own text went in. */

import { beforeEach, describe, expect, it } from 'vitest';
import { checkOwnText, ownRows } from '../../../shared/data/own-text.ts';
import { countTargets, demonstrationRows, encodeRows, packRows } from '../../../shared/data/rows.ts';
import { encodeCheckpoint } from '../../../shared/lm/checkpoint.ts';
import type { ModelConfig } from '../../../shared/lm/config.ts';
import { initialWeights } from '../../../shared/lm/init.ts';
import { decodeBlocks, encodeBlocks } from '../../../shared/nn/formats/int8-blocks.ts';
import { batchRowsFor, createRoundRate } from '../../../shared/lm/federated/round-rate.ts';
import { clipNormOf } from '../../../shared/lm/federated/private-update.ts';
import { toBatch, type Rows } from '../../../shared/lm/rows.ts';
import { createWasmExecutor } from '../../../shared/lm/executors/wasm.ts';
import { trainBpe } from '../../../shared/tokenizer/bpe.ts';
import type { TrainJob, TrainOutcome } from './api.ts';
import { LabEngine } from './lab-engine.ts';

const config: ModelConfig = {
  architecture: 'transformer',
  vocabSize: 288,
  contextLength: 16,
  width: 16,
  layers: 1,
  heads: 2,
};
const PAGES = 'The goat sat at the mill and ate all the tea . '.repeat(120);
const DIARY = 'Biscuit dreams of herring on the radiator, while Grandmother counts her clocks. '.repeat(20);
const tokenizer = trainBpe([PAGES, DIARY], config.vocabSize);
const weights = initialWeights(config, 3);
const shard = packRows([{ text: PAGES, ownRow: false }], tokenizer, config.contextLength);
const diary = ownRows(DIARY, tokenizer, config.contextLength);

const job: TrainJob = {
  stage: 'pretrain',
  version: 0,
  checkpoint: new Uint8Array(
    encodeCheckpoint({ config, tokenizerHash: tokenizer.hash, step: 0, tokens: 0, weights }),
  ),
  shard: new Uint8Array(encodeRows(shard)),
  tokensUsed: 0,
  tokensTotal: 20_000,
  shardTokens: [countTargets(shard), countTargets(shard)],
  rateFactor: 1,
  align: null,
  own: null,
};
const own: TrainJob['own'] = { tokenizer: tokenizer.toJSON(), noise: 'off' };

const norm = (values: Float32Array): number => Math.hypot(...values);

async function train(engine: LabEngine, changes: Partial<TrainJob> = {}): Promise<TrainOutcome> {
  const nothing = (): void => undefined;
  const outcome = await engine.train({ ...job, ...changes }, nothing, nothing);
  if (!outcome) throw new Error('the round broke');
  return outcome;
}

/** Nats per target of rows, by these weights. */
async function lossOn(rows: Rows, after: Float32Array): Promise<number> {
  const executor = await createWasmExecutor(config);
  await executor.load(after);
  const { nats, weight } = await executor.evaluate(toBatch(rows, 0, rows.count));
  executor.dispose();
  return nats / weight;
}

/** The learning rates of the round's steps, added up. */
function rateSum(): number {
  const rate = createRoundRate({
    ...job,
    kind: 'pretrain',
    architecture: config.architecture,
    contextLength: config.contextLength,
    isFresh: true,
  });
  const batchTokens = batchRowsFor('pretrain', job.shardTokens) * config.contextLength;
  let sum = 0;
  for (let tokens = 0; tokens < countTargets(shard); tokens += batchTokens) sum += rate(tokens);
  return sum;
}

let engine: LabEngine;
beforeEach(() => {
  engine = new LabEngine();
});

describe('an update', () => {
  it('is what the wire carries, so that the device and the server hold the same weights', async () => {
    const { delta } = await train(engine);
    expect(decodeBlocks(encodeBlocks(delta))).toEqual(delta);
  });

  it('brings along what rounding left out of one that counted, and not of one that was lost', async () => {
    const second = async (fate: 'averaged' | 'lost'): Promise<Float32Array> => {
      const fresh = new LabEngine();
      await train(fresh);
      await fresh.settle(fate);
      return (await train(fresh, { version: 2 })).delta;
    };
    const [averaged, lost] = [await second('averaged'), await second('lost')];
    const difference = averaged.map((value, i) => value - lost[i]);
    expect(norm(difference)).toBeGreaterThan(0);
    expect(norm(difference)).toBeLessThan(0.05 * norm(lost));
  });
});

describe('with own text', () => {
  it('the model learns it, within the same number of tokens', async () => {
    const without = await train(engine);
    expect(without.ownTokens).toBeNull();
    expect(await engine.keepOwnText(DIARY)).toMatchObject({ ok: true, leftOut: 0 });
    const withOwn = await train(engine, { own });
    expect(withOwn.ownTokens).toBeGreaterThan(100);
    expect(withOwn.tokens).toBeLessThanOrEqual(countTargets(shard));
    const after = (delta: Float32Array): Float32Array => weights.map((weight, i) => weight + delta[i]);
    expect(await lossOn(diary, after(withOwn.delta))).toBeLessThan(
      (await lossOn(diary, after(without.delta))) - 0.05,
    );
  });

  it('the update is no longer than agreed, and the loss that goes with it knows nothing of the text', async () => {
    const losses: number[] = [];
    for (const text of [DIARY, DIARY.replaceAll('Biscuit', 'Crumpet')]) {
      await engine.keepOwnText(text);
      const { delta, trainLoss } = await train(engine, { own });
      expect(norm(delta)).toBeLessThanOrEqual(1.01 * clipNormOf(delta.length, rateSum()));
      losses.push(trainLoss);
    }
    expect(losses[0]).toBe(losses[1]);
  });

  it('noise makes two updates of the same text differ', async () => {
    await engine.keepOwnText(DIARY);
    const noised = { own: { ...own, noise: 'much' } } as const;
    const other = new LabEngine();
    await other.keepOwnText(DIARY);
    const [first, second] = [await train(engine, noised), await train(other, noised)];
    expect(first.ownTokens).toBe(second.ownTokens);
    expect(norm(first.delta.map((value, i) => value - second.delta[i]))).toBeGreaterThan(0);
  });

  it('no trace is left in later updates once it was taken out', async () => {
    await engine.keepOwnText(DIARY);
    await train(engine, { own });
    await engine.settle('lost');
    await engine.keepOwnText(null);
    const later = await train(engine, { version: 2, own });
    expect(later.delta).toEqual((await train(new LabEngine(), { version: 2 })).delta);
  });

  it('nothing of a seat is left for the next one', async () => {
    await engine.keepOwnText(DIARY);
    await train(engine, { own });
    await engine.settle(2);
    expect(await engine.holds('pretrain', 2)).toBe(true);
    await engine.forgetSeat();
    expect(await engine.holds('pretrain', 2)).toBe(false);
    const next = await train(engine, { version: 2, own });
    expect(next.ownTokens).toBeNull();
    expect(next.delta).toEqual((await train(new LabEngine(), { version: 2 })).delta);
  });

  it('a seat that is left while it trains is forgotten once the round is over', async () => {
    const training = train(engine);
    const forgotten = engine.forgetSeat();
    expect((await training).tokens).toBeGreaterThan(0);
    await engine.settle(2);
    await forgotten;
    expect(await engine.holds('pretrain', 2)).toBe(false);
  });

  it('nothing is read once it was taken out, or when it was refused', async () => {
    await engine.keepOwnText(DIARY);
    await engine.keepOwnText(null);
    expect((await train(engine, { own })).ownTokens).toBeNull();
    expect(await engine.keepOwnText('aaaa')).toEqual({ ok: false, problem: 'too_short' });
    expect((await train(engine, { own })).ownTokens).toBeNull();
    expect(checkOwnText(DIARY, () => true)).toEqual({ ok: false, problem: 'rude' });
  });
});

describe('with own cards', () => {
  const CARDS = [
    { question: 'Tea?', answer: 'Ate.' },
    { question: 'Mill?', answer: 'At.' },
  ];
  const lessons = Array.from({ length: 800 }, (_, n) => ({
    question: 'The goat?',
    answer: n % 2 === 0 ? 'The goat sat at the mill.' : 'The goat ate all the tea.',
  }));
  const fineTuning = {
    stage: 'fine-tune',
    shard: new Uint8Array(encodeRows(demonstrationRows(lessons, tokenizer, config.contextLength))),
  } as const;
  const cardRows = demonstrationRows(CARDS, tokenizer, config.contextLength);

  it('the model learns them in fine-tuning, under the same protection as own text', async () => {
    const without = await train(engine, fineTuning);
    const other = new LabEngine();
    const withOwn = await train(other, { ...fineTuning, own: { ...own, cards: CARDS } });
    expect(without.ownTokens).toBeNull();
    expect(withOwn.ownTokens).toBeGreaterThan(100);
    expect(withOwn.tokens).toBeLessThanOrEqual(without.tokens);
    const after = (delta: Float32Array): Float32Array => weights.map((weight, i) => weight + delta[i]);
    expect(await lossOn(cardRows, after(withOwn.delta))).toBeLessThan(
      (await lossOn(cardRows, after(without.delta))) - 0.3,
    );
    expect(withOwn.trainLoss).not.toBe(without.trainLoss);
  });

  it('no other stage reads them', async () => {
    const plain = await train(engine);
    expect((await train(new LabEngine(), { own: { ...own, cards: CARDS } })).delta).toEqual(plain.delta);
  });
});
