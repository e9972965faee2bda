/** The tensors of a network, one behind the other in one flat vector: what each is called, its shape, and how it starts. */

/** How a tensor starts: drawn from a normal distribution with this standard deviation, or filled with a constant. */
export type Initializer = { normal: number } | { constant: number };

export interface TensorSpec {
  /** `tokenEmbedding`, `block0.query`, ... ; unique within the model. */
  name: string;
  /** Row-major; matrices are [inputs, outputs]. */
  shape: readonly number[];
  /** First element in the flat weight vector; a multiple of 4. */
  offset: number;
  size: number;
  init: Initializer;
}

/** Appends a tensor; its offset follows from the order. */
export type AddTensor = (name: string, shape: readonly number[], init: Initializer) => void;

export interface ParameterSpec {
  tensors: readonly TensorSpec[];
  parameterCount: number;
}

/** Lists the tensors that `describe` adds, in that order. */
export function listTensors(describe: (add: AddTensor) => void): ParameterSpec {
  const tensors: TensorSpec[] = [];
  let parameterCount = 0;
  describe((name, shape, init) => {
    const size = shape.reduce((product, side) => product * side, 1);
    tensors.push({ name, shape, offset: parameterCount, size, init });
    parameterCount += size;
  });
  return { tensors, parameterCount };
}
