/** Gated recurrent units; the interface is described in kernels.ts. */

import { at, madd, sigmoid4 } from './simd.as';

export function gruGates(
  gates: i32, recurrent: i32, previous: i32, state: i32, rows: i32, width: i32, gateStep: i32, stateStep: i32,
): void {
  const bytes = at(width), zero = f32x4.splat(0), one = f32x4.splat(1), two = f32x4.splat(2);
  for (let r = 0; r < rows; r++) {
    const g = at(gates + r * gateStep), u = at(recurrent + r * gateStep);
    const before = at(previous + r * stateStep), after = at(state + r * stateStep);
    for (let w: usize = 0; w < bytes; w += 16) {
      const gr = g + w, gu = gr + bytes, gc = gu + bytes, ur = u + w, uu = ur + bytes, uc = uu + bytes;
      const reset = sigmoid4(f32x4.add(v128.load(gr), v128.load(ur)));
      const update = sigmoid4(f32x4.add(v128.load(gu), v128.load(uu)));
      const z = madd(reset, v128.load(uc), v128.load(gc));
      const candidate = f32x4.sub(f32x4.mul(two, sigmoid4(f32x4.mul(two, z))), one);
      v128.store(gr, reset);
      v128.store(gu, update);
      v128.store(gc, candidate);
      const h = previous == 0 ? zero : v128.load(before + w);
      v128.store(after + w, madd(update, f32x4.sub(h, candidate), candidate));
    }
  }
}

export function gruGatesGradient(
  gates: i32, recurrent: i32, previous: i32, dState: i32, dPrevious: i32,
  rows: i32, width: i32, gateStep: i32, stateStep: i32,
): void {
  const bytes = at(width), zero = f32x4.splat(0), one = f32x4.splat(1);
  for (let r = 0; r < rows; r++) {
    const g = at(gates + r * gateStep), u = at(recurrent + r * gateStep);
    const before = at(previous + r * stateStep), dy = at(dState + r * stateStep), dx = at(dPrevious + r * stateStep);
    for (let w: usize = 0; w < bytes; w += 16) {
      const gr = g + w, gu = gr + bytes, gc = gu + bytes, ur = u + w, uu = ur + bytes, uc = uu + bytes;
      const reset = v128.load(gr), update = v128.load(gu), candidate = v128.load(gc), d = v128.load(dy + w);
      const h = previous == 0 ? zero : v128.load(before + w);
      const rest = f32x4.sub(one, update);
      const dCandidate = f32x4.mul(f32x4.mul(d, rest), f32x4.sub(one, f32x4.mul(candidate, candidate)));
      const dUpdate = f32x4.mul(f32x4.mul(d, f32x4.sub(h, candidate)), f32x4.mul(update, rest));
      const dReset = f32x4.mul(
        f32x4.mul(dCandidate, v128.load(uc)), f32x4.mul(reset, f32x4.sub(one, reset)),
      );
      if (previous != 0) v128.store(dx + w, madd(d, update, v128.load(dx + w)));
      v128.store(gr, dReset);
      v128.store(ur, dReset);
      v128.store(gu, dUpdate);
      v128.store(uu, dUpdate);
      v128.store(gc, dCandidate);
      v128.store(uc, f32x4.mul(dCandidate, reset));
    }
  }
}
