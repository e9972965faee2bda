/** What a lab's surprise is made of: the kind of text that gives most of it. */

import { SCORED_KINDS, type ScoredKind } from '../../world/document.ts';
import type { CurvePoint } from '../match.ts';

export interface Hardest {
  kind: ScoredKind;
  /** Its part of the surprise at all kinds together, 0..1. */
  share: number;
}

/** By the newest measure of each kind; null before there is one. */
export function hardestOf({ curve }: { curve: readonly CurvePoint[] }): Hardest | null {
  const perKind = curve.findLast((point) => point.perKind !== undefined)?.perKind;
  if (!perKind) return null;
  const total = SCORED_KINDS.reduce((sum, kind) => sum + perKind[kind], 0);
  const kind = SCORED_KINDS.reduce((most, other) => (perKind[other] > perKind[most] ? other : most));
  return total > 0 ? { kind, share: perKind[kind] / total } : null;
}
