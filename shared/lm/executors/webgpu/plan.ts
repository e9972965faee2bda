/** A training step as a static list of dispatches: forward, loss, backward, clipping and AdamW. */

import type { NormLayer } from '../../../nn/heap-layout.ts';
import { ATTENTION_THREADS, attentionKernels } from '../../../nn/webgpu/attention.ts';
import { dispatch, dispatchOver, foldGroups, type Dispatch } from '../../../nn/webgpu/kernel.ts';
import { linear, linearGradient, matmulFor } from '../../../nn/webgpu/products.ts';
import { CROSS_ENTROPY, LAYER_NORM, layerNormGradient } from '../../../nn/webgpu/rows.ts';
import {
  ADAM_W,
  ADD_VALUES,
  EMBED,
  EMBED_GRADIENT,
  GATHER_GRADIENTS,
  SUMMARIZE,
} from '../../../nn/webgpu/update.ts';
import type { TransformerConfig } from '../../config.ts';
import type { TransformerLayout } from '../../transformer/layout.ts';
import { planLayout, type BlockActivations, type Layout } from './layout.ts';

export interface Plan {
  layout: Layout;
  /** Ends with the sum of the losses in the batch's report. */
  evaluation: readonly Dispatch[];
  /** Leaves loss and gradient norm in the batch's report. */
  training: readonly Dispatch[];
}

/** The kernels depend on the model only. Throws an Error when the batch is larger than WebGPU can dispatch. */
export function planStep(
  config: TransformerConfig,
  heapLayout: TransformerLayout,
  rows: number,
  length: number,
): Plan {
  const layout = planLayout(config, heapLayout, rows, length);
  const forward = planForward(config, heapLayout, layout);
  return {
    layout,
    evaluation: [...forward, summarize(layout, 0)],
    training: [...forward, ...planBackward(config, heapLayout, layout), ...planUpdate(heapLayout, layout)],
  };
}

/** Up to the loss of each position; the logits become their own gradient. */
function planForward(
  config: TransformerConfig,
  { parameters, rotations }: TransformerLayout,
  layout: Layout,
): Dispatch[] {
  const { width, heads, vocabSize } = config;
  const { activations, batch, length, losses } = layout;
  const { stream, finalNorm, finalStatistics, logits } = activations;
  const m = layout.rows * length;
  const norm = ({ gain, bias }: NormLayer, x: number, y: number, statistics: number): Dispatch =>
    dispatchOver(LAYER_NORM, { x, gain, bias, y, statistics, rows: m, width }, m);
  const matmul = matmulFor(width);
  const { tokenEmbedding: tokenTable, previousEmbedding: previousTable, valueEmbedding: table } = parameters;
  const { tokens, previous, targets, weights } = batch;
  const rotation = { rotations, length, headWidth: width / heads };
  const list = [
    dispatchOver(EMBED, { tokens, previous, tokenTable, previousTable, y: stream, rows: m, width }, m),
  ];
  parameters.blocks.forEach(({ norm1, qkv, projection, norm2, expand, contract }, layer) => {
    const a = activations.blocks[layer];
    list.push(
      norm(norm1, a.input, a.norm1, a.statistics1),
      linear(matmul, qkv, a.norm1, a.qkv, m, { rotation }),
      dispatchOver(ADD_VALUES, { tokens, table, qkv: a.qkv, rows: m, width }, m),
      attention(config, layout, a),
      linear(matmul, projection, a.mixed, a.middle, m, { residual: a.input }),
      norm(norm2, a.middle, a.norm2, a.statistics2),
      linear(matmul, expand, a.norm2, a.hidden, m, { squaredRelu: true }),
      linear(matmul, contract, a.hidden, a.output, m, { residual: a.middle }),
    );
  });
  list.push(
    norm(parameters.finalNorm, activations.output, finalNorm, finalStatistics),
    linear(matmul, { weight: parameters.head, inputs: width, outputs: vocabSize }, finalNorm, logits, m),
    dispatchOver(CROSS_ENTROPY, { logits, targets, weights, losses, rows: m, vocabSize }, m),
  );
  return list;
}

/** What both passes of attention take, and how many workgroups take the queries. */
function attentionArguments({ width, heads }: TransformerConfig, layout: Layout, a: BlockActivations) {
  const { rows, length } = layout;
  const scale = 1 / Math.sqrt(width / heads);
  return {
    args: { qkv: a.qkv, mixed: a.mixed, statistics: a.attention, rows, length, heads, scale },
    groups: rows * heads * Math.ceil(length / ATTENTION_THREADS),
  };
}

/** Mixed values of every row and head: softmax(Q K^T / sqrt(headWidth)) V, without what lies in the future. */
function attention(config: TransformerConfig, layout: Layout, a: BlockActivations): Dispatch {
  const kernel = attentionKernels(config.width / config.heads).attention;
  const { args, groups } = attentionArguments(config, layout, a);
  return dispatch(kernel, args, foldGroups(groups));
}

/** dQkv from dMixed. */
function attentionGradient(
  config: TransformerConfig,
  { rotations }: TransformerLayout,
  layout: Layout,
  a: BlockActivations,
): Dispatch {
  const kernel = attentionKernels(config.width / config.heads).attentionGradient;
  const { dMixed, dQkv } = layout.activations;
  const { args, groups } = attentionArguments(config, layout, a);
  return dispatch(kernel, { ...args, dMixed, dQkv, rotations, queryGroups: groups }, foldGroups(2 * groups));
}

/** Sets the gradient of the embedding tables and the slices of all other gradients. */
function planBackward(config: TransformerConfig, heapLayout: TransformerLayout, layout: Layout): Dispatch[] {
  const { width, vocabSize } = config;
  const { activations, slices, batch } = layout;
  const { logits, finalNorm, dStream, dHidden, dMixed, dQkv } = activations;
  const { parameters, weights, gradients } = heapLayout;
  const m = layout.rows * layout.length;

  /** Sets dStream, or adds to it where the input also went past the norm. */
  const normGradient = ({ gain }: NormLayer, x: number, statistics: number, accumulate: 0 | 1): Dispatch =>
    layerNormGradient(
      { dy: dMixed, x, gain, statistics, dx: dStream, rows: m, width, accumulate },
      slices,
      weights,
    );

  const { order, starts } = batch;
  /** Of the rows of tables that positions read, from dy at every `step` floats. */
  const embedGradient = (
    table: number,
    rows: number,
    dy: number,
    step: number,
    accumulate: 0 | 1,
  ): Dispatch => {
    const gradient = table - weights + gradients;
    return dispatchOver(EMBED_GRADIENT, { order, starts, dy, step, gradient, rows, width, accumulate }, rows);
  };

  const matmul = matmulFor(width);
  const head = { weight: parameters.head, inputs: width, outputs: vocabSize };
  const list = [
    linearGradient(matmul, head, { x: finalNorm, dy: logits, dx: dMixed, m }, slices, weights),
    normGradient(parameters.finalNorm, activations.output, activations.finalStatistics, 0),
  ];
  for (let layer = config.layers - 1; layer >= 0; layer--) {
    const { norm1, qkv, projection, norm2, expand, contract } = parameters.blocks[layer];
    const a = activations.blocks[layer];
    const activated = a.hidden;
    list.push(
      linearGradient(
        matmul,
        contract,
        { x: a.hidden, dy: dStream, dx: dHidden, m, activated },
        slices,
        weights,
      ),
      linearGradient(matmul, expand, { x: a.norm2, dy: dHidden, dx: dMixed, m }, slices, weights),
      normGradient(norm2, a.middle, a.statistics2, 1),
      linearGradient(matmul, projection, { x: a.mixed, dy: dStream, dx: dMixed, m }, slices, weights),
      attentionGradient(config, heapLayout, layout, a),
      embedGradient(
        parameters.valueEmbedding,
        vocabSize,
        dQkv + 2 * width,
        3 * width,
        layer === config.layers - 1 ? 0 : 1,
      ),
      linearGradient(matmul, qkv, { x: a.norm1, dy: dQkv, dx: dMixed, m }, slices, weights),
      normGradient(norm1, a.input, a.statistics1, 1),
    );
  }
  list.push(embedGradient(parameters.tokenEmbedding, 2 * vocabSize, dStream, width, 0));
  return list;
}

/** Gradient norm, report and optimizer. */
function planUpdate(heapLayout: TransformerLayout, layout: Layout): Dispatch[] {
  const { weights, gradients, firstMoment, secondMoment, parameterCount: count } = heapLayout;
  const { slices, squares, squareCount, reports } = layout;
  return [
    dispatchOver(
      GATHER_GRADIENTS,
      {
        gradients,
        slices: slices.base,
        sliceCount: slices.count,
        sliceStep: slices.step,
        firstSliced: slices.firstParameter,
        count,
        squares,
      },
      count,
    ),
    summarize(layout, squareCount),
    dispatchOver(ADAM_W, { weights, gradients, firstMoment, secondMoment, count, reports }, count),
  ];
}

function summarize({ rows, length, losses, squares, reports }: Layout, squareCount: number): Dispatch {
  return dispatch(SUMMARIZE, { losses, lossCount: rows * length, squares, squareCount, reports }, [1, 1, 1]);
}
