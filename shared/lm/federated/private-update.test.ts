import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { clipAndNoise, shrinkNoise } from './private-update.ts';

const norm = (values: Float32Array): number => Math.hypot(...values);
const change = (count: number, value: number): Float32Array => new Float32Array(count).fill(value);
const uniform = createRandom(1).next;

describe('a private update', () => {
  it('is cut to the largest norm, in its own direction, and left alone below it', () => {
    const options = { clipNorm: 1, noiseMultiplier: 0, uniform };
    expect(norm(clipAndNoise(change(100, 5), options))).toBeCloseTo(1, 5);
    expect(norm(clipAndNoise(change(100, 0.05), options))).toBeCloseTo(0.5, 5);
    expect(clipAndNoise(change(4, 0), options)).toEqual(change(4, 0));
  });

  it('carries normal noise of the promised width, whatever the change', () => {
    const count = 20_001;
    const noise = clipAndNoise(change(count, 0), { clipNorm: 3, noiseMultiplier: 0.5, uniform });
    const mean = noise.reduce((sum, value) => sum + value, 0) / count;
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(norm(noise) / Math.sqrt(count)).toBeCloseTo(1.5, 1);
    const withinOne = noise.filter((value) => Math.abs(value) < 1.5).length / count;
    expect(Math.abs(withinOne - 0.6827)).toBeLessThan(0.015);
  });

  it('shrinks to nearly nothing where noise drowns it, and hardly at all where there is little', () => {
    const options = { clipNorm: 1, uniform };
    const drowned = clipAndNoise(change(10_000, 1), { ...options, noiseMultiplier: 3 });
    expect(norm(shrinkNoise(drowned, 3))).toBeLessThan(0.01);
    expect(shrinkNoise(change(10_000, 1), 0)).toEqual(change(10_000, 1));
    expect(shrinkNoise(change(10_000, 1), 0.001)[0]).toBeCloseTo(1 / 1.01, 5);
  });
});
