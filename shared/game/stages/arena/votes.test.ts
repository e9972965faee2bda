/** Examples of the arena: who may vote on what, when the curtains open, and what the votes say then. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { pairUp, type Asked, type Contestant } from './pairing.ts';
import { allVoted, ballotOf, MAX_BALLOT, REVEAL_GRACES } from './votes.ts';
import { HOST_VOTER, HOUSE_ID, type ArenaPair } from './state.ts';
import { audience, codeOf, HOST, must, player, SYSTEM, TestMatch } from '../../testing.ts';
import { sliceOf } from '../../slices.ts';
import { viewArena } from './view.ts';

const QUESTIONS = Array.from({ length: 12 }, (_, index): Asked => {
  const isChecked = index % 2 === 0;
  return { criterion: isChecked ? 'true' : 'funny', question: `Question ${index}?`, evidence: '' };
});

/** Answers of a contestant that says one thing after the other; where it can be checked, the second lab is right. */
const contestant = (id: string): Contestant => ({
  id,
  answers: QUESTIONS.map((_, index) => `${id} says ${index}`),
  holds: QUESTIONS.map(({ criterion }) => (criterion === 'true' ? id === 'team-2' : null)),
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

describe('the clock of the vote', () => {
  const VOTE_MS = 75_000;
  const tell = (test: TestMatch, pairs: ArenaPair[]) => test.act(SYSTEM, { type: 'referee/arena', pairs });

  it('waits for the answers of the models, and has its whole length then', () => {
    const test = new TestMatch().skipTo('arena');
    test.nowMs += 10 * VOTE_MS;
    expect(test.match.stageEndsAtMs).toBeNull();
    tell(test, pairsOf('team-1', 'team-2', HOUSE_ID));
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + VOTE_MS);
  });

  it('stands where they come in a pause, and stays off where timers are off', () => {
    const paused = new TestMatch().skipTo('arena');
    paused.act(HOST, { type: 'host/pause' });
    paused.nowMs += 60_000;
    tell(paused, pairsOf('team-1', 'team-2', HOUSE_ID));
    paused.nowMs += 60_000;
    paused.act(HOST, { type: 'host/resume' });
    expect(paused.match.stageEndsAtMs).toBe(paused.nowMs + VOTE_MS);

    const untimed = new TestMatch().skipTo('arena');
    untimed.act(HOST, { type: 'host/timers', areOff: true });
    tell(untimed, pairsOf('team-1', 'team-2', HOUSE_ID));
    expect(untimed.match.stageEndsAtMs).toBeNull();
    untimed.act(HOST, { type: 'host/timers', areOff: false });
    expect(untimed.match.stageEndsAtMs).toBe(untimed.nowMs + VOTE_MS);
  });

  it('is short where no model could be asked: nobody is kept waiting', () => {
    const test = new TestMatch().skipTo('arena');
    tell(test, []);
    expect(test.match.ready).not.toBeNull();
    expect(must(test.match.stageEndsAtMs) - test.nowMs).toBe(1000 * test.match.settings.graceSeconds);
  });
});

it('counts the votes of the host among those of all', () => {
  const test = arena();
  const { id } = must(ballotOf(test.match, 'ada')[0]);
  vote(test, 'ada', id);
  test.act(HOST, { type: 'host/vote', pairId: id, choice: 'b' });
  const wanted = Object.keys(test.match.players).reduce(
    (sum, voter) => sum + ballotOf(test.match, voter).length,
    0,
  );
  expect(viewArena(test.match)).toMatchObject({ votes: 2, wanted: wanted + 1 });
  voteAll(test, 'team-1');
  test.act(HOST, { type: 'host/skip' });
  const { benches } = must(viewArena(test.match)?.revealed ? viewArena(test.match) : null);
  expect(must(benches).rivals.votes + must(benches).audience.votes).toBe(viewArena(test.match)?.votes);
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

describe('the audience and the host', () => {
  /** Two labs that have come to the arena, watched by one without a lab. */
  function watched(): TestMatch {
    const test = new TestMatch();
    expect(codeOf(test.act(SYSTEM, { type: 'seat/watch', watcherId: 'wil' }))).toBe('ok');
    test.act(SYSTEM, { type: 'seat/watching', watcherId: 'wil', connected: true });
    test.skipTo('arena').act(SYSTEM, { type: 'referee/arena', pairs: pairsOf('team-1', 'team-2', HOUSE_ID) });
    return test;
  }
  const audienceVotes = (test: TestMatch, id: string, pairId: string) =>
    codeOf(test.act(audience(id), { type: 'audience/vote', pairId, choice: 'b' }));

  it('may judge the pairs where two labs meet, which no player of theirs ever sees', () => {
    const test = watched();
    const isMeeting = ({ who }: ArenaPair) => who.a !== HOUSE_ID && who.b !== HOUSE_ID;
    for (const id of ['ada', 'bo', 'cy', 'dee'])
      expect(ballotOf(test.match, id).filter(isMeeting)).toEqual([]);
    expect(ballotOf(test.match, 'wil').filter(isMeeting)).toHaveLength(12);
    test.act(HOST, { type: 'host/dismiss-audience' });
    expect(ballotOf(test.match, HOST_VOTER).slice(0, 12).every(isMeeting)).toBe(true);
    test.act(SYSTEM, { type: 'seat/watch', watcherId: 'wil' });
    const meeting = must(ballotOf(test.match, 'wil').find(isMeeting));
    expect(audienceVotes(test, 'wil', meeting.id)).toBe('ok');
    const byHost = test.act(HOST, { type: 'host/vote', pairId: meeting.id, choice: 'tie' });
    expect(codeOf(byHost)).toBe('ok');
    expect(sliceOf(test.match, 'arena').votes[meeting.id]).toEqual({ wil: 'b', [HOST_VOTER]: 'tie' });
  });

  it('vote under their own name only, and not as players', () => {
    const test = watched();
    const { id } = must(ballotOf(test.match, 'wil')[0]);
    expect(audienceVotes(test, 'ada', id)).toBe('lobby/no_such_player');
    expect(audienceVotes(test, '__proto__', id)).toBe('lobby/no_such_player');
    expect(vote(test, 'wil', id)).toBe('lobby/no_such_player');
    expect(codeOf(test.act(audience('wil'), { type: 'host/vote', pairId: id, choice: 'a' }))).toBe(
      'protocol/host_only',
    );
  });

  it('get a ballot also when they come late', () => {
    const test = watched();
    test.act(SYSTEM, { type: 'seat/watch', watcherId: 'late' });
    expect(ballotOf(test.match, 'late')).toHaveLength(MAX_BALLOT);
  });

  it('are waited for once they have begun, and not before', () => {
    const test = watched();
    voteAll(test, 'team-2');
    expect(allVoted(test.match)).toBe(true);
    const begun = watched();
    audienceVotes(begun, 'wil', must(ballotOf(begun.match, 'wil')[0]).id);
    voteAll(begun, 'team-2');
    expect(allVoted(begun.match)).toBe(false);
    begun.act(SYSTEM, { type: 'seat/watching', watcherId: 'wil', connected: false });
    expect(allVoted(begun.match)).toBe(true);
  });

  it('take their votes along when the host sends them home', () => {
    const test = watched();
    const { id } = must(ballotOf(test.match, 'wil')[0]);
    audienceVotes(test, 'wil', id);
    expect(codeOf(test.act(HOST, { type: 'host/dismiss-audience' }))).toBe('ok');
    expect(sliceOf(test.match, 'arena').votes).toEqual({ [id]: {} });
    expect(test.match.audience).toEqual({});
    expect(audienceVotes(test, 'wil', id)).toBe('lobby/no_such_player');
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
    const graceMs = test.match.settings.graceSeconds * 1000;
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + graceMs);
    test.nowMs += graceMs;
    test.act(SYSTEM, { type: 'clock/expire' });
    expect(sliceOf(test.match, 'arena').revealed).toBe(true);
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + REVEAL_GRACES * graceMs);
    test.nowMs += REVEAL_GRACES * graceMs;
    test.act(SYSTEM, { type: 'clock/expire' });
    expect(test.match.stage).toBe('debrief');
  });

  it('rates what the votes preferred highest, the House included', () => {
    const test = arena();
    voteAll(test, 'team-2');
    test.act(HOST, { type: 'host/skip' });
    const ratings = must(sliceOf(test.match, 'arena').verdict).ratings;
    expect(ratings.map(({ id }) => id)).toEqual([HOUSE_ID, 'team-1', 'team-2']);
    const [, one, two] = ratings;
    expect(must(two).value).toBeGreaterThan(75);
    expect(must(two).low).toBeGreaterThan(must(one).high);
  });

  it('is skipped where nobody voted', () => {
    const test = arena();
    test.act(HOST, { type: 'host/skip' });
    expect(test.match.stage).toBe('debrief');
    expect(must(sliceOf(test.match, 'arena').verdict).ratings.every(({ votes }) => votes === 0)).toBe(true);
  });

  it('does not wait for a lab that plays alone', () => {
    const test = new TestMatch(1, ['ada']).skipTo('arena');
    test.act(SYSTEM, { type: 'referee/arena', pairs: pairsOf('team-1', HOUSE_ID) });
    expect(ballotOf(test.match, 'ada')).toEqual([]);
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + test.match.settings.graceSeconds * 1000);
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
