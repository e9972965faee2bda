/** The player's own choice of guidance and steps, and what the lab's painter has tried out. */

import { DEFAULT_GALLERY_PLAN, type GalleryPlan } from '../../../shared/game/images/gallery.ts';
import type { GalleryOwnView } from '../../../shared/game/stages/gallery/view.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { seatSignal } from '../../session/per-seat.ts';

export const galleryDraft = seatSignal<GalleryPlan>(DEFAULT_GALLERY_PLAN);

export function galleryOf({ own }: Pick<TeamView, 'own'>): GalleryOwnView | null {
  return (own?.views.gallery as GalleryOwnView | undefined) ?? null;
}
