/** A whole short match by two players in two teams, on the real server, the real referee and the real engine. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/game/stages/fine-tune/plan.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { joinAs, openMatch, trainAll } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

describe('a match', () => {
  it('goes from the lobby to the debrief on real training', async () => {
    const host = await openMatch(app.url, {
      preset: 'short',
      teamCount: 2,
      experiment: { seed: 7, budgetFlops: 4e10, graceSeconds: 0.2 },
    });
    const ada = await joinAs(app.url, host.code, 'Ada');
    const bob = await joinAs(app.url, host.code, 'Bob');
    for (const player of [ada, bob]) {
      expect(await player.move({ type: 'lobby/benchmark', tokensPerSecond: 40_000, backend: 'test' })).toBe(
        'ok',
      );
    }
    expect(await host.move({ type: 'host/start' })).toBe('ok');

    await ada.until('the data stage', ({ stage }) => stage === 'data');
    const skilled = {
      ...DEFAULT_DATA_PLAN,
      shares: { stories: 10, encyclopedia: 5, questions: 5, exercises: 70, web: 5, posts: 5 },
    };
    expect(
      await ada.move({ type: 'plan/propose', proposed: { stage: 'data', plan: DEFAULT_DATA_PLAN } }),
    ).toBe('ok');
    expect(await bob.move({ type: 'plan/propose', proposed: { stage: 'data', plan: skilled } })).toBe('ok');

    await ada.until('the scale stage', ({ stage }) => stage === 'scale');
    const scale = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
    for (const player of [ada, bob])
      expect(await player.move({ type: 'plan/propose', proposed: scale })).toBe('ok');

    await ada.until('the pretrain stage', ({ stage }) => stage === 'pretrain');
    await Promise.all([trainAll(ada, 'pretrain'), trainAll(bob, 'pretrain')]);
    const trained = await host.until('the fine-tune stage', ({ stage }) => stage === 'fine-tune');
    for (const {
      runs: { pretrain },
    } of trained.teams) {
      const first = pretrain?.curve[0].bitsPerByte ?? 0;
      expect(pretrain?.curve.at(-1)?.bitsPerByte).toBeLessThan(first * 0.8);
      expect(pretrain?.filmstrip.at(-1)?.samples).not.toEqual(pretrain?.filmstrip[0].samples);
    }

    const tuning = { stage: 'fine-tune', plan: DEFAULT_FINE_TUNE_PLAN } as const;
    for (const player of [ada, bob])
      expect(await player.move({ type: 'plan/propose', proposed: tuning })).toBe('ok');
    await Promise.all([trainAll(ada, 'fine-tune'), trainAll(bob, 'fine-tune')]);
    await host.until('the align stage', ({ stage }) => stage === 'align');
    for (const player of [ada, bob])
      expect(
        await player.move({ type: 'plan/propose', proposed: { stage: 'align', plan: { kind: 'keep' } } }),
      ).toBe('ok');
    await host.until('the arena', ({ stage, arena }) => stage === 'arena' && arena?.sampled === true);
    expect(host.view().teams.every(({ debrief }) => debrief === null)).toBe(true);
    await host.move({ type: 'host/skip' });
    await host.until('the debrief', ({ stage }) => stage === 'debrief');
    const isTold = (view: MatchView) => view.teams.every((team) => team.debrief?.score);
    const { teams } = await host.until('the results', isTold);

    const [balanced, specialist] = teams.map((team) => team.debrief?.results);
    expect(specialist?.pretrained.perKind.exercises).toBeLessThan(
      balanced?.pretrained.perKind.exercises ?? 0,
    );
    expect(specialist?.pretrained.perKind.encyclopedia).toBeGreaterThan(
      balanced?.pretrained.perKind.encyclopedia ?? 0,
    );
    expect(balanced?.answers).toHaveLength(10);
    expect(balanced?.tuned?.evals.form).toBeGreaterThan(0.1);
    expect(balanced?.aligned).toBeNull();
    expect(balanced?.samples.untrained).not.toEqual(balanced?.samples.pretrained);
    expect(ada.view().teams.map(({ own }) => own !== null)).toEqual([true, false]);
    expect(host.view().teams.map(({ own }) => own !== null)).toEqual([true, true]);
  });
});
