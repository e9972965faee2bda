/** Which executors a device races. */

import { describe, expect, it } from 'vitest';
import { candidateLists } from './candidates.ts';

const names = (...args: Parameters<typeof candidateLists>): string[][] =>
  candidateLists(...args).map((list) => list.map((candidate) => candidate.name));

describe('candidateLists', () => {
  it('races WASM against its threads, and against a real graphics processor only', () => {
    expect(names(null, true)[0]).toEqual(['wasm', 'wasm-threads', 'webgpu']);
    expect(names(null, false)[0]).toEqual(['wasm', 'wasm-threads']);
  });

  it('always ends with plain JavaScript, which every browser has', () => {
    expect(names(null, false).at(-1)).toEqual(['js']);
  });

  it('takes nothing but what a test forces', () => {
    expect(names('js', true)).toEqual([['js']]);
    expect(names('wasm-threads', true)).toEqual([['wasm-threads']]);
    expect(names('webgpu', false)).toEqual([['webgpu']]);
    expect(names('tfjs', false)).toEqual([['tfjs-webgpu'], ['tfjs-webgl']]);
  });
});
