/** The static list of a training step, without a device to run it on. */

import { describe, expect, it } from 'vitest';
import { dispatch, dispatchOver, shaderOf } from '../../../nn/webgpu/kernel.ts';
import { Heap } from '../../../nn/webgpu/memory.ts';
import { LAYER_NORM } from '../../../nn/webgpu/rows.ts';
import { ADAM_W } from '../../../nn/webgpu/update.ts';
import { planTransformer } from '../../transformer/layout.ts';
import { planStep } from './plan.ts';

const CONFIG = {
  architecture: 'transformer' as const,
  vocabSize: 256,
  contextLength: 64,
  width: 64,
  layers: 2,
  heads: 4,
};
const plan = planStep(CONFIG, planTransformer(CONFIG), 16, 64);
const UPDATE = { weights: 0, gradients: 0, firstMoment: 0, secondMoment: 0, count: 0, reports: 0 };

describe('a training step', () => {
  it('is a short list of dispatches, which an evaluation shares as far as the loss', () => {
    expect(plan.training).toHaveLength(42);
    expect(plan.evaluation).toHaveLength(21);
    expect(plan.training.slice(0, 20)).toEqual(plan.evaluation.slice(0, 20));
    expect(plan.training.slice(-3).map(({ kernel }) => kernel.name)).toEqual([
      'gatherGradients',
      'summarize',
      'adamW',
    ]);
  });

  it('stays within what every WebGPU device can dispatch and bind', () => {
    for (const { groups, words } of plan.training) {
      expect(Math.max(...groups)).toBeLessThanOrEqual(65_535);
      expect(Math.min(...groups)).toBeGreaterThan(0);
      expect(words.byteLength).toBeLessThanOrEqual(128);
    }
    expect(4 * plan.layout.end).toBeLessThan(128 * 2 ** 20);
  });

  it('spreads the gradients of weights over slices that cover all positions once', () => {
    const { count, rowsPerSlice } = plan.layout.slices;
    expect([count, rowsPerSlice]).toEqual([8, 128]);
    for (const rows of [1, 3, 127, 128, 129, 1000, 1025, 5000]) {
      const { slices } = planStep(CONFIG, planTransformer(CONFIG), rows, 1).layout;
      expect(slices.count * slices.rowsPerSlice).toBeGreaterThanOrEqual(rows);
      expect((slices.count - 1) * slices.rowsPerSlice).toBeLessThan(rows);
    }
  });

  it('keeps no matrix of attention scores', () => {
    const floats = (length: number): number => {
      const { layout } = planStep({ ...CONFIG, contextLength: 256 }, planTransformer(CONFIG), 4, length);
      return layout.end - layout.reports;
    };
    // Twice the length needs twice the memory, weights' gradients and reports apart.
    expect(floats(256) - floats(128)).toBeLessThan(2.01 * (floats(128) - floats(64)));
  });

  it('is refused when the batch is too large to dispatch', () => {
    expect(() => planStep(CONFIG, planTransformer(CONFIG), 600_000, 4)).toThrow(/too large for linear/);
  });
});

describe('a dispatch', () => {
  it('folds many workgroups into two dimensions', () => {
    expect(dispatchOver(ADAM_W, { ...UPDATE, count: 1000 }, 1000).groups).toEqual([4, 1, 1]);
    expect(dispatchOver(ADAM_W, UPDATE, 256 * 70_000).groups).toEqual([65_535, 2, 1]);
  });

  it('takes no offset that is no 32-bit number', () => {
    expect(() => dispatch(ADAM_W, { ...UPDATE, weights: 2 ** 32 }, [1, 1, 1])).toThrow(
      /adamW cannot take 4294967296 as weights/,
    );
    expect(() => dispatch(ADAM_W, { ...UPDATE, count: -1 }, [1, 1, 1])).toThrow(/cannot take -1 as count/);
  });

  it('names its arguments in the shader', () => {
    expect(shaderOf(LAYER_NORM)).toContain('struct Args {\n  x: u32,\n  gain: u32,');
  });
});

describe('the heap', () => {
  it('says so when a device cannot bind as much', () => {
    const limits = { maxBufferSize: 2 ** 28, maxStorageBufferBindingSize: 2 ** 27 };
    const heap = new Heap({ limits } as GPUDevice);
    expect(() => heap.reserve(2 ** 26, 0)).toThrow(
      /268435456 bytes are more than this device binds \(134217728\)/,
    );
    expect(() => heap.buffer).toThrow(/no memory/);
  });
});
