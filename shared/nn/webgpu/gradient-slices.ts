/** Gradients of weights are summed in slices of the batch's rows, so that small models keep many workgroups busy. */

/** Rows that one slice of a weight's gradient sums: short enough that small models keep many workgroups busy. */
const ROWS_PER_SLICE = 128;
const MAX_SLICES = 8;
/** All slices together, in floats: wide models have workgroups enough, and slices are written and read once a step. */
const MAX_SLICED = 2 ** 23;

/** Partial gradients of everything behind the embedding tables. */
export interface GradientSlices {
  count: number;
  rowsPerSlice: number;
  /** Where parameter 0 of the first slice would lie; the slices begin with `firstParameter`. */
  base: number;
  step: number;
  firstParameter: number;
}

/** Into how many slices the gradients of so many parameters over so many rows are cut. */
export function sliceCount(rows: number, parameters: number): number {
  return Math.min(
    MAX_SLICES,
    Math.ceil(rows / ROWS_PER_SLICE),
    Math.max(1, Math.floor(MAX_SLICED / parameters)),
  );
}
