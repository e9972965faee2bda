/** A team's training run in one process: the game's own rounds, rates, rounding and outer step, with levers to pull. */

import { mixRows } from '../../shared/data/mixture.ts';
import { encodeDocuments, packRows, sliceRows, targetCounts } from '../../shared/data/rows.ts';
import { countBytes, evaluateBitsPerByte } from '../../shared/lm/bits-per-byte.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { withErrorFeedback } from '../../shared/nn/formats/int8-blocks.ts';
import { agreeing, outerStep, type Contribution } from '../../shared/lm/federated/outer-step.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { clipAndNoise, clipNormOf, shrinkNoise } from '../../shared/lm/federated/private-update.ts';
import { createRoundRate } from '../../shared/lm/federated/round-rate.ts';
import { toBatch, type Rows } from '../../shared/lm/rows.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { createRandom, hashSeed, type Random } from '../../shared/random.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { generateCorpus } from '../../shared/world/corpus.ts';
import type { WorldKind } from '../../shared/world/document.ts';
import { createWorld } from '../../shared/world/world.ts';

/** Small enough that five seeds of all levers take minutes on one processor. */
const CONFIG: ModelConfig = {
  architecture: 'transformer',
  vocabSize: 320,
  contextLength: 32,
  width: 32,
  layers: 1,
  heads: 2,
};
const KINDS: readonly WorldKind[] = ['stories', 'encyclopedia', 'questions'];
const MARKET_BYTES = 120_000;
const HELD_OUT_BYTES = 6_000;

/** Everything that the runs of one seed share. */
export interface Field {
  seed: number;
  config: ModelConfig;
  rows: Rows;
  heldOut: { rows: Rows; bytes: number };
  weights: Float32Array;
  random: Random;
}

/** What a worker that is not honest does with its update; both keep its length. */
type Attack = 'reversed' | 'random';
/** How updates become one step; `game` is what the server does. */
type Robust = 'game' | 'plain mean' | 'norm-clipped' | 'trimmed mean';

export interface TeamOptions {
  workers: number;
  /** Gradient steps of each worker, in all and in a round. */
  steps: number;
  stepsPerRound: number;
  /** Rows of a step. */
  batchRows: number;
  robust?: Robust;
  /** The last worker is one of these. */
  attack?: Attack | null;
  /** Of the outer step; the game's unless given. */
  momentum?: number;
  /** Rounds updates to int8 with error feedback, as the wire does. */
  int8?: boolean;
  /** Clips and noises the updates of this many workers, as those with own text do. */
  privateWorkers?: number;
  noiseMultiplier?: number;
}

/** The world, the text and the untrained model of a seed; `rowCount` is the longest run's need. */
export function createField(seed: number, rowCount: number): Field {
  const world = createWorld(seed);
  const random = createRandom(seed).fork('team');
  const corpus = (kind: WorldKind, bytes: number, part: string) =>
    generateCorpus(world, kind, { bytes, seed: hashSeed(seed, part) });
  const market = KINDS.map((kind) => corpus(kind, MARKET_BYTES, 'market'));
  const known = new Set(market.flat().map(({ text }) => text));
  const heldOut = KINDS.flatMap((kind) =>
    corpus(kind, HELD_OUT_BYTES, 'held-out').filter(({ text }) => !known.has(text)),
  );
  const tokenizer = trainBpe(known, CONFIG.vocabSize);
  return {
    seed,
    config: CONFIG,
    rows: mixRows({
      datasets: market.map((documents) => ({ share: 1, documents: encodeDocuments(documents, tokenizer) })),
      contextLength: CONFIG.contextLength,
      trainTokens: rowCount * CONFIG.contextLength,
      random: random.fork('shards'),
    }),
    heldOut: {
      rows: packRows(heldOut, tokenizer, CONFIG.contextLength),
      bytes: countBytes(heldOut.map(({ text }) => text)),
    },
    weights: initialWeights(CONFIG, hashSeed(seed, 'weights')),
    random,
  };
}

function normOf(change: Float32Array): number {
  return Math.sqrt(change.reduce((sum, value) => sum + value * value, 0));
}

/** The same length, in the direction of the attack. */
function attacked(change: Float32Array, attack: Attack, random: Random): Float32Array {
  if (attack === 'reversed') return change.map((value) => -value);
  const noise = change.map(() => random.next() - 0.5);
  const scale = normOf(change) / normOf(noise);
  return noise.map((value) => value * scale);
}

/** Coordinate by coordinate, the mean without the largest and the smallest (Yin et al., 2018). */
function trimmed(contributions: readonly Contribution[]): Contribution[] {
  const delta = contributions[0].delta.map((_, i) => {
    const sorted = contributions.map((one) => one.delta[i]).sort((a, b) => a - b);
    const kept = sorted.slice(1, -1);
    return kept.reduce((sum, value) => sum + value, 0) / kept.length;
  });
  return [
    { ...contributions[0], delta },
    { ...contributions[0], delta },
  ];
}

/** Equal lengths are never clipped by `outerStep`, so this leaves the plain mean of what it is given. */
function plain(contributions: readonly Contribution[]): Contribution[] {
  const mean = contributions[0].delta.map(
    (_, i) => contributions.reduce((sum, { delta }) => sum + delta[i], 0) / contributions.length,
  );
  return [
    { ...contributions[0], delta: mean },
    { ...contributions[0], delta: mean },
  ];
}

/** The contributions that the outer step takes, by the way chosen. */
function chosen(contributions: readonly Contribution[], robust: Robust): Contribution[] {
  if (contributions.length === 1 || robust === 'norm-clipped') return [...contributions];
  if (robust === 'plain mean') return plain(contributions);
  if (robust === 'trimmed mean') return trimmed(contributions);
  return agreeing(contributions).map((index) => contributions[index]);
}

async function heldOutBits(executor: Executor, { heldOut: { rows, bytes } }: Field): Promise<number> {
  const { nats } = await executor.evaluate(toBatch(rows, 0, rows.count));
  return evaluateBitsPerByte(nats, bytes);
}

/**
 * Trains a team on one seed's field: the held-out bits per byte of its last weights, and the mean over updates of the root
 * mean square change of a weight divided by the sum of the round's learning rates.
 */
export async function trainTeam(
  field: Field,
  options: TeamOptions,
): Promise<{ bits: number; updateShare: number }> {
  const { workers, steps, stepsPerRound, batchRows, robust = 'game', attack = null } = options;
  const { int8 = true, privateWorkers = 0, noiseMultiplier = 0 } = options;
  const random = field.random.fork(JSON.stringify(options));
  const executors: Executor[] = [];
  for (let worker = 0; worker < workers; worker++) executors.push(await createWasmExecutor(field.config));
  const owed = new Map<number, Float32Array>();
  const counts = targetCounts(field.rows);
  const tokensOf = (start: number, count: number): number =>
    counts.subarray(start, start + count).reduce((sum, value) => sum + value, 0);
  const tokensTotal = tokensOf(0, workers * steps * batchRows);
  let weights: Float32Array = field.weights;
  let velocity: Float32Array | null = null;
  let row = 0;
  let tokensUsed = 0;
  const shares: number[] = [];
  for (let done = 0; done < steps; done += stepsPerRound) {
    const shardRows = Math.min(stepsPerRound, steps - done) * batchRows;
    const shards = executors.map((_, worker) => sliceRows(field.rows, row + worker * shardRows, shardRows));
    const shardTokens = shards.map((_, worker) => tokensOf(row + worker * shardRows, shardRows));
    const contributions: Contribution[] = [];
    for (const [worker, executor] of executors.entries()) {
      const others = shardTokens.filter((_, other) => other !== worker);
      await executor.load(weights, { keepMoments: done > 0 });
      const learningRate = createRoundRate({
        kind: 'pretrain',
        architecture: field.config.architecture,
        contextLength: field.config.contextLength,
        tokensUsed,
        tokensTotal,
        shardTokens: [shardTokens[worker], ...others],
        isFresh: done === 0,
      });
      let rates = 0;
      const counted = (roundTokens: number): number => {
        const rate = learningRate(roundTokens);
        rates += rate;
        return rate;
      };
      await runRound({ executor, rows: shards[worker], batchRows, learningRate: counted, now: () => 0 });
      const after = await executor.weights();
      let change: Float32Array = after.map((value, i) => value - weights[i]);
      shares.push(normOf(change) / Math.sqrt(change.length) / rates);
      if (attack && worker === workers - 1) change = attacked(change, attack, random);
      if (worker < privateWorkers) {
        const clipNorm = clipNormOf(change.length, rates);
        change = clipAndNoise(change, { clipNorm, noiseMultiplier, uniform: random.next });
        change = shrinkNoise(change, noiseMultiplier);
      }
      if (int8) {
        const { sent, residual } = withErrorFeedback(change, owed.get(worker) ?? null);
        owed.set(worker, residual);
        change = sent;
      }
      contributions.push({ delta: change, tokens: shardTokens[worker] });
    }
    const taken = chosen(contributions, robust);
    if (taken.length > 0) ({ weights, velocity } = outerStep(weights, taken, velocity, options.momentum));
    row += workers * shardRows;
    tokensUsed += shardTokens.reduce((sum, tokens) => sum + tokens, 0);
  }
  await executors[0].load(weights);
  const bits = await heldOutBits(executors[0], field);
  for (const executor of executors) executor.dispose();
  const updateShare = shares.reduce((sum, value) => sum + value, 0) / shares.length;
  return { bits, updateShare };
}
