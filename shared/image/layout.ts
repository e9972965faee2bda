/** Where everything of a painter lies in the heap: parameters, then the activations of a batch. */

import { Planner, planHeap, type HeapLayout, type LinearLayer, type NormLayer } from '../nn/heap-layout.ts';
import { PATCHES, PATCH_PIXELS, PATCH_VALUES, PIXELS, type PainterConfig } from './config.ts';
import { conditionSize, EXPANSION, MIXED, painterSpec } from './tensors.ts';

interface BlockParameters {
  shift: LinearLayer;
  norm1: NormLayer;
  mix: number;
  unmix: number;
  norm2: NormLayer;
  expand: LinearLayer;
  contract: LinearLayer;
}

export interface PainterLayout extends HeapLayout {
  embed: LinearLayer;
  position: number;
  condition: LinearLayer;
  blocks: readonly BlockParameters[];
  finalNorm: NormLayer;
  output: LinearLayer;
}

export function planPainter(config: PainterConfig): PainterLayout {
  const { heapLayout, find } = planHeap(painterSpec(config));
  return {
    ...heapLayout,
    embed: find.linear('embed'),
    position: find.at('position'),
    condition: find.linear('condition'),
    blocks: Array.from({ length: config.layers }, (_, layer) => {
      const block = `block${layer}`;
      return {
        shift: find.linear(`${block}.shift`),
        norm1: find.norm(`${block}.norm1`),
        mix: find.at(`${block}.mix`),
        unmix: find.at(`${block}.unmix`),
        norm2: find.norm(`${block}.norm2`),
        expand: find.linear(`${block}.expand`),
        contract: find.linear(`${block}.contract`),
      };
    }),
    finalNorm: find.norm('finalNorm'),
    output: find.linear('output'),
  };
}

/** What a block keeps for its gradient. */
interface BlockActivations {
  shift: number;
  input: number;
  statistics1: number;
  norm1: number;
  mixed: number;
  middle: number;
  statistics2: number;
  norm2: number;
  hidden: number;
}

/**
 * Activations of a batch. Rows are patches, all pictures' first patches before all second ones: so patches are mixed by one
 * product, and what a picture is told is added by one call.
 */
export interface Activations {
  pictures: number;
  /** [PATCHES, pictures, PATCH_VALUES] */
  patches: number;
  /** [pictures, conditionSize] */
  conditions: number;
  /** [pictures, width] */
  told: number;
  blocks: readonly BlockActivations[];
  stream: number;
  finalStatistics: number;
  finalNorm: number;
  /** Logits [PATCHES, pictures, PATCH_PIXELS, colors], and then their gradient. */
  output: number;
  /** The right colors' numbers and their weights in the loss, [PATCHES, pictures, PATCH_PIXELS]. */
  targets: number;
  lossWeights: number;
  dStream: number;
  dNorm: number;
  dHidden: number;
  dShift: number;
  dTold: number;
  scratch: number;
  end: number;
}

export function planActivations(config: PainterConfig, layout: HeapLayout, pictures: number): Activations {
  const { width, colors } = config;
  const rows = PATCHES * pictures;
  const planner = new Planner(layout.end);
  const hiddenSize = Math.max(
    rows * EXPANSION * width,
    MIXED * pictures * width,
    pictures * conditionSize(config),
  );
  return {
    pictures,
    patches: planner.take(rows * PATCH_VALUES),
    conditions: planner.take(pictures * conditionSize(config)),
    told: planner.take(pictures * width),
    blocks: Array.from({ length: config.layers }, () => ({
      shift: planner.take(pictures * width),
      input: planner.take(rows * width),
      statistics1: planner.take(2 * rows),
      norm1: planner.take(rows * width),
      mixed: planner.take(MIXED * pictures * width),
      middle: planner.take(rows * width),
      statistics2: planner.take(2 * rows),
      norm2: planner.take(rows * width),
      hidden: planner.take(rows * EXPANSION * width),
    })),
    stream: planner.take(rows * width),
    finalStatistics: planner.take(2 * rows),
    finalNorm: planner.take(rows * width),
    output: planner.take(rows * PATCH_PIXELS * colors),
    targets: planner.take(pictures * PIXELS),
    lossWeights: planner.take(pictures * PIXELS),
    dStream: planner.take(rows * width),
    dNorm: planner.take(rows * Math.max(width, PATCH_VALUES)),
    dHidden: planner.take(hiddenSize),
    dShift: planner.take(pictures * width),
    dTold: planner.take(pictures * width),
    scratch: planner.take(
      Math.max(hiddenSize, width * Math.max(EXPANSION * width, conditionSize(config), PATCH_PIXELS * colors)),
    ),
    end: planner.end,
  };
}
