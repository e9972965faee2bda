/** The quiz in a room: asked, answered, told, and attacked like every other stage. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import type { QuizView } from '../../shared/game/stages/quiz/view.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { deckSize, drawMessages, knownOf } from '../attack/draws.ts';
import { joinAs, openMatch } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const quizOf = ({ views }: MatchView): QuizView | null => (views.quiz as QuizView | undefined) ?? null;

describe('the quiz in a room', () => {
  it('is decided by two labs, answered by the referee, and goes on to the market', async () => {
    const experiment = { seed: 5, budgetFlops: 3e9, graceSeconds: 0.5 };
    const host = await openMatch(app.url, { teamCount: 2, experiment });
    const ada = await joinAs(app.url, host.code, 'Ada');
    const bo = await joinAs(app.url, host.code, 'Bo');
    await host.move({ type: 'host/start' });
    await ada.until('the quiz', ({ stage }) => stage === 'quiz');

    expect(await ada.move({ type: 'quiz/sure', sure: true })).toBe('ok');
    expect(await host.move({ type: 'quiz/sure', sure: true })).toBe('protocol/bad_message');
    await bo.until('that somebody is sure', (view) => quizOf(view)?.sure === 1);
    expect(await ada.move({ type: 'plan/propose', proposed: { stage: 'quiz', plan: 'yes' } })).toBe('ok');
    const half = await host.until('one decision', ({ teams }) => teams[0].committed.includes('quiz'));
    expect(quizOf(half)?.outcome).toBeNull();
    expect(await bo.move({ type: 'plan/propose', proposed: { stage: 'quiz', plan: 'no' } })).toBe('ok');
    const told = await host.until('the outcome', (view) => Boolean(quizOf(view)?.outcome));
    expect(quizOf(told)?.outcome).toEqual({ answers: { 'team-1': 'yes', 'team-2': 'no' }, right: 'yes' });

    await ada.until('the market', ({ stage }) => stage === 'data');
    expect(await ada.move({ type: 'quiz/sure', sure: false })).toBe('match/wrong_stage');
  });

  it('is in the deck of hostile messages', () => {
    const known = knownOf({
      teamIds: () => [],
      playerIds: () => [],
      pairIds: () => [],
      proposalIds: () => [],
    });
    const messages = drawMessages(1, known, []);
    /* Which stage a proposal is for is drawn each time anew. */
    const drawn = Array.from({ length: 10 * deckSize() }, () => messages.next().value);
    expect(drawn.map(({ type }) => type)).toEqual(expect.arrayContaining(['quiz/sure', 'quiz/answer']));
    expect(JSON.stringify(drawn)).toContain('"stage":"quiz"');
  });
});
