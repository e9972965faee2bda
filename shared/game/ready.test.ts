/** When all labs are done: how long the stage lasts, who may prolong it, and what ends the waiting. */

import { describe, expect, it } from 'vitest';
import { MORE_SECONDS, MOST_MORE } from './ready.ts';
import { DEFAULT_SCALE_PLAN } from './stages/scale/plan.ts';
import { TAKE_BACK_SECONDS } from './stages/pretrain/plan.ts';
import { codeOf, HOST, must, player, SYSTEM, TestMatch, trainingRun } from './testing.ts';

const leftMs = ({ match, nowMs }: TestMatch): number => must(match.stageEndsAtMs) - nowMs;
const secondsLeft = (test: TestMatch): number => leftMs(test) / 1000;
const decide = { type: 'plan/propose', proposed: { stage: 'scale', plan: DEFAULT_SCALE_PLAN } } as const;
const stop = { type: 'plan/propose', proposed: { stage: 'pretrain', plan: { stopEarly: true } } } as const;
const readOn = { type: 'pretrain/read-on' } as const;
const askForMore = (test: TestMatch, who: string): string =>
  codeOf(test.act(player(who), { type: 'ready/more' }));
/** Any move, so that the match looks around. */
const look = (test: TestMatch) =>
  test.act(SYSTEM, { type: 'seat/connection', playerId: 'ada', connected: true });

/** Two labs of one; that of bo has trained, and ada's is training and all scored so far. */
function training(): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo']).skipTo('pretrain');
  const trained = { roundsDone: 3, tokensUsed: 640, scoredTokens: 640 };
  test.team('team-1').now.pretrain.run = trainingRun(trained);
  test.team('team-2').now.pretrain.run = trainingRun({ ...trained, status: 'finished' });
  return test;
}

describe('when all labs have decided', () => {
  it('the stage ends after a grace, in which all can see it and say that they need longer', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.act(player('ada'), decide);
    expect(secondsLeft(test)).toBe(test.match.settings.graceSeconds);
    expect(askForMore(test, 'ada')).toBe('ok');
    expect(secondsLeft(test)).toBe(test.match.settings.graceSeconds + MORE_SECONDS);
    expect(test.match.ready?.moreIds).toEqual(['ada']);
  });

  it('it ends no later than its clock', () => {
    const test = new TestMatch(1, ['ada']).skipTo('scale');
    test.nowMs += leftMs(test) - 2_000;
    test.act(player('ada'), decide);
    expect(secondsLeft(test)).toBe(2);
  });
});

describe('when all models are trained', () => {
  it.each([50_000, 1_000])('there is the whole of a talk, with %d ms left on the clock', (clockMs) => {
    const test = training();
    test.nowMs += leftMs(test) - clockMs;
    test.act(player('ada'), stop);
    expect(secondsLeft(test)).toBe(test.match.settings.talkSeconds);
    test.nowMs += 10_000;
    look(test);
    expect(secondsLeft(test)).toBe(test.match.settings.talkSeconds - 10);
  });

  it('there is nothing to talk to where no model has learned anything', () => {
    const test = training();
    for (const id of ['team-1', 'team-2'])
      Object.assign(must(test.team(id).now.pretrain.run), { roundsDone: 0, tokensUsed: 0, scoredTokens: 0 });
    test.act(player('ada'), stop);
    expect(secondsLeft(test)).toBe(test.match.settings.graceSeconds);
  });

  it('whoever is still talking gets more, when the end is near, and so often', () => {
    const test = training();
    expect(askForMore(test, 'bo')).toBe('ready/nobody_waits');
    test.act(player('ada'), stop);
    expect(askForMore(test, 'bo')).toBe('ready/time_enough');
    for (let time = 0; time < MOST_MORE; time++) {
      test.nowMs += leftMs(test) - 5_000;
      expect(askForMore(test, time % 2 ? 'ada' : 'bo')).toBe('ok');
      expect(secondsLeft(test)).toBe(5 + MORE_SECONDS);
    }
    test.nowMs += leftMs(test) - 5_000;
    expect(askForMore(test, 'bo')).toBe('ready/no_more');
    test.act(HOST, { type: 'host/extend', seconds: 60 });
    expect(secondsLeft(test)).toBe(65);
  });

  it('the host holds it by a pause, in which nobody can ask', () => {
    const test = training();
    test.act(player('ada'), stop);
    test.act(HOST, { type: 'host/pause' });
    expect(askForMore(test, 'bo')).toBe('match/paused');
    test.nowMs += 600_000;
    test.act(HOST, { type: 'host/resume' });
    expect(secondsLeft(test)).toBe(test.match.settings.talkSeconds);
  });
});

describe('a run that was stopped early', () => {
  it('goes on when a member takes that back in time, and so does the clock', () => {
    const test = training();
    const clock = leftMs(test);
    test.act(player('ada'), stop);
    test.nowMs += TAKE_BACK_SECONDS * 1000;
    expect(codeOf(test.act(player('ada'), readOn))).toBe('ok');
    expect(test.team('team-1').now.pretrain.run).toMatchObject({
      status: 'running',
      stoppedEarly: false,
      stoppedAtMs: null,
    });
    expect(test.match.ready).toBeNull();
    expect(leftMs(test)).toBe(clock);
  });

  it('stays stopped after that, a pause not counted', () => {
    const test = training();
    test.act(player('ada'), stop);
    test.act(HOST, { type: 'host/pause' });
    test.nowMs += 60_000;
    expect(codeOf(test.act(player('ada'), readOn))).toBe('match/paused');
    test.act(HOST, { type: 'host/resume' });
    test.nowMs += TAKE_BACK_SECONDS * 1000 + 1;
    const before = structuredClone(test.match);
    expect(codeOf(test.act(player('ada'), readOn))).toBe('pretrain/too_late');
    expect(test.match).toEqual(before);
  });

  it('is no run that ended by itself, nor that of another lab', () => {
    const test = training();
    test.act(player('ada'), stop);
    expect(codeOf(test.act(player('bo'), readOn))).toBe('train/not_running');
    expect(codeOf(test.skipTo('fine-tune').act(player('ada'), readOn))).toBe('match/wrong_stage');
  });
});
