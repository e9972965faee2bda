/** Buying pictures: each lab buys from sources with faults of their own, and says what it throws out. */

import { z } from 'zod';
import {
  checkPicturesPlan,
  CLEANINGS,
  DEFAULT_PICTURES_PLAN,
  PICTURE_SOURCES,
  type PictureSet,
  type PicturesPlan,
} from '../../images/market.ts';
import type { Team } from '../../match.ts';
import { ownSlice, ownTeamSlice } from '../../slices.ts';
import { done, systemMove, teamMove, type PlanRules, type StageRules } from '../../stage.ts';
import { samplesJob, setJob } from './jobs.ts';
import type { Pictures, PicturesTeam } from './state.ts';
import { viewOwnPictures, viewPictures } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    pictures: PicturesPlan;
  }
}

const ofTeam = (team: Team): PicturesTeam => ownTeamSlice<PicturesTeam>(team, 'pictures');

const plan: PlanRules<PicturesPlan> = {
  shape: z.strictObject({
    sources: z.array(z.enum(PICTURE_SOURCES)).max(PICTURE_SOURCES.length),
    cleaning: z.array(z.enum(CLEANINGS)).max(CLEANINGS.length),
  }),
  isDecided: (_match, team) => ofTeam(team).plan !== null,
  check: (_match, _team, chosen) => checkPicturesPlan(chosen),
  standard: () => DEFAULT_PICTURES_PLAN,
  commit(_match, team, chosen) {
    ofTeam(team).plan = chosen;
  },
};

export const picturesRules = {
  name: 'pictures',
  clock: { images: 150 },
  remember: (): Pictures => ({ samples: null }),
  rememberTeam: (): PicturesTeam => ({ plan: null, set: null }),
  rememberAgain: (before) => before,
  plan,
  matchJob: samplesJob,
  jobs: setJob,
  moves: {
    'referee/picture-samples': systemMove<{ samples: NonNullable<Pictures['samples']> }>(
      ({ match }, { samples }) => {
        ownSlice<Pictures>(match, 'pictures').samples = samples;
        return done();
      },
    ),
    'referee/picture-set': teamMove<{ set: PictureSet }>(({ team }, { set }) => {
      ofTeam(team).set = set;
      return done();
    }),
  },
  view: viewPictures,
  ownView: viewOwnPictures,
  isDone: (match, teams) => teams.every((team) => plan.isDecided(match, team)),
} satisfies StageRules;
