/** Rotary positions: what a query and a key make of each other depends on how far apart they stand. */

import { describe, expect, it } from 'vitest';
import { createJsHost } from './js/kernels.ts';
import type { KernelHost } from './kernels.ts';
import { rotationTable } from './rotary.ts';
import { createWasmHost } from './wasm/host.ts';

const WIDTH = 16;
const HEAD_WIDTH = 8;
const CONTEXT = 12;
const POSITIONS = 16;
const TABLE = 32;
const QKV = 256;

/** Queries and keys of one row at a position, turned in place. */
function turned(host: KernelHost, position: number): Float32Array {
  host.reserve(1024);
  host.integers()[POSITIONS] = position;
  host.floats().set(rotationTable(CONTEXT, HEAD_WIDTH), TABLE);
  for (let i = 0; i < 3 * WIDTH; i++) host.floats()[QKV + i] = Math.sin(1 + i);
  host.kernels.rotate(QKV, POSITIONS, TABLE, 1, WIDTH, HEAD_WIDTH, 1);
  return host.floats().slice(QKV, QKV + 3 * WIDTH);
}

describe.each([
  ['js', async () => createJsHost()],
  ['wasm relaxed', () => createWasmHost('relaxed')],
  ['wasm plain', () => createWasmHost('plain')],
])('rotation in %s', (_, create) => {
  it('makes scores depend on the distance alone', async () => {
    const host = await create();
    const score = (query: number, key: number): number => {
      const q = turned(host, query).subarray(0, HEAD_WIDTH);
      const k = turned(host, key).subarray(WIDTH, WIDTH + HEAD_WIDTH);
      return q.reduce((sum, value, i) => sum + value * k[i], 0);
    };
    expect(score(7, 4)).toBeCloseTo(score(3, 0), 4);
    expect(score(11, 10)).toBeCloseTo(score(1, 0), 4);
    expect(Math.abs(score(7, 4) - score(7, 2))).toBeGreaterThan(0.01);
  });

  it('leaves values alone, and lengths too', async () => {
    const host = await create();
    const before = turned(host, 0);
    const after = turned(host, 9);
    expect(after.subarray(2 * WIDTH)).toEqual(before.subarray(2 * WIDTH));
    const length = (values: Float32Array): number => Math.hypot(...values.subarray(0, HEAD_WIDTH));
    expect(length(after)).toBeCloseTo(length(before), 5);
    expect(after[0]).not.toBeCloseTo(before[0], 2);
  });

  it('turns back in the other direction', async () => {
    const host = await create();
    const start = turned(host, 0);
    turned(host, 9);
    host.kernels.rotate(QKV, POSITIONS, TABLE, 1, WIDTH, HEAD_WIDTH, -1);
    const back = host.floats().slice(QKV, QKV + 3 * WIDTH);
    back.forEach((value, i) => expect(value).toBeCloseTo(start[i], 5));
  });
});
