/** Jobs of painting: a part of the training in a lab's place, and what a painter paints by now. */

import { partSteps } from '../../../shared/game/images/painter.ts';
import type { JobTable } from '../job-table.ts';
import { painterTask, putPainter } from '../painters.ts';

export const paintJobs = {
  async paint(context, { teamId }) {
    const { ask, values, tell } = context;
    const { task, own, from, pictures } = await painterTask(context, teamId);
    const { stepsTotal } = own;
    const steps = partSteps(from, stepsTotal);
    const found = await ask('paintPart', { ...task, pictures, from, steps, stepsTotal });
    putPainter(values, teamId, from, from + steps, found.weights);
    tell({ type: 'paint/part', teamId, from, loss: found.loss });
    tell({ type: 'referee/painted', teamId, steps: from + steps, shown: found.shown });
  },

  async paintSamples(context, { teamId }) {
    const { task, from } = await painterTask(context, teamId);
    const shown = await context.ask('paintSamples', task);
    context.tell({ type: 'referee/painted', teamId, steps: from, shown });
  },
} satisfies Partial<JobTable>;
