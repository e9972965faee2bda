/** A linear probe: can a straight cut through a model's states tell two kinds of things apart, of things that it was not fitted on? */

/** Keeps the cut from following single examples: with as many numbers as examples any two kinds can be cut apart. */
const RIDGE = 1;

export interface Probed {
  /** By example: whether it falls on its own side of the cut that was fitted on all others. */
  right: boolean[];
  /** How many would be right by always saying what is most frequent. */
  byChance: number;
}

/** The states of all examples, each less the mean and of unit size on average: so one ridge fits every layer. */
function standardized(states: readonly Float32Array[]): Float64Array[] {
  const { length } = states[0] ?? [];
  const mean = new Float64Array(length);
  for (const state of states) state.forEach((value, c) => (mean[c] += value / states.length));
  const centered = states.map((state) => Float64Array.from(state, (value, c) => value - mean[c]));
  const size = Math.sqrt(centered.reduce((sum, x) => sum + dot(x, x), 0) / states.length) || 1;
  return centered.map((x) => x.map((value) => value / size));
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, c) => sum + value * b[c], 0);

/** The inverse of a symmetric positive matrix, by elimination. */
function inverse(matrix: readonly Float64Array[]): Float64Array[] {
  const n = matrix.length;
  const rows = matrix.map((row, i) =>
    Float64Array.from({ length: 2 * n }, (_, c) => (c < n ? row[c] : c === n + i ? 1 : 0)),
  );
  for (let pivot = 0; pivot < n; pivot++) {
    const by = rows[pivot][pivot];
    rows[pivot] = rows[pivot].map((value) => value / by);
    for (let i = 0; i < n; i++) {
      if (i === pivot) continue;
      const factor = rows[i][pivot];
      if (factor !== 0) rows[i] = rows[i].map((value, c) => value - factor * rows[pivot][c]);
    }
  }
  return rows.map((row) => row.slice(n));
}

/**
 * Ridge regression on +1 and -1; each example is judged by the fit on all others, in closed form (leave-one-out; Hastie, Tibshirani
 * and Friedman, 7.10).
 */
export function probe(states: readonly Float32Array[], isFirst: readonly boolean[]): Probed {
  const n = states.length;
  const firsts = isFirst.filter(Boolean).length;
  const x = standardized(states);
  /* One more in each product is the cut's own offset. */
  const kernel = x.map((a, i) => Float64Array.from(x, (b, j) => dot(a, b) + 1 + (i === j ? RIDGE : 0)));
  const inverted = inverse(kernel);
  const wanted = Float64Array.from(isFirst, (first) => (first ? 1 : -1));
  const right = isFirst.map((first, i) => {
    const fitted = wanted[i] - dot(inverted[i], wanted) / inverted[i][i];
    return fitted > 0 === first;
  });
  return { right, byChance: Math.max(firsts, n - firsts) };
}
