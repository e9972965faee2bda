/** A map on which words lie beside those that the model takes them to be like, whatever that does to longer distances. */

import { createRandom } from '../../../shared/random.ts';
import type { Arrange } from './inside.ts';

/** Neighbours of a word that the map tries to keep beside it. */
const NEIGHBOURS = 12;
/** Rounds in which points move: on some 400 words more of them change little. */
const ROUNDS = 200;
/** Space between the closest points, as a share of the usual distance. */
const LEAST_DISTANCE = 0.3;
/** The same each time. */
const SEED = 1;

/** [count, 2] from [count, width] by UMAP (McInnes, Healy and Melville, 2018) over directions; the library comes when it is first asked for. */
export const byNeighbours: Arrange = async (rows, count, width) => {
  const { UMAP } = await import('umap-js');
  const points = Array.from({ length: count }, (_, row) => {
    const vector = Array.from(rows.subarray(row * width, (row + 1) * width));
    /* Of vectors as long as each other, the closest are those of the most like direction. */
    const size = Math.hypot(...vector) || 1;
    return vector.map((value) => value / size);
  });
  const nNeighbors = Math.min(NEIGHBOURS, count - 1);
  const random = createRandom(SEED).next;
  const umap = new UMAP({ nNeighbors, nEpochs: ROUNDS, minDist: LEAST_DISTANCE, random });
  return Float32Array.from(umap.fit(points).flat());
};
