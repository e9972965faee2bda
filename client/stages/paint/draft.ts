/** The player's own choice of a size, and what the page knows of the training. */

import { DEFAULT_PAINT_PLAN, type PaintPlan } from '../../../shared/game/images/painter.ts';
import type { PaintOwnView, PaintView } from '../../../shared/game/stages/paint/view.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { seatSignal } from '../../session/per-seat.ts';

export const paintDraft = seatSignal<PaintPlan>(DEFAULT_PAINT_PLAN);

/** How far a lab is; null before it has decided. */
export function paintOf({ views }: Pick<TeamView, 'views'>): PaintView | null {
  return (views.paint as PaintView | undefined) ?? null;
}

export function ownPaintOf({ own }: Pick<TeamView, 'own'>): PaintOwnView | null {
  return (own?.views.paint as PaintOwnView | undefined) ?? null;
}
