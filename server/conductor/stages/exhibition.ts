/** The exhibition's job: a lab's painter, measured. */

import { ownTeamSlice } from '../../../shared/game/slices.ts';
import type { GalleryTeam } from '../../../shared/game/stages/gallery/state.ts';
import type { JobTable } from '../job-table.ts';
import { painterTask } from '../painters.ts';

export const exhibitionJobs = {
  async exhibit(context, { teamId }) {
    const { ask, team, tell } = context;
    const { task, own, from, pictures, set } = await painterTask(context, teamId);
    const { plan: gallery } = ownTeamSlice<GalleryTeam>(team(teamId), 'gallery');
    if (!gallery || !own.plan) throw new Error(`${teamId} has not decided how to paint`);
    const exhibit = await ask('exhibit', { ...task, gallery, pictures });
    const by = { pictures, set, paint: own.plan, steps: from, gallery };
    tell({ type: 'referee/exhibit', teamId, exhibit, by });
  },
} satisfies Partial<JobTable>;
