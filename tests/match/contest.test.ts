/** The quick form of the contest: one seed, little compute, careful play against none. `npm run contest` plays the whole one. */

import { expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { playSeed } from './contest-seed.ts';

it('is won by careful play over no play', { timeout: 300_000 }, async () => {
  const app = await createApp({ port: 0, allowExperiments: true });
  try {
    const { careful, idle } = await playSeed({
      url: app.url,
      seed: 1,
      plans: ['careful', 'idle'],
      budgetFlops: 5e10,
      log: () => undefined,
    });
    expect(careful.total).toBeGreaterThan(idle.total);
    /* Both scores by rule together: on one seed and so little compute, a few answers decide which of them is ahead. */
    expect(careful.science + careful.trust).toBeGreaterThan(idle.science + idle.trust);
  } finally {
    await app.close();
  }
});
