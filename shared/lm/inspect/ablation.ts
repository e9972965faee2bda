/** Weights of the same model in which a part adds nothing: what is missing then in its answers, that part did. */

import type { TransformerConfig } from '../config.ts';
import { parameterSpec } from '../spec.ts';

/** One attention head; both counted from 0. */
export interface HeadPlace {
  layer: number;
  head: number;
}

/** A copy without these heads: what they mix is multiplied by 0 on its way into the stream. */
export function withoutHeads(
  config: TransformerConfig,
  weights: Float32Array,
  heads: readonly HeadPlace[],
): Float32Array {
  const { width } = config;
  const headWidth = width / config.heads;
  const copy = weights.slice();
  for (const { layer, head } of heads) {
    const start = offsetOf(config, `block${layer}.projection.weight`) + head * headWidth * width;
    copy.fill(0, start, start + headWidth * width);
  }
  return copy;
}

/** A copy whose layers from `layers` on pass the stream through as it is: its logits are what the first `layers` would say (the logit lens, nostalgebraist, 2020). */
export function upToLayer(config: TransformerConfig, weights: Float32Array, layers: number): Float32Array {
  const copy = weights.slice();
  const silent = Array.from({ length: config.layers - layers }, (_, index) => `block${layers + index}`);
  const names = silent.flatMap((block) => [`${block}.projection`, `${block}.contract`]);
  for (const { name, offset, size } of parameterSpec(config).tensors) {
    if (names.some((start) => name.startsWith(start))) copy.fill(0, offset, offset + size);
  }
  return copy;
}

function offsetOf(config: TransformerConfig, name: string): number {
  const tensor = parameterSpec(config).tensors.find((each) => each.name === name);
  if (!tensor) throw new Error(`ablation: no tensor ${name}`);
  return tensor.offset;
}
