/** The quiz's job: the right answer, from the market that the referee wrote. */

import type { JobTable } from '../../job-table.ts';

export const quizJobs = {
  async quiz({ ask, key, tell }) {
    const { reply } = await ask('market', key);
    const pages = (wanted: string): number =>
      reply.datasets.find(({ kind }) => kind === wanted)?.documents ?? 0;
    tell({ type: 'quiz/answer', right: pages('web') > pages('stories') ? 'yes' : 'no' });
  },
} satisfies Partial<JobTable>;
