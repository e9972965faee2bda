/** A host alone rehearses: bots run all labs, the server trains for them, and the match has scores in the end. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { openMatch } from './fake-player.ts';

const EXPERIMENT = { seed: 3, budgetFlops: 3e9, graceSeconds: 0.2, clockScale: 10, roundRows: 64 };

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

it('goes through all stages without a single player', async () => {
  const host = await openMatch(app.url, {
    preset: 'rehearsal',
    teamCount: 2,
    bots: true,
    experiment: EXPERIMENT,
  });
  expect(await host.move({ type: 'host/start' })).toBe('ok');
  for (const [stage, isThrough] of [
    ['data', (committed: readonly string[]) => committed.includes('data')],
    ['scale', (committed: readonly string[]) => committed.includes('scale')],
  ] as const) {
    const what = `bots that decide on ${stage}`;
    await host.until(
      what,
      (view) => view.stage === stage && view.teams.every((team) => isThrough(team.committed)),
    );
    await host.move({ type: 'host/skip' });
  }
  await host.until('models', ({ teams }) => teams.every(({ runs }) => runs.pretrain?.status === 'finished'));
  for (const stage of ['pretrain', 'fine-tune', 'align', 'arena'] as const) {
    await host.until(stage, (view) => view.stage === stage);
    if (stage === 'arena') await host.until('answers', ({ arena }) => arena?.sampled === true);
    await host.move({ type: 'host/skip' });
  }
  const { teams } = await host.until('scores', (view) => view.teams.every(({ debrief }) => debrief?.score));
  expect(teams).toHaveLength(2);
  for (const { debrief } of teams) expect(debrief?.results?.pretrained.bitsPerByte).toBeLessThan(5);
});
