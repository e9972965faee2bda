/** The interpolated n-gram model: counting, the honest baseline that a trained network has to beat. */

import { hashSeed } from '../../random.ts';
import { PADDING, type Rows } from '../rows.ts';
import { CountTable } from './count-table.ts';

/** Contexts of length k = 0..order-1: how often each occurs, and how often each token follows it. */
export interface NgramModel {
  order: number;
  vocabSize: number;
  /** [order] from the number of a context to how often a token was predicted after it. */
  contexts: CountTable[];
  /** [order] from the number of a context with its next token to how often that was seen. */
  grams: CountTable[];
  /** [order][BUCKETS]: trust in the counts of a context of this length, by how often it occurs. */
  trust: Float64Array[];
}

const MAX_ORDER = 4;
/** Contexts that occur 1, 2-3, 4-7 ... times share their trust. */
const BUCKETS = 16;
const HELD_BACK_SHARE = 0.05;
const EM_ROUNDS = 20;

/** Calls `visit` for each target of the rows that counts, with the column of the target in its row. */
function forEachTarget(rows: Rows, visit: (row: Uint16Array, column: number) => void): void {
  const stride = rows.contextLength + 1;
  for (let r = 0; r < rows.count; r++) {
    const row = rows.tokens.subarray(r * stride, (r + 1) * stride);
    for (let column = rows.lossFrom[r]; column < stride && row[column] !== PADDING; column++)
      visit(row, column);
  }
}

/** The number of the context of this length before a column; contexts never reach over the row's start. */
function contextNumber(row: ArrayLike<number>, column: number, length: number, vocabSize: number): number {
  let number = 0;
  for (let i = column - length; i < column; i++) number = number * vocabSize + row[i];
  return number;
}

/** Adds the targets of these rows to the counts. */
function countGrams(rows: Rows, { order, vocabSize, contexts, grams }: Omit<NgramModel, 'trust'>): void {
  forEachTarget(rows, (row, column) => {
    for (let length = 0; length < order && length <= column; length++) {
      const context = contextNumber(row, column, length, vocabSize);
      contexts[length].add(context);
      grams[length].add(context * vocabSize + row[column]);
    }
  });
}

const bucketOf = (count: number): number => Math.min(BUCKETS - 1, 31 - Math.clz32(count));

/** Deals rows out by their content, so that a row seen in many epochs stands on one side only. */
function holdBack(rows: Rows): { fitting: Rows; heldBack: Rows } {
  const stride = rows.contextLength + 1;
  const sides: [number[], number[]] = [[], []];
  for (let row = 0; row < rows.count; row++) {
    const content = rows.tokens.subarray(row * stride, (row + 1) * stride).join();
    sides[hashSeed(0, content) / 2 ** 32 < HELD_BACK_SHARE ? 1 : 0].push(row);
  }
  const [fitting, heldBack] = sides.map((places): Rows => {
    const tokens = new Uint16Array(places.length * stride);
    places.forEach((row, i) =>
      tokens.set(rows.tokens.subarray(row * stride, (row + 1) * stride), i * stride),
    );
    const lossFrom = Uint16Array.from(places, (row) => rows.lossFrom[row]);
    return { contextLength: rows.contextLength, count: places.length, tokens, lossFrom };
  });
  return { fitting, heldBack };
}

/** Trust before any evidence; it stays in as one token's worth, so that no trust ever becomes 1 and no probability 0. */
const firstTrust = (bucket: number): number => (bucket + 1) / (bucket + 3);

/** Of some tokens, [tokens, order]: the share of the token among all that followed a context, and the context's bucket (-1: never seen). */
interface Evidence {
  shares: Float64Array;
  buckets: Int8Array;
}

/** Notes the evidence for a token from `at` on. */
function lookUp(
  model: NgramModel,
  row: ArrayLike<number>,
  column: number,
  token: number,
  out: Evidence,
  at = 0,
): void {
  for (let length = 0; length < model.order; length++) {
    const context = length <= column ? contextNumber(row, column, length, model.vocabSize) : -1;
    const total = context < 0 ? 0 : model.contexts[length].get(context);
    const seen = total > 0 ? model.grams[length].get(context * model.vocabSize + token) : 0;
    out.buckets[at + length] = total > 0 ? bucketOf(total) : -1;
    out.shares[at + length] = total > 0 ? seen / total : 0;
  }
}

const newEvidence = (size: number): Evidence => ({
  shares: new Float64Array(size),
  buckets: new Int8Array(size),
});

/** From uniform upwards, each longer context takes its trust's part of the probability. */
function interpolate({ vocabSize, order, trust }: NgramModel, { shares, buckets }: Evidence): number {
  let probability = 1 / vocabSize;
  for (let length = 0; length < order; length++) {
    if (buckets[length] < 0) continue;
    const weight = trust[length][buckets[length]];
    probability = weight * shares[length] + (1 - weight) * probability;
  }
  return probability;
}

/**
 * One round of expectation-maximisation: the new trust of a bucket is the expected share of held-back tokens that its
 * context explains, among those that no longer context explains.
 */
function reestimate(model: NgramModel, { shares, buckets }: Evidence): Float64Array[] {
  const explained = model.trust.map(() => new Float64Array(BUCKETS));
  const asked = model.trust.map(() => new Float64Array(BUCKETS));
  const below = new Float64Array(model.order);
  for (let at = 0; at < shares.length; at += model.order) {
    let probability = 1 / model.vocabSize;
    for (let length = 0; length < model.order; length++) {
      below[length] = probability;
      const bucket = buckets[at + length];
      if (bucket < 0) continue;
      const weight = model.trust[length][bucket];
      probability = weight * shares[at + length] + (1 - weight) * probability;
    }
    let left = 1;
    for (let length = model.order - 1; length >= 0; length--) {
      const bucket = buckets[at + length];
      if (bucket < 0) continue;
      const own = model.trust[length][bucket] * shares[at + length];
      const posterior = own / (own + (1 - model.trust[length][bucket]) * below[length]);
      explained[length][bucket] += left * posterior;
      asked[length][bucket] += left;
      left *= 1 - posterior;
    }
  }
  return explained.map((sums, length) =>
    sums.map((sum, bucket) => (sum + firstTrust(bucket)) / (asked[length][bucket] + 1)),
  );
}

/**
 * Fits an n-gram model with Jelinek-Mercer smoothing by deleted interpolation (Jelinek & Mercer, 1980): the trust in
 * each context, bucketed by how often it occurs, is tuned by EM on 5 % of the rows held back from counting; the counts
 * then come from all rows. Only targets that carry loss are counted, as in training.
 */
export function fitNgram(rows: Rows, vocabSize: number, order = 3): NgramModel {
  if (order < 1 || order > MAX_ORDER) throw new Error(`fitNgram: order ${order}`);
  const { fitting, heldBack } = holdBack(rows);
  const trust = Array.from({ length: order }, () =>
    Float64Array.from({ length: BUCKETS }, (_, bucket) => firstTrust(bucket)),
  );
  const tables = (): CountTable[] => Array.from({ length: order }, () => new CountTable());
  const model: NgramModel = { order, vocabSize, contexts: tables(), grams: tables(), trust };
  countGrams(fitting, model);
  let heldBackTargets = 0;
  forEachTarget(heldBack, () => heldBackTargets++);
  const evidence = newEvidence(heldBackTargets * order);
  let at = 0;
  forEachTarget(heldBack, (row, column) => {
    lookUp(model, row, column, row[column], evidence, at);
    at += order;
  });
  for (let round = 0; round < EM_ROUNDS; round++) model.trust = reestimate(model, evidence);
  countGrams(heldBack, model);
  return model;
}

/** Probability of a token after the first `column` tokens of a row. */
export function ngramProbability(
  model: NgramModel,
  row: ArrayLike<number>,
  column: number,
  token: number,
): number {
  const evidence = newEvidence(model.order);
  lookUp(model, row, column, token, evidence);
  return interpolate(model, evidence);
}

/** [vocabSize] probabilities of the next token after the tokens of a row. */
export function ngramProbabilities(model: NgramModel, tokens: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: model.vocabSize }, (_, token) =>
    ngramProbability(model, tokens, tokens.length, token),
  );
}
