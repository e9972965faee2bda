/** Where a GRU's weights and activations lie in the flat buffer. */

import { Planner, planHeap, type LinearLayer, type HeapLayout } from '../../nn/heap-layout.ts';
import type { GruConfig } from '../config.ts';
import type { BatchBuffers, SlotBuffers } from '../network.ts';
import { parameterSpec } from '../spec.ts';

export interface GruLayout extends HeapLayout {
  tokenEmbedding: number;
  layers: readonly { input: LinearLayer; recurrent: LinearLayer }[];
  /** [width, vocabSize], without bias. */
  head: number;
}

/** Throws a RangeError on an invalid configuration. */
export function planGru(config: GruConfig): GruLayout {
  const { heapLayout, find } = planHeap(parameterSpec(config));
  return {
    ...heapLayout,
    tokenEmbedding: find.at('tokenEmbedding'),
    layers: Array.from({ length: config.layers }, (_, layer) => ({
      input: find.linear(`layer${layer}.input`),
      recurrent: find.linear(`layer${layer}.recurrent`),
    })),
    head: find.at('head'),
  };
}

/** Positions lie row after row, m = rows * length of them; what a layer keeps for the backward pass. */
interface GruLayerActivations {
  /** What comes in, [m, width]. */
  input: number;
  /** Reset, update and candidate, [m, 3 * width]; becomes its own gradient. */
  gates: number;
  /** The state's contribution to them, [m, 3 * width]; becomes its own gradient. */
  recurrent: number;
  /** [m, width]. */
  state: number;
}

export interface GruActivations extends BatchBuffers {
  embedded: number;
  layers: readonly GruLayerActivations[];
  /** States of the last layer. */
  output: number;
  /** Gradients of a layer's states and of what came in, [m, width] each. */
  dState: number;
  dInput: number;
  /** Transposed weights. */
  scratch: number;
}

/** Plans the activations of rows x length positions from `start` on; length is a multiple of 4. */
export function planGruActivations(
  { vocabSize, width, layers: layerCount }: GruConfig,
  rows: number,
  length: number,
  start: number,
): GruActivations {
  const planner = new Planner(start);
  const m = rows * length;
  const rowLengths = planner.take(rows);
  const integers = { tokens: planner.take(m), positions: planner.take(m), targets: planner.take(m) };
  const lossWeights = planner.take(m);
  const embedded = planner.take(m * width);
  const layers: GruLayerActivations[] = [];
  let input = embedded;
  for (let layer = 0; layer < layerCount; layer++) {
    const gates = planner.take(m * 3 * width);
    const recurrent = planner.take(m * 3 * width);
    const state = planner.take(m * width);
    layers.push({ input, gates, recurrent, state });
    input = state;
  }
  return {
    rows,
    length,
    layout: { starts: [], lengths: [], positionCount: 0 },
    rowLengths,
    ...integers,
    lossWeights,
    embedded,
    layers,
    output: input,
    logits: planner.take(m * vocabSize),
    dState: planner.take(m * width),
    dInput: planner.take(m * width),
    scratch: planner.take(width * Math.max(3 * width, vocabSize)),
    end: planner.end,
  };
}

export interface GruDecodingBuffers extends SlotBuffers {
  /** [slots, width]: what goes into a layer, and the state before it. */
  input: number;
  before: number;
  /** [slots, 3 * width] each. */
  gates: number;
  recurrent: number;
  /** Per layer: [slots, width], what each slot remembers. */
  memories: readonly number[];
}

/** Plans decoding of up to `slots` sequences at a time from `start` on. */
export function planGruDecoding(
  { vocabSize, width, layers }: GruConfig,
  slots: number,
  start: number,
): GruDecodingBuffers {
  const planner = new Planner(start);
  return {
    slots,
    tokens: planner.take(slots),
    positions: planner.take(slots),
    slotIndices: planner.take(slots),
    logits: planner.take(slots * vocabSize),
    input: planner.take(slots * width),
    before: planner.take(slots * width),
    gates: planner.take(slots * 3 * width),
    recurrent: planner.take(slots * 3 * width),
    memories: Array.from({ length: layers }, () => planner.take(slots * width)),
    end: planner.end,
  };
}
