/** Matches that nobody hosts: strangers meet in one, a bot runs a lab where there is nobody else, and it ends by itself. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import { createLimits } from '../../server/limits/limits.ts';
import { isMadeName } from '../../shared/game/made-names.ts';
import { SERVER_WORKER } from '../../shared/game/match.ts';
import { sliceOf } from '../../shared/game/slices.ts';
import { MIN_CARDS, type FineTunePlan } from '../../shared/game/stages/fine-tune/plan.ts';
import { ROUTES, type QuickMatchReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { joinAs, post, seated, takeSeat } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({
    port: 0,
    allowExperiments: true,
    limits: createLimits({ unlimited: ['opening'] }),
  });
});
afterAll(() => app.close());

const QUICK = { seed: 3, budgetFlops: 3e9, graceSeconds: 0.1, clockScale: 0.06 };
/** The server takes as long over a lesson as a weak laptop would. */
const SHORT_LESSON: FineTunePlan = {
  style: 'short',
  cards: { facts: MIN_CARDS, recipes: 0, 'small-talk': 0, exercises: 0 },
  replayShare: 0,
  evidenceShare: 0,
  toolShare: 0,
  styleLines: false,
  talks: false,
};
const find = (kind: 'public' | 'private', experiment?: object) =>
  post<QuickMatchReply>(app.url + ROUTES.quickMatch, { version: PROTOCOL_VERSION, kind, experiment });

describe('a quick match', () => {
  it('is one for strangers who come at once, under names that chance made', async () => {
    const found = await Promise.all(Array.from({ length: 5 }, () => find('public')));
    const codes = new Set(found.map(({ body }) => body.code));
    expect(codes.size).toBe(1);
    const [code = ''] = codes;
    const ada = await joinAs(app.url, code, 'Rude Ada');
    const bo = await joinAs(app.url, code, 'Captain Biscuit');
    const { players, teams } = await ada.until('both', (view) => view.players.length === 2);
    expect(players.map(({ name }) => isMadeName(name))).toEqual([true, true]);
    expect(players[1]?.name).toBe('Captain Biscuit');
    expect(new Set(players.map(({ teamId }) => teamId)).size).toBe(2);
    expect(teams).toHaveLength(4);
    const third = await joinAs(app.url, code, 'Captain Biscuit');
    expect(third.view().players.at(-1)?.name).not.toBe('Captain Biscuit');
    expect(await bo.move({ type: 'host/start' })).toBe('protocol/host_only');
    app.directory.remove(code);
  });

  it('goes by its clock from the first to the end, against a lab that a bot runs and the server trains', async () => {
    const { body } = await find('public', QUICK);
    const { body: seat } = await takeSeat(app.url, body.code, 'Tiny Mango');
    const ada = await seated(app.url, seat);
    await ada.move({ type: 'lobby/benchmark', tokensPerSecond: 0, backend: 'none' });
    await ada.until('a lesson', ({ stage }) => stage === 'fine-tune');
    await ada.move({ type: 'plan/propose', proposed: { stage: 'fine-tune', plan: SHORT_LESSON } });
    const end = await ada.until(
      'the end',
      (view) => view.stage === 'debrief' && view.teams.every(({ debrief }) => debrief?.score),
    );
    expect(end.teams).toHaveLength(2);
    const [own, bots] = end.teams;
    const { match } = app.directory.byCode(body.code)!.service;
    expect(
      new Set(Object.values(sliceOf(match, 'arena').pairs).flatMap(({ who }) => [who.a, who.b])),
    ).toContain('team-2');
    const worker = match.teams['team-2']?.now.pretrain.run?.workers[SERVER_WORKER];
    expect(worker?.tokens).toBeGreaterThan(0);
    expect(own?.runs.pretrain?.tokensTotal).toBeGreaterThan(0);
    /* The bot has decided, the person never did. */
    expect(own?.defaulted).toContain('data');
    expect(bots?.defaulted).not.toContain('data');
    /* Late, and alone: nobody is kept from looking at the end, and the code leads nowhere else. */
    expect((await takeSeat(app.url, body.code, 'Tiny Pickle')).body.error?.code).toBe('lobby/closed');
    app.directory.remove(body.code);
  });

  it('of friends is another one each time, which strangers are not sent to', async () => {
    const codes = [await find('private'), await find('private'), await find('public')].map(
      ({ body }) => body.code,
    );
    expect(new Set(codes).size).toBe(3);
    codes.forEach((code) => app.directory.remove(code));
  });

  it('is refused with a sentence when the server has as many as it can train bots for', async () => {
    const opened: string[] = [];
    for (;;) {
      const { status, body } = await find('private');
      if (status !== 200) {
        expect([status, body.error?.code]).toEqual([503, 'protocol/no_quick_match']);
        break;
      }
      opened.push(body.code);
      expect(opened.length).toBeLessThan(50);
    }
    opened.forEach((code) => app.directory.remove(code));
  });
});
