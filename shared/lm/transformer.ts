/** The model itself: forward and backward pass as a fixed sequence of kernel calls over the arena. */

import type { Activations, Arena } from './arena.ts';
import type { ModelConfig } from './config.ts';
import { DENSE, LOWER_LEFT, LOWER_OUTPUT, UPPER_LEFT, type Kernels } from './kernels.ts';

/** Y[m, n] = X[m, k] W[k, n] + bias. */
function linear(
  kernels: Kernels,
  x: number,
  weight: number,
  bias: number,
  y: number,
  m: number,
  k: number,
  n: number,
): void {
  kernels.broadcastRow(bias, y, m, n);
  kernels.gemm(x, k, 1, weight, n, y, n, m, k, n, 1, DENSE);
}

/** Adds to the gradients of W and bias, and sets dX = dY W^T. */
function linearGradient(
  kernels: Kernels,
  x: number,
  weight: number,
  dWeight: number,
  dBias: number,
  dy: number,
  dx: number,
  scratch: number,
  m: number,
  k: number,
  n: number,
): void {
  kernels.addColumnSums(dy, dBias, m, n);
  kernels.gemm(x, 1, k, dy, n, dWeight, n, k, m, n, 1, DENSE);
  kernels.transpose(weight, n, k, n, scratch);
  kernels.gemm(dy, n, 1, scratch, k, dx, k, m, n, k, 0, DENSE);
}

/** Fills every activation up to the logits; tokens and positions must be in place. */
export function forward(kernels: Kernels, config: ModelConfig, arena: Arena, activations: Activations): void {
  const { width, heads, vocabSize, layers } = config;
  const { rows, length, scratch } = activations;
  const { parameters, weights } = arena;
  const m = rows * length;
  const headWidth = width / heads;
  const scale = 1 / Math.sqrt(headWidth);
  const first = activations.blocks[0].input;
  kernels.embed(
    activations.tokens,
    activations.positions,
    weights + parameters.tokenEmbedding,
    weights + parameters.positionEmbedding,
    first,
    m,
    width,
  );
  for (let layer = 0; layer < layers; layer++) {
    const p = parameters.blocks[layer];
    const a = activations.blocks[layer];
    kernels.layerNorm(a.input, weights + p.gain1, weights + p.bias1, a.norm1, a.statistics1, m, width);
    linear(kernels, a.norm1, weights + p.qkv, weights + p.qkvBias, a.qkv, m, width, 3 * width);
    for (let row = 0; row < rows; row++) {
      for (let head = 0; head < heads; head++) {
        const query = a.qkv + row * length * 3 * width + head * headWidth;
        const key = query + width;
        const value = key + width;
        const scores = a.probabilities + (row * heads + head) * length * length;
        const mixed = a.mixed + row * length * width + head * headWidth;
        kernels.transpose(key, 3 * width, length, headWidth, scratch);
        kernels.gemm(
          query,
          3 * width,
          1,
          scratch,
          length,
          scores,
          length,
          length,
          headWidth,
          length,
          0,
          LOWER_OUTPUT,
        );
        kernels.causalSoftmax(scores, length, scale);
        kernels.gemm(
          scores,
          length,
          1,
          value,
          3 * width,
          mixed,
          width,
          length,
          length,
          headWidth,
          0,
          LOWER_LEFT,
        );
      }
    }
    kernels.addRowAndResidual(weights + p.projectionBias, a.input, a.middle, m, width);
    kernels.gemm(
      a.mixed,
      width,
      1,
      weights + p.projection,
      width,
      a.middle,
      width,
      m,
      width,
      width,
      1,
      DENSE,
    );
    kernels.layerNorm(a.middle, weights + p.gain2, weights + p.bias2, a.norm2, a.statistics2, m, width);
    linear(kernels, a.norm2, weights + p.expand, weights + p.expandBias, a.hidden, m, width, 4 * width);
    kernels.relu(a.hidden, m * 4 * width);
    kernels.addRowAndResidual(weights + p.contractBias, a.middle, a.output, m, width);
    kernels.gemm(
      a.hidden,
      4 * width,
      1,
      weights + p.contract,
      width,
      a.output,
      width,
      m,
      4 * width,
      width,
      1,
      DENSE,
    );
  }
  const { finalNorm, finalStatistics, logits } = activations;
  const last = activations.blocks[layers - 1].output;
  kernels.layerNorm(
    last,
    weights + parameters.finalGain,
    weights + parameters.finalBias,
    finalNorm,
    finalStatistics,
    m,
    width,
  );
  kernels.gemm(
    finalNorm,
    width,
    1,
    weights + parameters.head,
    vocabSize,
    logits,
    vocabSize,
    m,
    width,
    vocabSize,
    0,
    DENSE,
  );
}

/** Sets the gradient of every parameter; the logits must hold the gradient of the loss (see crossEntropy). */
export function backward(
  kernels: Kernels,
  config: ModelConfig,
  arena: Arena,
  activations: Activations,
): void {
  const { width, vocabSize, layers } = config;
  const { rows, length, scratch, logits, finalNorm, dStream, dWide, dMixed } = activations;
  const { parameters, weights, gradients } = arena;
  const m = rows * length;
  kernels.fillZero(gradients, arena.parameterCount);

  kernels.gemm(
    finalNorm,
    1,
    width,
    logits,
    vocabSize,
    gradients + parameters.head,
    vocabSize,
    width,
    m,
    vocabSize,
    1,
    DENSE,
  );
  kernels.transpose(weights + parameters.head, vocabSize, width, vocabSize, scratch);
  kernels.gemm(logits, vocabSize, 1, scratch, width, dWide, width, m, vocabSize, width, 0, DENSE);
  kernels.layerNormGradient(
    dWide,
    activations.blocks[layers - 1].output,
    weights + parameters.finalGain,
    activations.finalStatistics,
    gradients + parameters.finalGain,
    gradients + parameters.finalBias,
    dStream,
    m,
    width,
    0,
  );

  for (let layer = layers - 1; layer >= 0; layer--) {
    const p = parameters.blocks[layer];
    const a = activations.blocks[layer];
    linearGradient(
      kernels,
      a.hidden,
      weights + p.contract,
      gradients + p.contract,
      gradients + p.contractBias,
      dStream,
      dWide,
      scratch,
      m,
      4 * width,
      width,
    );
    kernels.reluGradient(a.hidden, dWide, m * 4 * width);
    linearGradient(
      kernels,
      a.norm2,
      weights + p.expand,
      gradients + p.expand,
      gradients + p.expandBias,
      dWide,
      dMixed,
      scratch,
      m,
      width,
      4 * width,
    );
    kernels.layerNormGradient(
      dMixed,
      a.middle,
      weights + p.gain2,
      a.statistics2,
      gradients + p.gain2,
      gradients + p.bias2,
      dStream,
      m,
      width,
      1,
    );

    linearGradient(
      kernels,
      a.mixed,
      weights + p.projection,
      gradients + p.projection,
      gradients + p.projectionBias,
      dStream,
      dMixed,
      scratch,
      m,
      width,
      width,
    );
    attentionGradient(kernels, config, activations, layer);
    linearGradient(
      kernels,
      a.norm1,
      weights + p.qkv,
      gradients + p.qkv,
      gradients + p.qkvBias,
      activations.dQkv,
      dMixed,
      scratch,
      m,
      width,
      3 * width,
    );
    kernels.layerNormGradient(
      dMixed,
      a.input,
      weights + p.gain1,
      a.statistics1,
      gradients + p.gain1,
      gradients + p.bias1,
      dStream,
      m,
      width,
      1,
    );
  }
  kernels.embedGradient(
    activations.tokens,
    activations.positions,
    dStream,
    gradients + parameters.tokenEmbedding,
    gradients + parameters.positionEmbedding,
    m,
    width,
  );
}

/** dQkv from dMixed, one row and head at a time. */
function attentionGradient(
  kernels: Kernels,
  config: ModelConfig,
  activations: Activations,
  layer: number,
): void {
  const { width, heads } = config;
  const { rows, length, scratch, dScores } = activations;
  const a = activations.blocks[layer];
  const headWidth = width / heads;
  const stride = 3 * width;
  for (let row = 0; row < rows; row++) {
    for (let head = 0; head < heads; head++) {
      const offset = row * length * stride + head * headWidth;
      const query = a.qkv + offset;
      const dQuery = activations.dQkv + offset;
      const probabilities = a.probabilities + (row * heads + head) * length * length;
      const dMixed = activations.dMixed + row * length * width + head * headWidth;
      const dKey = dQuery + width;
      const dValue = dKey + width;
      kernels.gemm(
        probabilities,
        1,
        length,
        dMixed,
        width,
        dValue,
        stride,
        length,
        length,
        headWidth,
        0,
        UPPER_LEFT,
      );
      kernels.transpose(query + 2 * width, stride, length, headWidth, scratch);
      kernels.gemm(
        dMixed,
        width,
        1,
        scratch,
        length,
        dScores,
        length,
        length,
        headWidth,
        length,
        0,
        LOWER_OUTPUT,
      );
      kernels.causalSoftmaxGradient(probabilities, dScores, length, 1 / Math.sqrt(headWidth));
      kernels.gemm(
        dScores,
        length,
        1,
        query + width,
        stride,
        dQuery,
        stride,
        length,
        length,
        headWidth,
        0,
        LOWER_LEFT,
      );
      kernels.gemm(dScores, 1, length, query, stride, dKey, stride, length, length, headWidth, 0, UPPER_LEFT);
    }
  }
}
