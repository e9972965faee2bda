/** The types of a package that brings none. */

declare module 'safetensors' {
  export class SafeTensor {
    constructor(file: Uint8Array);
    readonly metadata: Map<string, { dtype: string; shape: number[] }>;
    getTensor(name: string): Uint8Array;
  }
}
