/** The gallery: each lab sees what guidance does to its own pictures, and decides how it paints for the exhibition. */

import { z } from 'zod';
import {
  DEFAULT_GALLERY_PLAN,
  GUIDANCES,
  PAINT_STEPS,
  type GalleryPlan,
  type TryOut,
} from '../../images/gallery.ts';
import type { Team } from '../../match.ts';
import { ok } from '../../result.ts';
import { ownTeamSlice } from '../../slices.ts';
import { done, teamMove, type PlanRules, type StageRules } from '../../stage.ts';
import { tryOutJob } from './jobs.ts';
import type { GalleryTeam } from './state.ts';
import { viewOwnGallery } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    gallery: GalleryPlan;
  }
}

const ofTeam = (team: Team): GalleryTeam => ownTeamSlice<GalleryTeam>(team, 'gallery');

const plan: PlanRules<GalleryPlan> = {
  shape: z.strictObject({ guidance: z.literal([...GUIDANCES]), steps: z.literal([...PAINT_STEPS]) }),
  isDecided: (_match, team) => ofTeam(team).plan !== null,
  check: () => ok(undefined),
  standard: () => DEFAULT_GALLERY_PLAN,
  commit(_match, team, chosen) {
    ofTeam(team).plan = chosen;
  },
};

export const galleryRules = {
  name: 'gallery',
  clock: { images: 90 },
  rememberTeam: (): GalleryTeam => ({ plan: null, tried: null }),
  plan,
  jobs: tryOutJob,
  moves: {
    'referee/guided': teamMove<{ tried: TryOut[] }>(({ team }, { tried }) => {
      ofTeam(team).tried = tried;
      return done();
    }),
  },
  ownView: viewOwnGallery,
  isDone: (match, teams) => teams.every((team) => plan.isDecided(match, team)),
} satisfies StageRules;
