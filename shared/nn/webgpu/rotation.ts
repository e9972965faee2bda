/** Rotary positions in WGSL (see ../rotary.ts), for the kernels that turn queries and keys, or their gradients back. */

/**
 * Turns two neighboring pairs of columns. `angles` are their cosines and sines, as in the table; direction 1 turns by the
 * position, -1 turns back, which is the gradient.
 */
export const ROTATED = /* wgsl */ `
fn rotated(pairs: vec4<f32>, angles: vec4<f32>, direction: f32) -> vec4<f32> {
  let cosines = angles.xz;
  let sines = direction * angles.yw;
  let x = pairs.xz * cosines - pairs.yw * sines;
  let y = pairs.xz * sines + pairs.yw * cosines;
  return vec4<f32>(x.x, y.x, x.y, y.y);
}
`;
