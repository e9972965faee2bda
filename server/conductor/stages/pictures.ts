/** Jobs of the stage of buying pictures: what is for sale, and what a lab's set comes to. */

import { ownTeamSlice } from '../../../shared/game/slices.ts';
import type { PicturesTeam } from '../../../shared/game/stages/pictures/state.ts';
import type { JobTable } from '../job-table.ts';

export const picturesJobs = {
  async pictureSamples({ ask, key, tell }) {
    tell({ type: 'referee/picture-samples', samples: await ask('pictureSamples', key) });
  },

  async pictureSet({ ask, key, team, tell }, { teamId }) {
    const { plan } = ownTeamSlice<PicturesTeam>(team(teamId), 'pictures');
    if (!plan) throw new Error(`${teamId} has bought no pictures`);
    tell({ type: 'referee/picture-set', teamId, set: await ask('pictureSet', { ...key, plan }) });
  },
} satisfies Partial<JobTable>;
