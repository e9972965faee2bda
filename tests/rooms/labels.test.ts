/** Four teammates label on the real server at once: nobody's work is lost, all see it arrive, and the model is made of it. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { ROUTES, type CorpusReply } from '../../shared/game/wire/routes.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { isDealtTo } from '../../shared/game/stages/data/labels.ts';
import type { Verdict } from '../../shared/game/stages/data/state.ts';
import type { PlayerMove } from '../../shared/game/moves.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import { joinAs, openMatch, seated, type FakePlayer } from './fake-player.ts';
import { fillRoute } from '../../client/session/http.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

/** Labels of each member in the test. */
const EACH = 12;

const swipe = (number: number, verdict: Verdict, kind: CorpusKind = 'web'): PlayerMove => ({
  type: 'data/label',
  kind,
  number,
  verdict,
});
const labelsIn = (view: MatchView) => view.teams[0].own?.labels ?? {};
const countIn = (view: MatchView): number =>
  Object.values(labelsIn(view)).reduce((sum, byPlayer) => sum + Object.keys(byPlayer).length, 0);
const verdictOn = (text: string): Verdict => (/[|<>{}[\]]|!!!/.test(text) ? 'toss' : 'keep');

async function webOf(player: FakePlayer): Promise<string[]> {
  const reply = await player.get(fillRoute(ROUTES.corpus, { kind: 'web' }));
  return ((await reply.json()) as CorpusReply).texts;
}

/** One lab of four in the data stage, and the web that they label. */
async function labelling(): Promise<{
  host: Awaited<ReturnType<typeof openMatch>>;
  players: FakePlayer[];
  web: string[];
}> {
  const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.1, clockScale: 10 };
  const host = await openMatch(app.url, { teamCount: 1, experiment });
  const players: FakePlayer[] = [];
  for (const name of ['Ada', 'Bo', 'Cy', 'Dee']) players.push(await joinAs(app.url, host.code, name));
  await host.move({ type: 'host/start' });
  await players[0].until('data', ({ stage }) => stage === 'data');
  return { host, players, web: await webOf(players[0]) };
}

/** This member's own documents, shared out as its client does too. */
function handOf(players: readonly FakePlayer[], player: FakePlayer, count: number): number[] {
  const ids = players.map(({ id }) => id);
  return Array.from({ length: count }, (_, index) => index + 1).filter((number) =>
    isDealtTo(ids, player.id, number),
  );
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 55));

describe('labelling together', () => {
  it('keeps the work of all four, through doubles, corrections and a lost connection, and makes a model of it', async () => {
    const { host, players, web } = await labelling();
    expect(web.length).toBeGreaterThan(200);
    const hands = players.map((player) => handOf(players, player, web.length).slice(0, EACH));
    expect(new Set(hands.flat()).size).toBe(4 * EACH);

    await Promise.all(
      players.map(async (player, index) => {
        for (const number of hands[index]) {
          const move = swipe(number, verdictOn(web[number - 1]));
          const id = `${player.id}-${number}`;
          expect(await player.move(move, id)).toBe('ok');
          if (number % 5 === 0) expect(await player.move(move, id)).toBe('ok');
          await pause();
        }
      }),
    );
    for (const player of players) {
      const view = await player.until('all labels', (candidate) => countIn(candidate) === 4 * EACH);
      for (const [index, { id }] of players.entries()) {
        for (const number of hands[index]) {
          expect(labelsIn(view)[`web/${number}`]).toEqual({ [id]: verdictOn(web[number - 1]) });
        }
      }
    }

    const [ada, bo, cy, dee] = players;
    const [first] = hands[1];
    const adas: Verdict = verdictOn(web[first - 1]) === 'keep' ? 'toss' : 'keep';
    expect(await ada.move(swipe(first, adas))).toBe('ok');
    const view = await bo.until('the other opinion', (candidate) => countIn(candidate) === 4 * EACH + 1);
    expect(labelsIn(view)[`web/${first}`]).toEqual({ [bo.id]: verdictOn(web[first - 1]), [ada.id]: adas });

    await dee.room.leave();
    const seat = { roomId: host.roomId, playerId: dee.id, seatToken: dee.token };
    const back = await seated(app.url, seat);
    const known = await back.until('the labels again', (candidate) => countIn(candidate) === 4 * EACH + 1);
    expect(labelsIn(known)).toEqual(labelsIn(view));

    const cleaning = { similarity: 0.8, quality: 0.5, scrub: true };
    const plan = { ...DEFAULT_DATA_PLAN, cleaning };
    expect(await ada.move({ type: 'plan/propose', proposed: { stage: 'data', plan } })).toBe('ok');
    const proposed = await bo.until('the proposal', ({ teams }) => teams[0].own?.proposals.length === 1);
    const proposalId = proposed.teams[0].own?.proposals[0].id ?? '';
    for (const player of [bo, cy]) expect(await player.move({ type: 'plan/agree', proposalId })).toBe('ok');
    await cy.until('the decision', ({ teams }) => teams[0].committed.includes('data'));

    const scale = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
    await host.until('scale', ({ stage }) => stage === 'scale');
    for (const player of [ada, bo, cy]) await player.move({ type: 'plan/propose', proposed: scale });
    await host.move({ type: 'host/skip' });
    const ready = await ada.until('the model', ({ teams }) => teams[0].ready);
    const report = ready.teams[0].own?.prepared?.cleaning.datasets.find(({ kind }) => kind === 'web');
    expect(report?.tossed).toBeGreaterThan(0);
    expect(report?.copies).toBeGreaterThan(0);
    expect(report?.bytesLeft).toBeLessThan(report?.bytes ?? 0);
  });

  it('refuses what makes no sense, with a reason, and changes nothing', async () => {
    const { host, players, web } = await labelling();
    const [ada, bo] = players;
    await ada.move(swipe(1, 'keep'));
    const before = labelsIn(await bo.until('the label', (view) => countIn(view) === 1));
    expect(await bo.move(swipe(web.length + 1, 'keep'))).toBe('data/no_such_document');
    for (const broken of [
      { type: 'data/label', kind: 'web', number: 0, verdict: 'keep' },
      { type: 'data/label', kind: 'web', number: 1.5, verdict: 'keep' },
      { type: 'data/label', kind: 'diaries', number: 1, verdict: 'keep' },
      { type: 'data/label', kind: 'web', number: 1, verdict: 'burn' },
      { type: 'data/label', kind: '__proto__', number: 1, verdict: 'keep' },
    ]) {
      expect(await bo.move(broken as unknown as PlayerMove)).toBe('protocol/bad_message');
    }
    const cleaning = { similarity: null, quality: 0.5, scrub: false };
    const plan = { ...DEFAULT_DATA_PLAN, cleaning };
    expect(await bo.move({ type: 'plan/propose', proposed: { stage: 'data', plan } })).toBe(
      'data/too_few_labels',
    );
    const replies = await Promise.all(Array.from({ length: 100 }, (_, i) => ada.move(swipe(i + 2, 'keep'))));
    expect(replies).toContain('protocol/rate_limited');
    const kept = replies.filter((reply) => reply === 'ok').length;
    const after = await bo.until('what was taken', (view) => countIn(view) === 1 + kept);
    expect(labelsIn(after)['web/1']).toEqual(before['web/1']);
    await host.move({ type: 'host/skip' });
    await host.until('scale', ({ stage }) => stage === 'scale');
    await pause();
    expect(await bo.move(swipe(3, 'keep'))).toBe('match/wrong_stage');
    expect((await ada.get(fillRoute(ROUTES.corpus, { kind: 'diaries' }))).status).not.toBe(500);
  });
});
