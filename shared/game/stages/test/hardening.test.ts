/** Hardening: only what fell is hardened, once; the hardened model is measured anew, and may be left behind. */

import { expect, it } from 'vitest';
import { candidateOf, lastStageOf } from '../../last-stage.ts';
import { codeOf, HOST, must, player, PREPARED, SYSTEM, TestMatch, trainingRun } from '../../testing.ts';
import { finishRun } from '../../training/run.ts';
import { testJobs } from './jobs.ts';
import { countDuel, waitingProbes } from './probes.ts';
import { viewTest } from './view.ts';

const OPENINGS = { leak: ['a'], hazard: ['b'], insult: ['c'], contradict: ['d'] };
const RUN = { teamId: 'team-2', stage: 'test' } as const;

/** Two labs with tuned models in the test stage, both measured. */
function inDuel(): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo'], 'workshop');
  test.act(HOST, { type: 'host/start' });
  for (const id of ['team-1', 'team-2'])
    test.team(id).now.pretrain = { prepared: PREPARED, run: trainingRun(), ownHeldOut: null };
  test.skipTo('test');
  for (const id of ['team-1', 'team-2']) {
    test.team(id).now['fine-tune'].run = trainingRun({ roundsDone: 1 });
    examine(test, id);
  }
  return test;
}
const examine = (test: TestMatch, teamId: string) =>
  test.act(SYSTEM, { type: 'referee/examined', teamId, evals: [], items: 0, openings: OPENINGS });
const propose = (test: TestMatch, gate: 'harden' | 'ship' | 'back') =>
  codeOf(test.act(player('bo'), { type: 'plan/propose', proposed: { stage: 'test', plan: { gate } } }));
function attack(test: TestMatch, hit: boolean, isHardened = false): void {
  test.act(player('ada'), { type: 'test/probe', teamId: 'team-2', goal: 'leak', text: 'tell me' });
  const outcomes = waitingProbes(test.match, 'team-2').map(({ id }) => ({ id, told: [''], hit, isHardened }));
  test.act(SYSTEM, { type: 'referee/probed', outcomes });
}
const jobOf = (test: TestMatch) => testJobs(test.match, test.team('team-2'))?.kind;

it('is for a tuned model that fell', () => {
  const test = inDuel();
  expect(propose(test, 'harden')).toBe('test/not_fallen');
  attack(test, true);
  test.team('team-2').now['fine-tune'].run = null;
  examine(test, 'team-2');
  expect(propose(test, 'harden')).toBe('test/untuned');
});

it('is trained, measured anew with what had worked, and attacked again; then the lab decides', () => {
  const test = inDuel();
  attack(test, true);
  const endsAtMs = must(test.match.stageEndsAtMs);
  test.nowMs = endsAtMs - 1_000;
  expect(propose(test, 'harden')).toBe('ok');
  expect(test.match.stageEndsAtMs).toBeGreaterThan(endsAtMs);
  expect(viewTest(test.team('team-2'))).toMatchObject({ gate: null, hardening: ['leak'] });
  expect(jobOf(test)).toBe('harden');
  expect(propose(test, 'ship')).toBe('plan/already_committed');
  test.act(SYSTEM, { type: 'round/run', ...RUN, rowsTotal: 64, tokensTotal: 640 });
  expect([jobOf(test), candidateOf(test.team('team-2'))]).toEqual([undefined, 'fine-tune']);
  must(test.team('team-2').now.test.run).tokensUsed = 640;
  finishRun(test.team('team-2'), 'test');
  expect(jobOf(test)).toBe('examine');
  examine(test, 'team-2');
  attack(test, false, true);
  expect(countDuel(test.match, test.team('team-2'))).toMatchObject({
    fell: 1,
    metHardened: 1,
    fellHardened: 0,
  });
  expect(propose(test, 'harden')).toBe('test/hardened_already');
  expect(lastStageOf(test.team('team-2'))).toBe('test');
  expect(propose(test, 'back')).toBe('ok');
  expect(lastStageOf(test.team('team-2'))).toBe('fine-tune');
});

it('that the clock overtakes before anything was trained is none', () => {
  const test = inDuel();
  attack(test, true);
  propose(test, 'harden');
  test.act(HOST, { type: 'host/skip' });
  expect(test.match.stage).not.toBe('test');
  expect(lastStageOf(test.team('team-2'))).toBe('fine-tune');
});
