/** Examples of the arena: who may vote on what, when the curtains open, and what the votes say then. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { allVoted, ballotOf, MAX_BALLOT, pairUp, type Contestant } from './votes.ts';
import { HOUSE_ID, type ArenaPair } from './state.ts';
import { HOST, must, player, SYSTEM, TestMatch } from '../../testing.ts';
import { sliceOf } from '../../slices.ts';

const QUESTIONS = Array.from({ length: 12 }, (_, index) => ({
  trait: index % 2 === 0 ? ('true' as const) : ('kind' as const),
  question: `Question ${index}?`,
  evidence: index % 2 === 0 ? `Fact ${index}.` : '',
}));

const contestant = (id: string): Contestant => ({
  id,
  answers: QUESTIONS.map((_, index) => `${id} says ${index}`),
});

function pairsOf(...ids: string[]): ArenaPair[] {
  let next = 0;
  return pairUp(QUESTIONS, ids.map(contestant), createRandom(1), () => `pair-${next++}`);
}

/** Two labs of two (ada and cy against bo and dee) that have come to the arena. */
function arena(): TestMatch {
  const test = new TestMatch().skipTo('arena');
  expect(test.act(SYSTEM, { type: 'referee/arena', pairs: pairsOf('team-1', 'team-2', HOUSE_ID) }).ok).toBe(
    true,
  );
  return test;
}

const vote = (test: TestMatch, id: string, pairId: string, choice: 'a' | 'b' | 'tie' = 'a') => {
  const result = test.act(player(id), { type: 'arena/vote', pairId, choice });
  return result.ok ? 'ok' : result.error.code;
};

/** Everybody votes for this contestant wherever it stands. */
function voteAll(test: TestMatch, favorite: string): void {
  for (const id of Object.keys(test.match.players)) {
    for (const pair of ballotOf(test.match, id)) {
      const choice = pair.who.a === favorite ? 'a' : pair.who.b === favorite ? 'b' : 'tie';
      expect(vote(test, id, pair.id, choice)).toBe('ok');
    }
  }
}

describe('pairing up', () => {
  it('lets all meet equally often, on either side', () => {
    const pairs = pairsOf('x', 'y', 'z');
    expect(pairs).toHaveLength(36);
    const count = (id: string, side: 'a' | 'b') => pairs.filter(({ who }) => who[side] === id).length;
    for (const id of ['x', 'y', 'z']) {
      expect(count(id, 'a') + count(id, 'b')).toBe(24);
      expect(Math.min(count(id, 'a'), count(id, 'b'))).toBeGreaterThan(5);
    }
    for (const { a, b, who } of pairs)
      expect([a, b].map((text) => text.split(' ')[0])).toEqual([who.a, who.b]);
  });

  it('asks nine contestants fewer questions, as many about truth as about kindness', () => {
    const pairs = pairsOf(...'abcdefghi');
    expect(pairs).toHaveLength(36 * 4);
    expect(pairs.filter(({ trait }) => trait === 'true')).toHaveLength(36 * 2);
  });

  it('leaves out pairs of equal answers', () => {
    const same = ['x', 'y'].map((id) => ({ ...contestant(id), answers: QUESTIONS.map(() => 'Hello.') }));
    expect(pairUp(QUESTIONS, same, createRandom(1), () => 'id')).toEqual([]);
  });
});

describe('ballots', () => {
  it('never hold the own lab, and come in an order of their own', () => {
    const { match } = arena();
    for (const { id, teamId } of Object.values(match.players)) {
      const ballot = ballotOf(match, id);
      expect(ballot).toHaveLength(12);
      for (const { who } of ballot) expect([who.a, who.b]).not.toContain(teamId);
    }
    const order = (id: string) => ballotOf(match, id).map((pair) => pair.id);
    expect(order('ada')).not.toEqual(order('cy'));
    expect(order('ada').toSorted()).toEqual(order('cy').toSorted());
  });

  it('are short, and spread the votes evenly over many pairs', () => {
    const test = new TestMatch(2, ['ada', 'bo', 'cy', 'dee', 'eve', 'fay']).skipTo('arena');
    test.act(SYSTEM, { type: 'referee/arena', pairs: pairsOf(...'abcdefghi') });
    const times = new Map<string, number>();
    for (const ballot of Object.values(sliceOf(test.match, 'arena').ballots)) {
      expect(ballot).toHaveLength(MAX_BALLOT);
      for (const id of ballot) times.set(id, (times.get(id) ?? 0) + 1);
    }
    expect(Math.max(...times.values())).toBe(1);
  });
});

describe('voting', () => {
  it('counts once and by the last word, on pairs that exist, and never on the own lab', () => {
    const test = arena();
    const first = must(ballotOf(test.match, 'ada')[0]);
    const own = Object.values(sliceOf(test.match, 'arena').pairs).find(({ who }) => who.a === 'team-1');
    expect(vote(test, 'ada', own?.id ?? '')).toBe('arena/own_lab');
    expect(vote(test, 'ada', 'nonsense')).toBe('arena/no_such_pair');
    expect(vote(test, 'ada', '__proto__')).toBe('arena/no_such_pair');
    expect(vote(test, 'ada', first.id, 'b')).toBe('ok');
    expect(vote(test, 'ada', first.id)).toBe('ok');
    expect(sliceOf(test.match, 'arena').votes[first.id]).toEqual({ ada: 'a' });
  });

  it('is over in other stages, while paused, and after the reveal', () => {
    const early = new TestMatch().skipTo('align');
    expect(vote(early, 'ada', 'pair-0')).toBe('match/wrong_stage');
    const test = arena();
    const [first, second] = ballotOf(test.match, 'ada').map(({ id }) => id);
    test.act(HOST, { type: 'host/pause' });
    expect(vote(test, 'ada', must(first))).toBe('match/paused');
    test.act(HOST, { type: 'host/resume' });
    expect(vote(test, 'ada', must(first))).toBe('ok');
    test.act(HOST, { type: 'host/skip' });
    expect([test.match.stage, sliceOf(test.match, 'arena').revealed]).toEqual(['arena', true]);
    expect(vote(test, 'ada', must(second))).toBe('match/wrong_stage');
  });

  it('takes the answers of the referee once', () => {
    const test = arena();
    const again = test.act(SYSTEM, { type: 'referee/arena', pairs: [] });
    expect(again.ok || again.error.code).toBe('train/repeat');
  });
});

describe('the reveal', () => {
  it('comes when everybody has voted, stays for a look, and then the debrief begins', () => {
    const test = arena();
    voteAll(test, 'team-2');
    expect(allVoted(test.match)).toBe(true);
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + 4000);
    test.nowMs += 4000;
    test.act(SYSTEM, { type: 'clock/expire' });
    expect(sliceOf(test.match, 'arena').revealed).toBe(true);
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + 24_000);
    test.nowMs += 24_000;
    test.act(SYSTEM, { type: 'clock/expire' });
    expect(test.match.stage).toBe('debrief');
  });

  it('rates what the votes preferred highest, the House included', () => {
    const test = arena();
    voteAll(test, 'team-2');
    test.act(HOST, { type: 'host/skip' });
    const ratings = sliceOf(test.match, 'arena').ratings ?? [];
    expect(ratings.map(({ id }) => id)).toEqual([HOUSE_ID, 'team-1', 'team-2']);
    const [house, one, two] = [must(ratings[0]), must(ratings[1]), must(ratings[2])];
    expect(two.value).toBeGreaterThan(80);
    expect(two.low).toBeGreaterThan(one.high);
    expect(house.votes).toBe(48);
    expect(one.votes + two.votes).toBe(48);
  });

  it('is skipped where nobody voted', () => {
    const test = arena();
    test.act(HOST, { type: 'host/skip' });
    expect(test.match.stage).toBe('debrief');
    expect(sliceOf(test.match, 'arena').ratings?.every(({ votes }) => votes === 0)).toBe(true);
  });

  it('does not wait for a lab that plays alone', () => {
    const test = new TestMatch(1, ['ada']).skipTo('arena');
    test.act(SYSTEM, { type: 'referee/arena', pairs: pairsOf('team-1', HOUSE_ID) });
    expect(ballotOf(test.match, 'ada')).toEqual([]);
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + 4000);
  });
});

describe('the spotlight', () => {
  it('shows an answer, is the host’s alone, and can be put out', () => {
    const test = arena();
    const answer = { pairId: 'pair-0', side: 'b' } as const;
    expect(test.act(player('ada'), { type: 'host/spotlight', answer }).ok).toBe(false);
    expect(test.act(HOST, { type: 'host/spotlight', answer }).ok).toBe(true);
    expect(sliceOf(test.match, 'arena').spotlight).toEqual(answer);
    const unknown = test.act(HOST, { type: 'host/spotlight', answer: { pairId: 'x', side: 'a' } });
    expect(unknown.ok || unknown.error.code).toBe('arena/no_such_pair');
    test.act(HOST, { type: 'host/spotlight', answer: null });
    expect(sliceOf(test.match, 'arena').spotlight).toBeNull();
  });
});
