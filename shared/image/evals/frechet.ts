/**
 * The Fréchet distance of two sets of features, each taken as a normal distribution (Heusel et al., 2017). Their FID takes
 * the features from Inception, a network that learned photographs; ours come from a small classifier of the world's own
 * pictures, so our numbers compare painters of one world with each other and with nothing else.
 */

/** Rows of features of equal width. */
export type Features = readonly Float32Array[];

/** |m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)). Throws a RangeError on fewer than two rows. */
export function frechetDistance(first: Features, second: Features): number {
  const [one, two] = [first, second].map(momentsOf);
  const shift = one.mean.reduce((sum, value, i) => sum + (value - two.mean[i]) ** 2, 0);
  const root = symmetricPower(one.covariance, Math.sqrt);
  const inner = multiply(multiply(root, two.covariance), root);
  const shared = eigen(inner).values.reduce((sum, value) => sum + Math.sqrt(Math.max(0, value)), 0);
  return Math.max(0, shift + trace(one.covariance) + trace(two.covariance) - 2 * shared);
}

type Matrix = readonly (readonly number[])[];

function momentsOf(rows: Features): { mean: number[]; covariance: Matrix } {
  if (rows.length < 2) throw new RangeError('frechet: needs at least two pictures on each side');
  const width = rows[0].length;
  const mean = Array.from(
    { length: width },
    (_, i) => rows.reduce((sum, row) => sum + row[i], 0) / rows.length,
  );
  const covariance = mean.map((_, i) =>
    mean.map(
      (_, j) =>
        rows.reduce((sum, row) => sum + (row[i] - mean[i]) * (row[j] - mean[j]), 0) / (rows.length - 1),
    ),
  );
  return { mean, covariance };
}

const trace = (matrix: Matrix): number => matrix.reduce((sum, row, i) => sum + row[i], 0);

function multiply(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => b[0].map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
}

/** The function of a symmetric matrix that is taken of its eigenvalues, none of them counted below 0. */
function symmetricPower(matrix: Matrix, of: (value: number) => number): Matrix {
  const { values, vectors } = eigen(matrix);
  const powers = values.map((value) => of(Math.max(0, value)));
  return matrix.map((_, i) =>
    matrix.map((_, j) => powers.reduce((sum, power, k) => sum + vectors[i][k] * power * vectors[j][k], 0)),
  );
}

const SWEEPS = 30;

/** Eigenvalues and, in columns, eigenvectors of a symmetric matrix, by Jacobi's rotations. */
function eigen(matrix: Matrix): { values: number[]; vectors: number[][] } {
  const size = matrix.length;
  const a = matrix.map((row) => [...row]);
  const vectors = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let off = 0;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        off += a[p][q] ** 2;
        if (Math.abs(a[p][q]) > 1e-12) rotate(a, vectors, p, q);
      }
    }
    if (off < 1e-18) break;
  }
  return { values: a.map((row, i) => row[i]), vectors };
}

/** Turns the plane of p and q so that a[p][q] becomes 0. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (const row of [a, vectors]) {
    for (const line of row) {
      const [x, y] = [line[p], line[q]];
      line[p] = cosine * x - sine * y;
      line[q] = sine * x + cosine * y;
    }
  }
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[p][k], a[q][k]];
    a[p][k] = cosine * x - sine * y;
    a[q][k] = sine * x + cosine * y;
  }
}
