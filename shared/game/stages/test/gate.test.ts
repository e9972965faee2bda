/** The gate: nothing passes unmeasured or silently, and what passes is what the lab ends with. */

import { describe, expect, it } from 'vitest';
import { lastStageOf } from '../../last-stage.ts';
import { codeOf, HOST, must, player, PREPARED, SYSTEM, TestMatch, trainingRun } from '../../testing.ts';
import { testJobs } from './jobs.ts';
import { regressionsOf, type EvalResult, type GateDecision } from './state.ts';
import { viewTest } from './view.ts';

const measured = (name: EvalResult['name'], difference: number, reach: number): EvalResult => ({
  name,
  open: { score: 0.5, low: 0.4, high: 0.6 },
  sealed: null,
  gap: null,
  change: { difference, low: difference - reach, high: difference + reach },
});
const OPENINGS = { leak: ['a'], hazard: ['b'], insult: ['c'], contradict: ['d'] };
const WORSE = [measured('facts', -0.2, 0.1), measured('form', 0.2, 0.1)];
const FINE = [measured('facts', -0.2, 0.3), measured('language', -0.005, 0.001)];

/** A match in the test stage, with a tuned model in the first lab, and none in the second. */
function inTest(): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo'], 'workshop');
  test.act(HOST, { type: 'host/start' });
  test.team().now.pretrain = { prepared: PREPARED, run: trainingRun(), ownHeldOut: null };
  test.skipTo('test');
  test.team().now['fine-tune'].run = trainingRun({ roundsDone: 1 });
  return test;
}
const examine = (test: TestMatch, evals: readonly EvalResult[]) =>
  test.act(SYSTEM, { type: 'referee/examined', teamId: 'team-1', evals, items: 10, openings: OPENINGS });
const propose = (test: TestMatch, gate: GateDecision) =>
  codeOf(test.act(player('ada'), { type: 'plan/propose', proposed: { stage: 'test', plan: { gate } } }));
const gateOf = (test: TestMatch) => viewTest(test.team())?.gate ?? null;

describe('the gate', () => {
  it('asks the referee for each lab with a model, and lets nobody decide before', () => {
    const test = inTest();
    const jobs = () => Object.values(test.match.teams).map((team) => testJobs(test.match, team));
    expect(jobs()).toEqual([{ kind: 'examine', teamId: 'team-1' }, null]);
    expect(propose(test, 'ship')).toBe('test/not_examined');
    examine(test, FINE);
    expect(jobs()).toEqual([null, null]);
    expect(propose(test, 'ship')).toBe('ok');
  });

  it('lets nothing pass silently, and warns of nothing that is not', () => {
    const test = inTest();
    examine(test, WORSE);
    expect(regressionsOf({ evals: WORSE })).toEqual(['facts']);
    expect(propose(test, 'ship')).toBe('test/silent_regression');
    expect(propose(test, 'known')).toBe('ok');
    const other = inTest();
    examine(other, FINE);
    expect(propose(other, 'known')).toBe('test/no_regression');
  });

  it('decides which model the lab ends with', () => {
    const test = inTest();
    examine(test, FINE);
    expect(lastStageOf(test.team())).toBe('fine-tune');
    expect(propose(test, 'back')).toBe('ok');
    expect(lastStageOf(test.team())).toBe('pretrain');
  });

  it('does not lead back where there is nothing', () => {
    const test = inTest();
    test.team().now['fine-tune'].run = null;
    examine(test, FINE);
    expect(propose(test, 'back')).toBe('test/no_model_before');
  });

  it('waits for the referee when the clock is over, once, and then the card says what got worse', () => {
    const test = inTest();
    test.act(HOST, { type: 'host/skip' });
    expect([test.match.stage, gateOf(test)]).toEqual(['test', 'ship']);
    examine(test, WORSE);
    expect(gateOf(test)).toBe('known');
    test.nowMs = must(test.match.stageEndsAtMs);
    test.act(SYSTEM, { type: 'clock/expire' });
    expect(test.match.stage).not.toBe('test');
  });
});
