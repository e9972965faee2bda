/** How much of a picture and how much noise there is at each moment of the diffusion, and random noise itself. */

import type { Random } from '../random.ts';

/** Numbers that tell the network how noisy a picture is. */
export const TIME_FEATURES = 16;

/** Shares of picture and noise at time 0 (a picture) to 1 (noise): the cosine schedule of Nichol and Dhariwal (2021). */
export function sharesAt(time: number): { signal: number; noise: number } {
  return { signal: Math.cos((Math.PI / 2) * time), noise: Math.sin((Math.PI / 2) * time) };
}

/** cos(pi k time) for k = 0, 1, ...: smooth in the time, from coarse to fine. */
export function writeTimeFeatures(time: number, target: Float32Array, at: number): void {
  for (let k = 0; k < TIME_FEATURES; k++) target[at + k] = Math.cos(Math.PI * k * time);
}

/** Fills the target with normal values, by the Box-Muller transform. */
export function fillNoise(random: Random, target: Float32Array): void {
  for (let i = 0; i < target.length; i += 2) {
    const radius = Math.sqrt(-2 * Math.log(Math.max(random.next(), 1e-9)));
    const angle = 2 * Math.PI * random.next();
    target[i] = radius * Math.cos(angle);
    if (i + 1 < target.length) target[i + 1] = radius * Math.sin(angle);
  }
}
