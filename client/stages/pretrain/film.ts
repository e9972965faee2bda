/** The frames of a run's film: what the model said at every scoring, how surprised it was, and which can be gone back to. */

import type { ScoredCheckpoint, ModelSample } from '../../../shared/game/match.ts';
import type { RunView } from '../../../shared/game/sync/view.ts';

export interface FilmFrame {
  /** Place in the film, from 0. */
  index: number;
  tokens: number;
  /** Held-out surprise then, bits per byte; null where it was not measured. */
  bitsPerByte: number | null;
  samples: ModelSample[];
  /** The newest weights of then or before that the server still has, unless they are in use; else null. */
  backTo: ScoredCheckpoint | null;
}

/** All frames that hold a sample, oldest first, each with its place on the curve. */
export function filmFrames({
  filmstrip,
  curve,
  checkpoints,
  version: used,
}: Pick<RunView, 'filmstrip' | 'curve' | 'checkpoints' | 'version'>): FilmFrame[] {
  return filmstrip
    .filter(({ samples }) => samples.length > 0)
    .map(({ tokens, samples }, index) => {
      const scored = curve.find((point) => point.tokens === tokens && point.bitsPerByte !== null);
      const kept = checkpoints.findLast((checkpoint) => checkpoint.tokens <= tokens) ?? null;
      return {
        index,
        tokens,
        bitsPerByte: scored?.bitsPerByte ?? null,
        samples,
        backTo: kept?.version === used ? null : kept,
      };
    });
}
