/** The exhibition: all labs' painters paint the same captions, and everybody sees what came of what. */

import { scoreExhibit, type Exhibit } from '../../images/exhibit.ts';
import type { Team } from '../../match.ts';
import { ownTeamSlice } from '../../slices.ts';
import { done, teamMove, type StageRules } from '../../stage.ts';
import { exhibitJob } from './jobs.ts';
import type { ExhibitionTeam, PaintedBy } from './state.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    exhibition: never;
  }
}

/** Nothing to see before it is measured. */
export type ExhibitionView = { [Name in keyof ExhibitionTeam]: NonNullable<ExhibitionTeam[Name]> };

function viewExhibition(team: Team): ExhibitionView | null {
  const { exhibit, score, by } = ownTeamSlice<ExhibitionTeam>(team, 'exhibition');
  return exhibit && score && by ? { exhibit, score, by } : null;
}

export const exhibitionRules = {
  name: 'exhibition',
  clock: { images: null },
  rememberTeam: (): ExhibitionTeam => ({ exhibit: null, score: null, by: null }),
  jobs: exhibitJob,
  moves: {
    'referee/exhibit': teamMove<{ exhibit: Exhibit; by: PaintedBy }>(({ team }, { exhibit, by }) => {
      Object.assign(ownTeamSlice<ExhibitionTeam>(team, 'exhibition'), {
        exhibit,
        by,
        score: scoreExhibit(exhibit),
      });
      return done();
    }),
  },
  teamView: viewExhibition,
  /* Nothing is decided in it. */
  mayBeginAgain: () => false,
} satisfies StageRules;
