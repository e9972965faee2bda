/** Examples of "what if?": what can be asked, what is refused, and what comes of the answer. */

import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../../bot-choices.ts';
import { codeOf, HOST, must, player, PREPARED, SYSTEM, TestMatch, trainingRun } from '../../testing.ts';
import type { TeamResults } from '../../match.ts';
import { CHANGES, withChange, type Change, type Decided } from '../../changes.ts';
import { debriefJobs } from './jobs.ts';
import { outcomeOf } from './verdict.ts';
import { MOST_ASKED, offeredChanges, viewWhatIfs, type Surprise, type Trials } from './what-if.ts';

const { data, scale, 'fine-tune': lessons } = defaultChoices(0);
const PLANS: Decided = { data, scale, 'fine-tune': lessons };

describe('a decision taken the other way', () => {
  it('changes one thing and leaves the rest', () => {
    const without = must(withChange(PLANS, 'without web'));
    expect(without.data.purchases.web).toBeUndefined();
    expect(without.data.shares).toEqual({ ...data.shares, web: undefined });
    expect(without.scale).toEqual(scale);
    expect(withChange(PLANS, 'smaller')?.scale).toEqual({ ...scale, size: 'tiny' });
    expect(withChange(PLANS, 'context')?.scale.contextLength).toBe(32);
    const recurrent = withChange(PLANS, 'architecture');
    expect(recurrent?.scale.architecture).toBe('recurrent');
    expect(recurrent && withChange(recurrent, 'architecture')?.scale.architecture).toBe('transformer');
    expect(withChange(PLANS, 'more tokens')?.data.vocabSize).toBe(1024);
    expect(withChange(PLANS, 'copies')?.data.cleaning.similarity).toBe(0.7);
    expect(withChange(PLANS, 'replay')?.['fine-tune']?.replayShare).toBe(0);
  });

  it('is not there where there is nothing to change', () => {
    const alone = { ...PLANS, data: { ...data, purchases: { web: 'half' as const }, shares: { web: 1 } } };
    expect(withChange(alone, 'without web')).toBeNull();
    expect(withChange(alone, 'even shares')).toBeNull();
    expect(withChange(PLANS, 'without rhymes')).toBeNull();
    expect(withChange({ ...PLANS, 'fine-tune': null }, 'replay')).toBeNull();
    expect(withChange({ ...PLANS, scale: { ...scale, size: 'tiny' } }, 'smaller')).toBeNull();
    expect(withChange({ ...PLANS, scale: { ...scale, start: 'checkpoint' } }, 'bigger')).toBeNull();
  });

  it('is back where it was when taken twice', () => {
    for (const change of ['copies', 'context'] as const)
      expect(withChange(must(withChange(PLANS, change)), change)).toEqual(PLANS);
  });

  it('is offered as long as the training takes minutes, not more', () => {
    expect(offeredChanges(PLANS, 0.6e12)).toEqual(expect.arrayContaining(['without web', 'smaller']));
    expect(offeredChanges(PLANS, 3e12)).toContain('without web');
    expect(offeredChanges(PLANS, 3e12)).not.toContain('smaller');
  });
});

describe('what trials come to', () => {
  it('is a direction only where all of them are clear', () => {
    expect(outcomeOf([1, 1.01, 1], [1.2, 1.21, 1.19]).outcome).toBe('worse');
    expect(outcomeOf([1, 1.01, 1], [0.8, 0.82, 0.81]).outcome).toBe('better');
    expect(outcomeOf([1, 1, 1], [1.2, 0.9, 1.1]).outcome).toBe('even');
    expect(outcomeOf([1, 1, 1], [1.01, 1.01, 1.01]).outcome).toBe('even');
  });
});

const surprise = (bitsPerByte: number): Surprise => ({
  bitsPerByte,
  perKind: { stories: bitsPerByte, encyclopedia: 2, questions: 2, exercises: 2, web: 2, posts: 2 },
});
const TRIALS: Trials = [0, 0.01, 0.02].map((luck) => ({
  asWas: surprise(1 + luck),
  changed: surprise(1.3 + luck),
}));

/** A lab of two whose match is over, with its sealed test taken. */
function afterMatch(): TestMatch {
  const test = new TestMatch(1, ['ada', 'bo'], 'short', { budgetFlops: 0.6e12 });
  test.act(HOST, { type: 'host/start' });
  const { now } = test.team();
  now.pretrain = { prepared: PREPARED, run: trainingRun(), ownHeldOut: null };
  test.skipTo('debrief');
  now.debrief.results = {} as TeamResults;
  return test;
}
const ask = (test: TestMatch, change: Change, who = 'ada') =>
  codeOf(test.act(player(who), { type: 'debrief/what-if', change, guess: 'worse' }));
const guess = (test: TestMatch, change: Change, who = 'bo') =>
  codeOf(test.act(player(who), { type: 'debrief/guess', change, guess: 'even' }));
const answer = (test: TestMatch, change: Change, trials: Trials = TRIALS) =>
  test.act(SYSTEM, { type: 'referee/retrained', teamId: 'team-1', change, trials });

describe('what if', () => {
  it('is asked with a guess, answered by the referee, and shown with the guesses', () => {
    const test = afterMatch();
    expect(debriefJobs(test.match, test.team())).toBeNull();
    expect(ask(test, 'without web')).toBe('ok');
    expect(debriefJobs(test.match, test.team())).toEqual({ kind: 'retrain', teamId: 'team-1' });
    expect(guess(test, 'without web')).toBe('ok');
    expect(guess(test, 'without web')).toBe('debrief/guessed');
    answer(test, 'without web');
    expect(debriefJobs(test.match, test.team())).toBeNull();
    const [shown] = must(viewWhatIfs(test.match, test.team())).whatIfs;
    expect(shown).toMatchObject({
      change: 'without web',
      guesses: { ada: 'worse', bo: 'even' },
      answer: { outcome: 'worse', difference: 0.3, runs: 3, asWas: { bitsPerByte: 1.01 } },
    });
  });

  it('is refused before the end, twice, while one waits, and when all are used', () => {
    const early = new TestMatch(1, ['ada']);
    early.skipTo('arena');
    expect(ask(early, 'without web')).toBe('match/wrong_stage');
    const test = afterMatch();
    expect(ask(test, 'without rhymes')).toBe('debrief/not_offered');
    expect(guess(test, 'without web')).toBe('debrief/not_offered');
    expect(ask(test, 'without web')).toBe('ok');
    expect(ask(test, 'without web')).toBe('debrief/asked_before');
    expect(ask(test, 'rate')).toBe('debrief/later');
    answer(test, 'without web', 'broken');
    const others = CHANGES.filter((change) => change !== 'without web');
    const asked = others.map((change) => {
      const code = ask(test, change);
      if (code === 'ok') answer(test, change);
      return code;
    });
    expect(asked.filter((code) => code === 'ok')).toHaveLength(MOST_ASKED - 1);
    expect(asked.at(-1)).toBe('debrief/too_many');
  });

  it('waits for the sealed test, and for the last year', () => {
    const test = afterMatch();
    test.team().now.debrief.results = null;
    expect(ask(test, 'without web')).toBe('debrief/not_tested');
    const years = new TestMatch(1, ['ada'], 'long');
    years.skipTo('debrief');
    years.team().now.debrief.results = {} as TeamResults;
    expect(ask(years, 'without web')).toBe('match/wrong_stage');
  });
});
