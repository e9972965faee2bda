/** The player's own choice of pictures, and what the page knows of the market and of the lab's set. */

import type { PicturesPlan } from '../../../shared/game/images/market.ts';
import type { PicturesOwnView, PicturesView } from '../../../shared/game/stages/pictures/view.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { seatSignal } from '../../session/per-seat.ts';

/** Nothing is bought at first. */
export const FIRST_PICTURES: PicturesPlan = { sources: [], cleaning: [] };
export const picturesDraft = seatSignal<PicturesPlan>(FIRST_PICTURES);

export function marketOf({ views }: Pick<MatchView, 'views'>): PicturesView | null {
  return (views.pictures as PicturesView | undefined) ?? null;
}

export function picturesOf({ own }: Pick<TeamView, 'own'>): PicturesOwnView | null {
  return (own?.views.pictures as PicturesOwnView | undefined) ?? null;
}
