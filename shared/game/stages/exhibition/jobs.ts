/** What the exhibition asks of the referee. */

import type { Match, Team } from '../../match.ts';
import { ownTeamSlice } from '../../slices.ts';
import type { ExhibitionTeam } from './state.ts';

/** Have a lab's painter paint what all are asked for, and measure it. */
interface ExhibitJob {
  kind: 'exhibit';
  teamId: string;
}

export function exhibitJob(match: Match, team: Team): ExhibitJob | null {
  const { exhibit } = ownTeamSlice<ExhibitionTeam>(team, 'exhibition');
  return match.stage === 'exhibition' && !exhibit ? { kind: 'exhibit', teamId: team.id } : null;
}
