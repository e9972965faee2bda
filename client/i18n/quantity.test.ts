/** Examples of how figures read on a slip. */
import { describe, expect, it } from 'vitest';
import { formatBytes, formatQuantity, formatSeconds } from './quantity.ts';

describe('formatQuantity', () => {
  it.each([
    [0, '0'],
    [312, '312'],
    [999.7, '1.0 k'],
    [4123, '4.1 k'],
    [61234, '61 k'],
    [12_400_000, '12 M'],
    [2.5e12, '2.5 T'],
    [Number.NaN, '?'],
  ])('%d reads %s', (value, text) => expect(formatQuantity(value)).toBe(text));
});

describe('formatBytes', () => {
  it.each([
    [361, '361 bytes'],
    [4123, '4.1 kB'],
    [500_000, '500 kB'],
  ])('%d reads %s', (value, text) => expect(formatBytes(value)).toBe(text));
});

describe('formatSeconds', () => {
  it.each([
    [48.4, '48\u00a0s'],
    [89, '89\u00a0s'],
    [125, '2:05\u00a0min'],
  ])('%d reads %s', (seconds, text) => expect(formatSeconds(seconds)).toBe(text));
});
