/** Where everything of a transformer lies in the heap: parameters, then activations of training or of decoding. */

import {
  Planner,
  planHeap,
  type LinearLayer,
  type NormLayer,
  type HeapLayout,
  type ParameterFinder,
} from '../../nn/heap-layout.ts';
import type { TransformerConfig } from '../config.ts';
import type { BatchBuffers, SlotBuffers } from '../network.ts';
import { parameterSpec } from '../spec.ts';

/** One transformer block. */
interface BlockParameters {
  norm1: NormLayer;
  qkv: LinearLayer;
  projection: LinearLayer;
  norm2: NormLayer;
  expand: LinearLayer;
  contract: LinearLayer;
}

/** Offsets in the heap. */
interface Parameters {
  tokenEmbedding: number;
  previousEmbedding: number;
  valueEmbedding: number;
  blocks: readonly BlockParameters[];
  finalNorm: NormLayer;
  /** [width, vocabSize], without bias. */
  head: number;
}

/** What the passes of a transformer read and never change. */
export interface TransformerWeights {
  parameters: Parameters;
  /** Constant, [contextLength, headWidth]: see nn/rotary.ts. */
  rotations: number;
}

/** What stays between steps of a transformer. */
export interface TransformerLayout extends HeapLayout, TransformerWeights {}

/** Plans the persistent part of a transformer. Throws a RangeError on an invalid configuration. */
export function planTransformer(config: TransformerConfig): TransformerLayout {
  const { heapLayout, find } = planHeap(parameterSpec(config));
  const planner = new Planner(heapLayout.end);
  const rotations = planner.take((config.contextLength * config.width) / config.heads);
  return { ...heapLayout, rotations, end: planner.end, parameters: findParameters(config, find) };
}

/** Where a transformer's parameters lie. */
export function findParameters(
  { layers }: TransformerConfig,
  { at, norm, linear }: ParameterFinder,
): Parameters {
  const blocks = Array.from({ length: layers }, (_, layer): BlockParameters => {
    const block = `block${layer}`;
    return {
      norm1: norm(`${block}.norm1`),
      qkv: linear(`${block}.qkv`),
      projection: linear(`${block}.projection`),
      norm2: norm(`${block}.norm2`),
      expand: linear(`${block}.expand`),
      contract: linear(`${block}.contract`),
    };
  });
  return {
    tokenEmbedding: at('tokenEmbedding'),
    previousEmbedding: at('previousEmbedding'),
    valueEmbedding: at('valueEmbedding'),
    blocks,
    finalNorm: norm('finalNorm'),
    head: at('head'),
  };
}

/** Activations of one block that the backward pass needs again; m is at most rows * length. */
export interface BlockActivations {
  /** Input of the block, [m, width]. */
  input: number;
  norm1: number;
  statistics1: number;
  /** [m, 3 * width]: queries and keys, both turned by their position, and values. */
  qkv: number;
  /** [rows, heads, length, length]. */
  probabilities: number;
  /** Mixed values of all heads, [m, width]. */
  mixed: number;
  /** Input plus attention, [m, width]. */
  middle: number;
  norm2: number;
  statistics2: number;
  /** After the squared ReLU, [m, 4 * width]. */
  hidden: number;
  /** Output of the block (the next one's input), [m, width]. */
  output: number;
}

export interface Activations extends BatchBuffers {
  /** Integers, [m]: the token before each position's. */
  previous: number;
  /** Input of the first block. */
  stream: number;
  blocks: readonly BlockActivations[];
  /** Output of the last block. */
  output: number;
  finalNorm: number;
  finalStatistics: number;
  /** Gradient of the residual stream, [m, width]. */
  dStream: number;
  /** Gradient of the MLP's hidden layer or of a normalized input, [m, 4 * width]. */
  dWide: number;
  dQkv: number;
  dMixed: number;
  /** [length, length]. */
  dScores: number;
  /** Transposed weights or keys. */
  scratch: number;
}

/** Plans the activations of rows x length positions from `start` on; length is a multiple of 4. */
export function planActivations(
  config: TransformerConfig,
  rows: number,
  length: number,
  start: number,
): Activations {
  const { vocabSize, width, heads, layers } = config;
  const planner = new Planner(start);
  const m = rows * length;
  const rowLengths = planner.take(rows);
  const tokens = planner.take(m);
  const positions = planner.take(m);
  const targets = planner.take(m);
  const lossWeights = planner.take(m);
  const previous = planner.take(m);
  const blocks: BlockActivations[] = [];
  const stream = planner.take(m * width);
  let input = stream;
  for (let layer = 0; layer < layers; layer++) {
    const block = {
      input,
      norm1: planner.take(m * width),
      statistics1: planner.take(2 * m),
      qkv: planner.take(m * 3 * width),
      probabilities: planner.take(rows * heads * length * length),
      mixed: planner.take(m * width),
      middle: planner.take(m * width),
      norm2: planner.take(m * width),
      statistics2: planner.take(2 * m),
      hidden: planner.take(m * 4 * width),
      output: planner.take(m * width),
    };
    blocks.push(block);
    input = block.output;
  }
  return {
    rows,
    length,
    layout: { starts: [], lengths: [], positionCount: 0 },
    rowLengths,
    tokens,
    positions,
    targets,
    lossWeights,
    previous,
    stream,
    blocks,
    output: input,
    finalNorm: planner.take(m * width),
    finalStatistics: planner.take(2 * m),
    logits: planner.take(m * vocabSize),
    dStream: planner.take(m * width),
    dWide: planner.take(m * 4 * width),
    dQkv: planner.take(m * 3 * width),
    dMixed: planner.take(m * width),
    dScores: planner.take(length * length),
    scratch: planner.take(Math.max(4 * width * width, width * vocabSize, length * width)),
    end: planner.end,
  };
}

export interface DecodingBuffers extends SlotBuffers {
  /** Integers, [slots]: the token before each sequence's, and the token that each slot read last. */
  previous: number;
  lastTokens: number;
  stream: number;
  norm: number;
  statistics: number;
  qkv: number;
  mixed: number;
  hidden: number;
  /** The last row's attention weights, [heads, contextLength]. */
  scores: number;
  /** Per layer: [slots, contextLength, width]. */
  keyCaches: readonly number[];
  valueCaches: readonly number[];
}

/** Plans decoding of up to `slots` sequences at a time from `start` on. */
export function planDecoding(config: TransformerConfig, slots: number, start: number): DecodingBuffers {
  const { vocabSize, contextLength, width, layers } = config;
  const planner = new Planner(start);
  const caches = (): number[] =>
    Array.from({ length: layers }, () => planner.take(slots * contextLength * width));
  return {
    slots,
    tokens: planner.take(slots),
    positions: planner.take(slots),
    slotIndices: planner.take(slots),
    previous: planner.take(slots),
    lastTokens: planner.take(slots),
    stream: planner.take(slots * width),
    norm: planner.take(slots * width),
    statistics: planner.take(2 * slots),
    qkv: planner.take(slots * 3 * width),
    mixed: planner.take(slots * width),
    hidden: planner.take(slots * 4 * width),
    logits: planner.take(slots * vocabSize),
    scores: planner.take(config.heads * contextLength),
    keyCaches: caches(),
    valueCaches: caches(),
    end: planner.end,
  };
}
