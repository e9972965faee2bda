/** What the gallery asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { ownTeamSlice } from '../../slices.ts';
import type { GalleryTeam } from './state.ts';

/** Paint the same captions with each guidance, for the lab to choose from. */
interface TryOutJob {
  kind: 'tryOut';
  teamId: string;
}

export function tryOutJob(match: Match, team: Team): TryOutJob | null {
  const { tried } = ownTeamSlice<GalleryTeam>(team, 'gallery');
  return match.stage === 'gallery' && !tried ? { kind: 'tryOut', teamId: team.id } : null;
}
