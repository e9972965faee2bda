/** Linear equations with a symmetric, positive definite matrix, by the decomposition of Cholesky. */

/**
 * Solves `matrix` times x = `right` and leaves x in `right`. The matrix is read from its lower triangle, row by row, which then
 * holds its factor; no other memory is taken.
 */
export function solveInPlace(matrix: Float64Array, right: Float64Array): void {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let j = 0; j <= i; j++) {
      let sum = matrix[row + j];
      for (let k = 0; k < j; k++) sum -= matrix[row + k] * matrix[j * n + k];
      matrix[row + j] = i === j ? Math.sqrt(sum) : sum / matrix[j * n + j];
    }
    let sum = right[i];
    for (let k = 0; k < i; k++) sum -= matrix[row + k] * right[k];
    right[i] = sum / matrix[row + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    right[i] /= matrix[i * n + i];
    for (let k = 0; k < i; k++) right[k] -= matrix[i * n + k] * right[i];
  }
}
