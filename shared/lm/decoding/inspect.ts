/** Looks into a model while it reads: attention weights, the size of the residual stream, and what it expects next. */

import type { Inspection } from '../executor.ts';
import type { LayerWatcher } from '../network.ts';
import { probabilities, topCandidates } from './choice.ts';
import { decodePosition, logitsOf, type Decoder } from './decode-position.ts';

/** Reads a (validated) prompt position by position; see Inspection for the shapes. */
export function inspectPrompt(decoder: Decoder, prompt: readonly number[], count: number): Inspection {
  const { host, config } = decoder;
  const { layers, width, contextLength } = config;
  const heads = config.architecture === 'transformer' ? config.heads : 0;
  const { length } = prompt;
  const attention = Array.from({ length: layers }, () =>
    Array.from({ length: heads }, () => new Float32Array(length * length)),
  );
  const residualNorms = Array.from({ length: layers + 1 }, () => new Float32Array(length));
  const candidates = prompt.map((token, position) => {
    const onLayer: LayerWatcher = (layer, stream, scores) => {
      const floats = host.floats();
      residualNorms[layer][position] = Math.hypot(...floats.subarray(stream, stream + width));
      if (scores === undefined) return;
      attention[layer - 1].forEach((weights, head) => {
        const row = scores + head * contextLength;
        weights.set(floats.subarray(row, row + position + 1), position * length);
      });
    };
    decodePosition(decoder, [{ token, position, slot: 0 }], { onLayer });
    return topCandidates(probabilities(logitsOf(decoder, 0)), count);
  });
  return { candidates, attention, residualNorms };
}
