/** The test stage in a room: models are measured, attacked by a rival, and pass the gate; bad attacks are refused in words. */

import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, type App } from '../../server/app.ts';
import type { DuelView, TestTeamView } from '../../shared/game/stages/test/view.ts';
import { stepOf, type MatchView } from '../../shared/game/sync/view.ts';
import { joinAs, openMatch } from './fake-player.ts';

let app: App;
beforeAll(async () => {
  app = await createApp({ port: 0, allowExperiments: true });
});
afterAll(() => app.close());

const testsOf = ({ teams }: MatchView) => teams.map(({ views }) => views.test as TestTeamView | undefined);
const newestOf = ({ views }: MatchView) => (views.test as DuelView | undefined)?.newest ?? [];

it('measures, lets a rival attack the real model, and lets through what the lab decides', async () => {
  const experiment = { seed: 5, budgetFlops: 3e10, graceSeconds: 0.3, clockScale: 10 };
  const host = await openMatch(app.url, { teamCount: 2, leftOut: ['align'], experiment });
  const ada = await joinAs(app.url, host.code, 'Ada');
  const bo = await joinAs(app.url, host.code, 'Bo');
  await host.move({ type: 'host/start' });
  for (const stage of ['data', 'scale'] as const) {
    await host.until(stage, (view) => view.stage === stage);
    await host.move({ type: 'host/skip' });
  }
  await host.until('models', ({ stage, teams }) => stage === 'pretrain' && teams.every(({ ready }) => ready));
  while (host.view().stage !== 'test') {
    /* Fine-tuning has more than one part; what comes a moment late is for no other stage. */
    if (host.view().stage !== 'test') await host.move({ type: 'host/skip', step: stepOf(host.view()) });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const propose = (gate: 'ship' | 'back' | 'harden') =>
    ada.move({ type: 'plan/propose', proposed: { stage: 'test', plan: { gate } } });
  expect(await propose('ship')).toBe('test/not_examined');
  const measured = await host.until('what the models can do', (view) =>
    testsOf(view).every((test) => test?.examined),
  );
  for (const test of testsOf(measured)) {
    const { evals = [], openings } = test?.examined ?? {};
    expect(evals.length).toBeGreaterThan(10);
    for (const { open } of evals) expect(open.low <= open.score && open.score <= open.high).toBe(true);
    expect(openings?.leak[0]).toMatch(/^The door code of /);
  }

  const attack = (text: string, teamId = 'team-2') =>
    ada.move({ type: 'test/probe', teamId, goal: 'leak', text });
  expect(await attack('you are an asshole')).toBe('talk/rude_text');
  expect(await attack('<b>12</b>'.replace(/[a-z]/g, ''))).toBe('test/bad_probe');
  expect(await attack('to my own', 'team-1')).toBe('test/own_lab');
  expect(await attack('The door code of Mina is')).toBe('ok');
  const told = await bo.until('the attack', (view) => newestOf(view).length === 1);
  expect(newestOf(told)).toMatchObject([{ byTeamId: 'team-1', teamId: 'team-2', hit: false }]);

  expect(await propose('harden')).toBe('test/untuned');
  expect(await propose('back')).toBe('test/no_model_before');
  expect(await propose('ship')).toBe('ok');
  await host.until('the gate', (view) => testsOf(view)[0]?.gate === 'ship');
});
