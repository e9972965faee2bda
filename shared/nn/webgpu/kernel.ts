/** What a compute kernel is: a piece of WGSL and the numbers that one dispatch of it takes. */

type Scalar = 'u32' | 'f32';

export interface Kernel<Name extends string = string> {
  readonly name: string;
  /** The fields of `args` in the shader, in this order. Offsets count floats from the start of the heap. */
  readonly args: Readonly<Record<Name, Scalar>>;
  /** True when the shader sees the heap as vectors of four floats; all offsets and row lengths are multiples of 4 then. */
  readonly readsQuads?: boolean;
  /** Declares `fn main` and whatever else it needs; the bindings stand before it (see `shaderOf`). */
  readonly code: string;
}

/** A kernel whose workgroups share a row of items evenly. */
export interface LinearKernel<Name extends string = string> extends Kernel<Name> {
  readonly itemsPerGroup: number;
}

/** Workgroups in x, y and z. */
export type Groups = readonly [x: number, y: number, z: number];

/** One call of a kernel with fixed arguments. */
export interface Dispatch {
  kernel: Kernel;
  /** The arguments as the bits of 32-bit words. */
  words: Uint32Array<ArrayBuffer>;
  groups: Groups;
}

/** Room for the arguments of one dispatch; no kernel takes more. */
export const ARGUMENT_BYTES = 128;

/** WebGPU's guaranteed number of workgroups in one dimension; `linearGroup` in the shader undoes the folding. */
const MAX_GROUPS = 65_535;

/** The complete shader of a kernel. */
export function shaderOf({ args, code, readsQuads }: Kernel): string {
  const fields = Object.entries(args).map(([name, type]) => `  ${name}: ${type},`);
  return `struct Args {
${fields.join('\n')}
}
@group(0) @binding(0) var<storage, read_write> heap: array<${readsQuads ? 'vec4<f32>' : 'f32'}>;
@group(0) @binding(1) var<storage, read> batch: array<u32>;
@group(0) @binding(2) var<uniform> args: Args;

fn linearGroup(group: vec3<u32>) -> u32 {
  return group.x + group.y * ${MAX_GROUPS}u;
}
${code}`;
}

/** Throws an Error on arguments that are no 32-bit numbers and on more workgroups than WebGPU allows. */
export function dispatch<Name extends string>(
  kernel: Kernel<Name>,
  args: Readonly<Record<NoInfer<Name>, number>>,
  groups: Groups,
): Dispatch {
  const types = Object.entries<Scalar>(kernel.args) as [Name, Scalar][];
  if (4 * types.length > ARGUMENT_BYTES) throw new Error(`webgpu: ${kernel.name} has too many arguments`);
  const words = new Uint32Array(types.length);
  const floats = new Float32Array(words.buffer);
  types.forEach(([name, type], i) => {
    const value = args[name];
    if (type === 'f32') floats[i] = value;
    else if (value >= 0 && value < 2 ** 32 && Number.isInteger(value)) words[i] = value;
    else throw new Error(`webgpu: ${kernel.name} cannot take ${value} as ${name}`);
  });
  if (groups.some((count) => count > MAX_GROUPS)) {
    throw new Error(`webgpu: the batch is too large for ${kernel.name} (${groups.join(' x ')} workgroups)`);
  }
  return { kernel, words, groups };
}

/** So many workgroups in a row, folded into two dimensions; the last ones may have nothing to do. */
export function foldGroups(count: number): Groups {
  return [Math.min(count, MAX_GROUPS), Math.ceil(count / MAX_GROUPS), 1];
}

/** Like `dispatch`, with as many workgroups as the items need. */
export function dispatchOver<Name extends string>(
  kernel: LinearKernel<Name>,
  args: Readonly<Record<NoInfer<Name>, number>>,
  items: number,
): Dispatch {
  return dispatch<Name>(kernel, args, foldGroups(Math.ceil(items / kernel.itemsPerGroup)));
}
