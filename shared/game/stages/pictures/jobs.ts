/** What the stage of buying pictures asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { ownSlice, ownTeamSlice } from '../../slices.ts';
import type { Pictures, PicturesTeam } from './state.ts';

/** Draw some of what is for sale, once for all labs. */
interface SamplesJob {
  kind: 'pictureSamples';
  teamId: 'pictures';
}

export function samplesJob(match: Match): SamplesJob | null {
  const isDrawn = ownSlice<Pictures>(match, 'pictures').samples !== null;
  return match.stage !== 'pictures' || isDrawn ? null : { kind: 'pictureSamples', teamId: 'pictures' };
}

/** Clean what a lab has bought. */
interface SetJob {
  kind: 'pictureSet';
  teamId: string;
}

export function setJob(_match: Match, team: Team): SetJob | null {
  const { plan, set } = ownTeamSlice<PicturesTeam>(team, 'pictures');
  return plan && !set ? { kind: 'pictureSet', teamId: team.id } : null;
}
