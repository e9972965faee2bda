/** Numbers as a person would round them, short enough for a paper slip. */

import { formatDecimal } from './format.ts';

const UNITS: [number, string][] = [
  [1e12, ' T'],
  [1e9, ' G'],
  [1e6, ' M'],
  [1e3, ' k'],
  [1, ''],
];

/** A count with at most two figures after rounding below ten: 61234 is `61 k`, 4123 is `4.1 k`, 312 is `312`. */
export function formatQuantity(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const [size, suffix] = UNITS.find(([size]) => Math.abs(value) >= size * 0.9995) ?? [1, ''];
  const scaled = value / size;
  const digits = size > 1 && Math.abs(scaled) < 9.95 ? 1 : 0;
  return `${formatDecimal(scaled, digits)}${suffix}`;
}

/** A size of text: `361 bytes`, `4.1 kB`. */
export function formatBytes(bytes: number): string {
  return bytes < 1000 ? `${formatQuantity(bytes)} bytes` : `${formatQuantity(bytes)}B`;
}

/** A duration that no line breaks: `48 s` below a minute and a half, else minutes and seconds, `2:05 min`. */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return '?';
  const whole = Math.round(seconds);
  if (whole < 90) return `${whole}\u00a0s`;
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}\u00a0min`;
}
