/** A training step as a static list of dispatches: forward, loss, backward, clipping and AdamW. */

import type { Arena, BlockActivations, NormLayer } from '../arena.ts';
import type { ModelConfig } from '../config.ts';
import { LOWER_LEFT, LOWER_OUTPUT, UPPER_LEFT } from '../kernels.ts';
import { dispatch, dispatchOver, type Dispatch } from './kernel.ts';
import { planLayout, type Layout } from './layout.ts';
import { inputGradient, linear, product, transposed, weightGradient, type Matrix } from './products.ts';
import {
  CAUSAL_SOFTMAX,
  CAUSAL_SOFTMAX_GRADIENT,
  CROSS_ENTROPY,
  GAIN_COLUMNS,
  GAIN_GRADIENT,
  LAYER_NORM,
  LAYER_NORM_GRADIENT,
} from './rows.ts';
import { ADAM_W, EMBED, EMBED_GRADIENT, GATHER_GRADIENTS, SUMMARIZE } from './update.ts';

export interface Plan {
  layout: Layout;
  /** Ends with the sum of the losses at `layout.report`. */
  evaluation: readonly Dispatch[];
  /** Leaves loss and gradient norm at `layout.report`. */
  training: readonly Dispatch[];
}

/** Throws an Error when the batch is larger than WebGPU can dispatch. */
export function planStep(config: ModelConfig, arena: Arena, rows: number, length: number): Plan {
  const layout = planLayout(config, arena, rows, length);
  const forward = planForward(config, arena, layout);
  return {
    layout,
    evaluation: [...forward, summarize(layout, 0)],
    training: [...forward, ...planBackward(config, arena, layout), ...planUpdate(arena, layout)],
  };
}

/** Up to the loss of each position; the logits become their own gradient. */
function planForward(config: ModelConfig, { parameters }: Arena, layout: Layout): Dispatch[] {
  const { width, vocabSize } = config;
  const { activations, batch, length } = layout;
  const { stream, finalNorm, finalStatistics, logits } = activations;
  const m = layout.rows * length;
  const norm = ({ gain, bias }: NormLayer, x: number, y: number, statistics: number): Dispatch =>
    dispatchOver(LAYER_NORM, { x, gain, bias, y, statistics, rows: m, width }, m);
  const { tokenEmbedding: tokenTable, positionEmbedding: positionTable } = parameters;
  const { tokens, targets, weights } = batch;
  const list = [
    dispatchOver(EMBED, { tokens, tokenTable, positionTable, y: stream, rows: m, width, length }, m),
  ];
  parameters.blocks.forEach(({ norm1, qkv, projection, norm2, expand, contract }, layer) => {
    const a = activations.blocks[layer];
    list.push(
      norm(norm1, a.input, a.norm1, a.statistics1),
      linear(qkv, a.norm1, a.qkv, m),
      ...attention(config, layout, a),
      linear(projection, a.mixed, a.middle, m, { residual: a.input }),
      norm(norm2, a.middle, a.norm2, a.statistics2),
      linear(expand, a.norm2, a.hidden, m, { relu: true }),
      linear(contract, a.hidden, a.output, m, { residual: a.middle }),
    );
  });
  list.push(
    norm(parameters.finalNorm, activations.output, finalNorm, finalStatistics),
    product(
      { at: finalNorm, row: width },
      { at: parameters.head, row: vocabSize },
      { at: logits, row: vocabSize },
      [m, width, vocabSize],
    ),
    dispatchOver(CROSS_ENTROPY, { logits, targets, weights, losses: layout.losses, rows: m, vocabSize }, m),
  );
  return list;
}

/** The matrices of every row and head of a batch. */
function attentionMatrices(
  { width, heads }: ModelConfig,
  { length }: Layout,
): { projected(at: number): Matrix; scores(at: number): Matrix; mixed(at: number): Matrix } {
  const head = width / heads;
  return {
    projected: (at) => ({ at, row: 3 * width, batch: length * 3 * width, head }),
    scores: (at) => ({ at, row: length, batch: heads * length * length, head: length * length }),
    mixed: (at) => ({ at, row: width, batch: length * width, head }),
  };
}

/** Mixed values of every row and head: softmax(Q K^T / sqrt(headWidth)) V, without what lies in the future. */
function attention(config: ModelConfig, layout: Layout, a: BlockActivations): Dispatch[] {
  const { width, heads } = config;
  const { rows, length } = layout;
  const headWidth = width / heads;
  const { projected, scores, mixed } = attentionMatrices(config, layout);
  const query = projected(a.qkv);
  const key = projected(a.qkv + width);
  const value = projected(a.qkv + 2 * width);
  const probabilities = scores(a.probabilities);
  const all = rows * heads * length;
  const scale = 1 / Math.sqrt(headWidth);
  const wide = [length, headWidth, length] as const;
  const narrow = [length, length, headWidth] as const;
  return [
    product(query, transposed(key), probabilities, wide, { rows, heads, shape: LOWER_OUTPUT }),
    dispatchOver(CAUSAL_SOFTMAX, { scores: a.probabilities, rows: all, length, scale }, all),
    product(probabilities, value, mixed(a.mixed), narrow, { rows, heads, shape: LOWER_LEFT }),
  ];
}

/** dQkv from dMixed. */
function attentionGradient(config: ModelConfig, layout: Layout, a: BlockActivations): Dispatch[] {
  const { width, heads } = config;
  const { rows, length, dScores } = layout;
  const { dQkv, dMixed } = layout.activations;
  const headWidth = width / heads;
  const { projected, scores, mixed } = attentionMatrices(config, layout);
  const query = projected(a.qkv);
  const key = projected(a.qkv + width);
  const value = projected(a.qkv + 2 * width);
  const probabilities = scores(a.probabilities);
  const dy = mixed(dMixed);
  const ds = scores(dScores);
  const all = rows * heads * length;
  const softmax = {
    probabilities: a.probabilities,
    gradient: dScores,
    rows: all,
    length,
    scale: 1 / Math.sqrt(headWidth),
  };
  const wide = [length, headWidth, length] as const;
  const narrow = [length, length, headWidth] as const;
  const each = { rows, heads };
  return [
    product(transposed(probabilities), dy, projected(dQkv + 2 * width), narrow, {
      ...each,
      shape: UPPER_LEFT,
    }),
    product(dy, transposed(value), ds, wide, { ...each, shape: LOWER_OUTPUT }),
    dispatchOver(CAUSAL_SOFTMAX_GRADIENT, softmax, all),
    product(ds, key, projected(dQkv), narrow, { ...each, shape: LOWER_LEFT }),
    product(transposed(ds), query, projected(dQkv + width), narrow, { ...each, shape: UPPER_LEFT }),
  ];
}

/** Sets the gradient of the embedding tables and the slices of all other gradients. */
function planBackward(config: ModelConfig, arena: Arena, layout: Layout): Dispatch[] {
  const { width, vocabSize, contextLength } = config;
  const { activations, slices, batch } = layout;
  const { logits, finalNorm, dStream, dWide, dMixed, dQkv } = activations;
  const { parameters, weights } = arena;
  const m = layout.rows * layout.length;

  /** Sets dStream, or adds to it where the input also went past the norm. */
  const normGradient = (
    { gain }: NormLayer,
    dy: number,
    x: number,
    statistics: number,
    accumulate: 0 | 1,
  ): Dispatch[] => [
    dispatch(
      GAIN_GRADIENT,
      {
        dy,
        x,
        statistics,
        gradient: slices.base + gain - weights,
        rows: m,
        width,
        rowsPerSlice: slices.rowsPerSlice,
        sliceStep: slices.step,
      },
      [Math.ceil(width / GAIN_COLUMNS), 1, slices.count],
    ),
    dispatchOver(
      LAYER_NORM_GRADIENT,
      { dy, x, gain, statistics, dx: dStream, rows: m, width, accumulate },
      m,
    ),
  ];

  const head = { weight: parameters.head, inputs: width, outputs: vocabSize };
  const list = [
    weightGradient(head, finalNorm, logits, m, slices, weights),
    inputGradient(head, logits, dMixed, m),
    ...normGradient(parameters.finalNorm, dMixed, activations.output, activations.finalStatistics, 0),
  ];
  for (let layer = config.layers - 1; layer >= 0; layer--) {
    const { norm1, qkv, projection, norm2, expand, contract } = parameters.blocks[layer];
    const a = activations.blocks[layer];
    list.push(
      weightGradient(contract, a.hidden, dStream, m, slices, weights),
      inputGradient(contract, dStream, dWide, m, a.hidden),
      weightGradient(expand, a.norm2, dWide, m, slices, weights),
      inputGradient(expand, dWide, dMixed, m),
      ...normGradient(norm2, dMixed, a.middle, a.statistics2, 1),
      weightGradient(projection, a.mixed, dStream, m, slices, weights),
      inputGradient(projection, dStream, dMixed, m),
      ...attentionGradient(config, layout, a),
      weightGradient(qkv, a.norm1, dQkv, m, slices, weights),
      inputGradient(qkv, dQkv, dMixed, m),
      ...normGradient(norm1, dMixed, a.input, a.statistics1, 1),
    );
  }
  const tableRows = vocabSize + contextLength;
  list.push(
    dispatchOver(
      EMBED_GRADIENT,
      {
        order: batch.order,
        starts: batch.starts,
        dy: dStream,
        gradient: arena.gradients,
        rows: tableRows,
        width,
      },
      tableRows,
    ),
  );
  return list;
}

/** Gradient norm, report and optimizer. */
function planUpdate(arena: Arena, layout: Layout): Dispatch[] {
  const { weights, gradients, firstMoment, secondMoment, parameterCount: count } = arena;
  const { slices, squares, squareCount, report } = layout;
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
    dispatchOver(ADAM_W, { weights, gradients, firstMoment, secondMoment, count, report }, count),
  ];
}

function summarize({ rows, length, losses, squares, report }: Layout, squareCount: number): Dispatch {
  return dispatch(SUMMARIZE, { losses, lossCount: rows * length, squares, squareCount, report }, [1, 1, 1]);
}
