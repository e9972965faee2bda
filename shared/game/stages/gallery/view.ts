/** What a lab sees before it decides how to paint. */

import type { Match, Team } from '../../match.ts';
import { ownTeamSlice } from '../../slices.ts';
import type { GalleryTeam } from './state.ts';

export type GalleryOwnView = GalleryTeam;

export function viewOwnGallery({ stage }: Match, team: Team): GalleryOwnView | null {
  const { plan, tried } = ownTeamSlice<GalleryTeam>(team, 'gallery');
  if (!plan && !tried) return null;
  return { plan, tried: stage === 'gallery' ? tried : null };
}
