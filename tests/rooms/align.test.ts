/** The align stage by two labs of one on the real server: blind pairs, votes, training, undo, training again, keeping. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { fillRoute } from '../../client/session/http.ts';
import { ROUTES, type PairsReply, type WatchReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import { DEFAULT_ALIGN_TRAINING, type AlignPlan } from '../../shared/game/stages/align/state.ts';
import type { AlignView } from '../../shared/game/stages/align/view.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import { enter, joinAs, openMatch, post, trainAll, type FakePlayer } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const pairsOf = async (player: FakePlayer): Promise<PairsReply['pairs']> =>
  ((await (await player.get(ROUTES.pairs)).json()) as PairsReply).pairs;
const propose = (player: FakePlayer, plan: AlignPlan): Promise<string> =>
  player.move({ type: 'plan/propose', proposed: { stage: 'align', plan } });

function teamOf(view: MatchView, player: FakePlayer): TeamView | undefined {
  const me = view.players.find(({ id }) => id === player.id);
  return view.teams.find(({ id }) => id === me?.teamId);
}

async function alignOnce(player: FakePlayer): Promise<TeamView['own']> {
  const { round, update } = await player.train('align');
  expect((await player.sendUpdate('align', round, encodeUpdate(update))).status).toBe(200);
  const again = await player.sendUpdate('align', round, encodeUpdate(update));
  expect(again.body.error?.code).toBe('train/repeat');
  const view = await player.until(
    'the verdict',
    (candidate) => teamOf(candidate, player)?.own?.alignment.outcome != null,
  );
  return teamOf(view, player)?.own ?? null;
}

/** A match of two small labs that has come to the align stage. */
async function aligning(): Promise<{ host: Awaited<ReturnType<typeof openMatch>>; players: FakePlayer[] }> {
  const experiment = { seed: 3, budgetFlops: 3e10, graceSeconds: 0.1, clockScale: 10 };
  const host = await openMatch(app.url, { teamCount: 2, leftOut: ['test', 'deploy'], experiment });
  const players = [await joinAs(app.url, host.code, 'Ada'), await joinAs(app.url, host.code, 'Bob')];
  for (const player of players)
    await player.move({ type: 'lobby/benchmark', tokensPerSecond: 40_000, backend: 'test' });
  await host.move({ type: 'host/start' });
  await host.until('data', ({ stage }) => stage === 'data');
  await host.move({ type: 'host/skip' });
  await host.until('scale', ({ stage }) => stage === 'scale');
  const scale = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
  for (const player of players) await player.move({ type: 'plan/propose', proposed: scale });
  await host.until('pretrain', ({ stage }) => stage === 'pretrain');
  await Promise.all(players.map((player) => trainAll(player, 'pretrain')));
  await host.until('fine-tune', ({ stage }) => stage === 'fine-tune');
  await host.move({ type: 'host/skip' });
  await Promise.all(players.map((player) => trainAll(player, 'fine-tune')));
  await host.until('align', ({ stage }) => stage === 'align');
  return { host, players };
}

describe('aligning', () => {
  it('moves a model by blind votes, and the team keeps or undoes it', async () => {
    const { host, players } = await aligning();
    const [ada, bob] = players;
    await host.until('pairs of both labs', ({ teams }) => teams.every(({ own }) => own?.alignment.before));
    await ada.until('the count', ({ pairs }) => pairs === host.view().pairs);

    const pairs = await pairsOf(ada);
    expect(pairs.length).toBeGreaterThan(100);
    expect(Object.keys(pairs[0]).sort()).toEqual(['a', 'b', 'choice', 'evidence', 'id', 'question', 'trait']);
    expect((await pairsOf(bob)).map(({ id }) => id)).not.toEqual(pairs.map(({ id }) => id));
    /* Somebody without a lab judges the same pairs, in an order of their own. */
    const watching = await post<WatchReply>(app.url + fillRoute(ROUTES.watch, { code: host.code }), {
      version: PROTOCOL_VERSION,
    });
    const { roomId, seatToken } = watching.body;
    const wil = await enter(app.url, roomId, seatToken);
    const seen = await fetch(app.url + ROUTES.pairs, { headers: { authorization: `Bearer ${seatToken}` } });
    expect(((await seen.json()) as PairsReply).pairs).toHaveLength(pairs.length);
    const longer = pairs[0].a.length > pairs[0].b.length ? 'a' : 'b';
    expect(await wil.move({ type: 'audience/rate', pairId: pairs[0].id, choice: longer })).toBe('ok');
    expect((await host.until('a vote', ({ votes }) => votes > 0)).votes).toBe(1);
    const training = { kind: 'train', ...DEFAULT_ALIGN_TRAINING } as const;
    expect(await propose(ada, training)).toBe('align/too_few_ratings');

    for (const { id, a, b } of pairs.slice(0, 30)) {
      const choice = a.length > b.length ? 'a' : 'b';
      expect(await ada.move({ type: 'align/rate', pairId: id, choice })).toBe('ok');
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect(await ada.move({ type: 'align/rate', pairId: pairs[0].id, choice: longer })).toBe('ok');
    expect((await pairsOf(ada)).filter(({ choice }) => choice !== null)).toHaveLength(30);

    await host.until('what the votes teach', ({ views }) => (views.align as AlignView).fits.length > 0);
    expect(await propose(ada, training)).toBe('ok');
    const first = await alignOnce(ada);
    expect(first?.alignment).toMatchObject({ pairsUsed: 30, trained: { sftWeight: 1 } });
    expect(first?.alignment.outcome?.klNats).toBeGreaterThan(0);
    expect(first?.alignment.outcome?.answers).toHaveLength(8);

    /* Another try, in which the lab's own model judges the pairs instead of people. */
    expect(await propose(ada, { ...training, sftWeight: 2, principles: ['full'] })).toBe('ok');
    await ada.until('the new attempt', (view) => teamOf(view, ada)?.own?.alignment.outcome === null);
    const second = await alignOnce(ada);
    expect(second?.alignment.trained?.sftWeight).toBe(2);
    expect(second?.alignment.outcome).not.toEqual(first?.alignment.outcome);
    expect(second?.alignment.pairsUsed).toBeGreaterThan(30);
    expect(second?.alignment.taught?.people?.pairs).toBeGreaterThan(10);
    expect(second?.alignment.outcome?.kept).toMatchObject([{ principle: 'full' }]);
    expect(await propose(ada, { kind: 'keep' })).toBe('ok');

    expect(await propose(bob, { ...training, method: 'reward' })).toBe('ok');
    const byReward = await alignOnce(bob);
    expect(Object.keys(byReward?.alignment.reward ?? {}).length).toBeGreaterThan(20);
    expect(byReward?.alignment.attempts).toMatchObject([{ method: 'reward', klWeight: 1 }]);
    expect(byReward?.alignment.outcome?.klNats).not.toBe(0);
    expect(await propose(bob, { kind: 'undo' })).toBe('ok');

    await host.until('the arena', ({ stage, arena }) => stage === 'arena' && arena?.sampled === true);
    await host.move({ type: 'host/skip' });
    const over = await host.until('the results', ({ teams }) => teams.every(({ debrief }) => debrief?.score));
    const [kept, undone] = [teamOf(over, ada), teamOf(over, bob)].map((team) => team?.debrief);
    expect(kept?.results?.aligned?.perKind).not.toEqual(kept?.results?.tuned?.perKind);
    expect(kept?.results?.preference.aligned).not.toBeNull();
    expect(kept?.results?.samples.aligned).toHaveLength(3);
    expect(undone?.results?.aligned).toBeNull();
    expect(undone?.plans.align).toEqual({ kind: 'undo' });
  });
});
