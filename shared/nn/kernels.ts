/**
 * The numeric kernels that a model is computed with: one interface, implemented in plain JavaScript and in WASM.
 *
 * Every offset counts floats from the start of one heap that holds weights, gradients, moments and activations; tokens,
 * targets, positions and slots are 32-bit integers in the same heap. Matrices are row-major, and all widths, vocabulary
 * sizes and sequence lengths are multiples of 4.
 */

/** Which part of a matrix product can be skipped because the attention is causal; m is then a multiple of 4. */
export const DENSE = 0;
/** Only C[i, j <= i] is wanted (rounded up to 4 columns); the rest of C is left as it is. */
export const LOWER_OUTPUT = 1;
/** A[i, k > i] is zero. */
export const LOWER_LEFT = 2;
/** A[i, k < i] is zero. */
export const UPPER_LEFT = 3;

/**
 * The first floats of the heap belong to the kernels: the matrix product packs a block's columns and rows there. A second
 * thread over the same heap needs as many of its own.
 */
export const PACKING_START = 16;
/** 8 columns and 128 rows of a block, as in matrix.as.ts. */
export const PACKING_FLOATS = 256 * 8 + 260 * 128;

export interface Kernels {
  /**
   * C[m, n] = A[m, k] B[k, n], added to C when `accumulate` is 1. A[i, q] is at a + i * aRow + q * aColumn, where one of the
   * steps is 1, so that a transposed A needs no copy; n is a multiple of 4.
   */
  gemm(
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    c: number,
    cRow: number,
    m: number,
    k: number,
    n: number,
    accumulate: number,
    shape: number,
  ): void;
  /** target[columns, rows] = source[rows, columns] transposed. */
  transpose(source: number, sourceRow: number, rows: number, columns: number, target: number): void;
  fillZero(target: number, size: number): void;
  /** target[r, :] = row. */
  broadcastRow(row: number, target: number, rows: number, columns: number): void;
  /** target[:] += sum over r of source[r, :]. */
  addColumnSums(source: number, target: number, rows: number, columns: number): void;
  /** target[r, :] = row + residual[r, :]; target may be the residual itself. */
  addRowAndResidual(row: number, residual: number, target: number, rows: number, columns: number): void;
  /** max(0, x)^2 of each value. */
  squaredRelu(values: number, size: number): void;
  /** Multiplies the gradient by the slope of squaredRelu, 2 max(0, x), which is twice the root of the activated value. */
  squaredReluGradient(activated: number, gradient: number, size: number): void;
  /** target[r] = tokens[r - 1], or 0 where positions[r] is 0: a text follows token 0. */
  previousTokens(tokens: number, positions: number, target: number, rows: number): void;
  /**
   * Turns queries and keys, the first 2 * width columns of qkv[rows, 3 * width], in each head and pair of columns by the
   * angle of the row's position (rotations: see rotary.ts); direction -1 turns back, which is the gradient.
   */
  rotate(
    qkv: number,
    positions: number,
    rotations: number,
    rows: number,
    width: number,
    headWidth: number,
    direction: number,
  ): void;
  /** target[r, :] = table[ids[r], :]. */
  lookUp(ids: number, table: number, target: number, rows: number, width: number): void;
  /** Adds table[ids[r], :] to the `width` floats at target + r * step. */
  addLookedUp(ids: number, table: number, target: number, rows: number, width: number, step: number): void;
  /** Adds the `width` floats at gradient + r * step to the row of the table that either of them read. */
  lookUpGradient(
    ids: number,
    gradient: number,
    tableGradient: number,
    rows: number,
    width: number,
    step: number,
  ): void;
  /**
   * One time step of gated recurrent units in `rows` sequences. Row r of gates [3 * width], r * gateStep floats on, holds
   * what the input contributes to reset, update and candidate, and becomes their values; recurrent is the state's
   * contribution, laid out alike. state = candidate + update * (previous - candidate); previous 0 stands for zeros. The
   * reset gate scales the recurrent contribution to the candidate, so that one product serves all gates.
   */
  gruGates(
    gates: number,
    recurrent: number,
    previous: number,
    state: number,
    rows: number,
    width: number,
    gateStep: number,
    stateStep: number,
  ): void;
  /**
   * The gradient of `gruGates` from dState: gates and recurrent become their own gradients, and what goes to the previous
   * state directly is added to dPrevious (nothing where previous is 0).
   */
  gruGatesGradient(
    gates: number,
    recurrent: number,
    previous: number,
    dState: number,
    dPrevious: number,
    rows: number,
    width: number,
    gateStep: number,
    stateStep: number,
  ): void;
  /** Normalizes each row (epsilon 1e-5), then gain and bias; statistics[r] = (mean, 1 / deviation). */
  layerNorm(
    x: number,
    gain: number,
    bias: number,
    y: number,
    statistics: number,
    rows: number,
    width: number,
  ): void;
  /** Adds to dGain and dBias; sets dx, or adds to it when `accumulate` is 1. */
  layerNormGradient(
    dy: number,
    x: number,
    gain: number,
    statistics: number,
    dGain: number,
    dBias: number,
    dx: number,
    rows: number,
    width: number,
    accumulate: number,
  ): void;
  /** scores[length, length]: row i becomes softmax(scale * scores[i, 0..i]) and zeros. */
  causalSoftmax(scores: number, length: number, scale: number): void;
  /** Turns the gradient of the probabilities into the gradient of the raw scores, in place. */
  causalSoftmaxGradient(probabilities: number, gradient: number, length: number, scale: number): void;
  /**
   * Returns the sum over r of weights[r] * (log sum exp(logits[r]) - logits[r, targets[r]]), in nats. Unless
   * gradientScale is 0, logits become gradientScale * weights[r] * (softmax(logits[r]) - oneHot(targets[r])).
   */
  crossEntropy(
    logits: number,
    targets: number,
    weights: number,
    rows: number,
    vocabSize: number,
    gradientScale: number,
  ): number;
  sumOfSquares(values: number, size: number): number;
  /** AdamW (Loshchilov and Hutter, 2019), betas 0.9 and 0.99, epsilon 1e-8; corrections are 1 / (1 - beta^t). */
  adamW(
    weights: number,
    gradients: number,
    first: number,
    second: number,
    size: number,
    learningRate: number,
    weightDecay: number,
    gradientScale: number,
    correction1: number,
    correction2: number,
  ): void;
  /**
   * One decoding position per row: stores the keys and values of qkv[rows, 3 * width] in each row's cache slot at its
   * position, and writes the attention over everything up to there. Caches are [slots, contextLength, width]. scores is
   * scratch of [heads, contextLength], which keeps the last row's attention weights up to its position.
   */
  cachedAttention(
    qkv: number,
    keyCache: number,
    valueCache: number,
    slots: number,
    positions: number,
    scores: number,
    output: number,
    rows: number,
    heads: number,
    headWidth: number,
    contextLength: number,
  ): void;
  /** values[r, :] = softmax(scale * values[r, :]); what is 87 or more below the highest becomes exactly 0. */
  softmaxRows(values: number, rows: number, columns: number, scale: number): void;
  /**
   * crossEntropy against distributions [rows, vocabSize], each summing to 1, in place of single targets: weights[r] *
   * (log sum exp(logits[r]) - distributions[r] . logits[r]); logits become their gradient unless gradientScale is 0.
   */
  softCrossEntropy(
    logits: number,
    distributions: number,
    weights: number,
    rows: number,
    vocabSize: number,
    gradientScale: number,
  ): number;
}

/** Kernels together with the memory they work on. */
export interface KernelHost {
  /** In words, for people. */
  readonly backend: string;
  readonly kernels: Kernels;
  /** Grows the heap to at least this many floats, keeping its contents; earlier views become stale. */
  reserve(floats: number): void;
  /** Current views of the heap; ask again after `reserve`. */
  floats(): Float32Array;
  integers(): Int32Array;
}
