/** The deploy stage in a room: two labs try out products of real models, decide, and the town asks them for a day. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { DAY } from '../../shared/game/stages/deploy/day.ts';
import { PUPIL_LESSONS } from '../../shared/serving/models.ts';
import { DEFAULT_DEPLOY_PLAN, MAX_LINE, productOf } from '../../shared/game/stages/deploy/state.ts';
import type { DeployView, ShopView } from '../../shared/game/stages/deploy/view.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { joinAs, openMatch } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const dayIn = ({ views }: MatchView): DeployView | undefined => views.deploy as DeployView | undefined;
const shopIn = ({ teams }: MatchView): ShopView | undefined =>
  teams.find(({ own }) => own)?.own?.views.deploy as ShopView | undefined;

describe('the deploy stage in a room', () => {
  it('tries out products, serves a day with a rush and news, and lets labs and the host do something about it', async () => {
    const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.6, clockScale: 10 };
    const host = await openMatch(app.url, { teamCount: 2, leftOut: ['align', 'test'], experiment });
    const ada = await joinAs(app.url, host.code, 'Ada');
    const bo = await joinAs(app.url, host.code, 'Bo');
    for (const player of [ada, bo])
      await player.move({ type: 'lobby/benchmark', tokensPerSecond: 40_000, backend: 'test' });
    expect(await ada.move({ type: 'deploy/try', product: productOf(DEFAULT_DEPLOY_PLAN) })).toBe(
      'match/wrong_stage',
    );
    await host.move({ type: 'host/start' });
    for (const stage of ['data', 'scale', 'pretrain', 'fine-tune'] as const) {
      await host.until(stage, (view) => view.stage === stage);
      if (stage === 'pretrain') await host.until('models', ({ teams }) => teams.every(({ ready }) => ready));
      await host.move({ type: 'host/skip' });
      /* Its plan falls with the first, and the second ends its training. */
      if (stage === 'fine-tune') await host.move({ type: 'host/skip' });
    }
    await ada.until('a timed replica', (view) => Boolean(shopIn(view)?.replica));
    const { replica } = shopIn(ada.view()) ?? {};
    expect(replica?.alonePerSecond).toBeGreaterThan(0);
    expect(replica?.batchedPerSecond).toBeGreaterThan(0);
    expect(replica?.bursts.map(({ load }) => load)).toEqual([0.4, 0.8, 1.2]);

    /* What one lab tries is its own. */
    const product = { ...productOf(DEFAULT_DEPLOY_PLAN), format: 'int8', filter: 'strict' } as const;
    expect(await ada.move({ type: 'deploy/try', product })).toBe('ok');
    await ada.until('what it gives', (view) => shopIn(view)?.tried.length === 1);
    const [tried] = shopIn(ada.view())?.tried ?? [];
    expect(tried).toMatchObject({ product, toldShare: 0 });
    expect(tried?.bytes).toBeGreaterThan(0);
    expect(shopIn(ada.view())?.opened.map(({ kind }) => kind)).toContain('hazard');
    expect(shopIn(bo.view())?.tried).toEqual([]);
    for (const wrong of [
      { shelf: 'attic' },
      { lookUp: 'never' },
      { sureness: 1 },
      { mark: 'loud' },
      { model: 'somebody else' },
      { persona: 'a pirate' },
      { persona: 'written', line: 'y'.repeat(MAX_LINE + 1) },
      { line: 7 },
      { memory: 'all' },
      { forgets: 'maybe' },
    ])
      expect(await ada.move({ type: 'deploy/try', product: { ...product, ...wrong } as never })).toBe(
        'protocol/bad_message',
      );

    const insult = { ...product, persona: 'written', line: 'You are an ass\u200bhole.' } as const;
    expect(await ada.move({ type: 'deploy/try', product: insult })).toBe('talk/rude_text');
    const rude = { stage: 'deploy', plan: { ...DEFAULT_DEPLOY_PLAN, ...insult } } as const;
    expect(await ada.move({ type: 'plan/propose', proposed: rude })).toBe('talk/rude_text');
    expect(await ada.move({ type: 'plan/draft', drafted: rude })).toBe('talk/rude_text');
    expect(shopIn(ada.view())?.tried).toHaveLength(1);

    /* The small copy is taught before a product that needs it is tried: by the server, where no device can. */
    const copied = { ...product, model: 'router' } as const;
    expect(await ada.move({ type: 'deploy/try', product: copied })).toBe('ok');
    await ada.until('its turn', (view) => shopIn(view)?.pupil?.turn?.playerId === ada.id);
    expect(await ada.move({ type: 'deploy/unable' })).toBe('ok');
    await ada.until('a small copy', (view) => shopIn(view)?.tried.length === 2);
    expect(shopIn(ada.view())?.pupil).toMatchObject({ lessonsDone: PUPIL_LESSONS });
    expect(shopIn(ada.view())?.tried[1]?.bytes).toBeGreaterThan(tried?.bytes ?? Infinity);
    expect(shopIn(bo.view())?.pupil).toBeNull();

    const safe = { ...DEFAULT_DEPLOY_PLAN, ...copied, cache: true };
    expect(await ada.move({ type: 'plan/propose', proposed: { stage: 'deploy', plan: safe } })).toBe('ok');
    expect(await ada.move({ type: 'deploy/respond', response: 'apologise' })).toBe('match/wrong_stage');
    const unlogged = { ...DEFAULT_DEPLOY_PLAN, retention: 'none' } as const;
    expect(await bo.move({ type: 'plan/propose', proposed: { stage: 'deploy', plan: unlogged } })).toBe('ok');

    const first = await host.until('the first hour', (view) => dayIn(view)?.hoursDone === 1);
    const hour = dayIn(first)?.hour;
    expect(hour?.labs.map(({ teamId }) => teamId)).toEqual(['team-1', 'team-2']);
    const came = (hour?.labs ?? []).flatMap(({ requests }) => Object.values(requests));
    const all = came.reduce((sum, count) => sum + count, hour?.unserved ?? 0);
    expect(all).toBe(hour?.requests);
    const { older, log } = shopIn(ada.view()) ?? {};
    expect(log?.every(({ filter, version }) => filter === 'strict' && version !== older)).toBe(true);
    const back = await ada.move({ type: 'deploy/respond', response: 'roll-back' });
    expect(back).toBe(older ? 'ok' : 'deploy/nothing_before');
    expect(await bo.move({ type: 'deploy/respond', response: 'tighten' })).toBe('ok');
    expect(await bo.move({ type: 'deploy/respond', response: 'tighten' })).toBe('deploy/responded');
    expect(await bo.move({ type: 'host/town-event', event: 'rule' })).toBe('protocol/host_only');
    for (const event of ['rule', 'labels', 'forget', 'suit', 'logs'] as const)
      expect(await host.move({ type: 'host/town-event', event })).toBe('ok');

    const second = await host.until('the second hour', (view) => dayIn(view)?.hoursDone === 2);
    expect(dayIn(second)?.hour?.events).toEqual(['spike', 'rule', 'labels', 'forget', 'suit', 'logs']);
    const { forgotten, labs: held } = dayIn(second)?.hour ?? {};
    expect(forgotten).not.toBe('');
    expect(held?.every(({ found, fines }) => found !== null && fines.labels === 100)).toBe(true);
    expect(held?.map(({ suit }) => suit?.pages)).toEqual([40, 40]);
    /* One lab keeps no log, so there is nothing of the first hour to show. */
    expect(held?.map(({ readLog }) => readLog?.missing)).toEqual([0, 1]);
    expect(await ada.move({ type: 'deploy/respond', response: 'block-name' })).toBe('ok');
    expect(await bo.move({ type: 'deploy/respond', response: 'mark' })).toBe('ok');
    expect(dayIn(second)?.hour?.requests).toBeGreaterThan(1.5 * (hour?.requests ?? 0));
    expect(dayIn(second)?.labs.find(({ teamId }) => teamId === 'team-2')?.plan.filter).toBe('fair');

    const later = shopIn(ada.view())?.log.filter((entry) => entry.hour === 2) ?? [];
    expect(later.length).toBeGreaterThan(0);
    expect(new Set(later.map(({ version }) => version))).toEqual(new Set([older ?? 'pretrain']));

    const third = await host.until('the third hour', (view) => dayIn(view)?.hoursDone === 3);
    expect(dayIn(third)?.hour?.labs[0]?.fines.forget).toBe(0);
    expect(dayIn(third)?.labs[1]?.plan.mark).toBe('faint');
    await host.until('the whole day', (view) => dayIn(view)?.hoursDone === DAY.length);
    await host.until('the arena', ({ stage }) => stage === 'arena');
    const labs = dayIn(host.view())?.labs ?? [];
    expect(labs.every(({ requests, served }) => requests > 0 && served <= requests)).toBe(true);
    expect(labs[0]?.tokens).toBeLessThan(labs[1]?.tokens ?? 0);
  });
});
