/** Examples of verdicts: nobody decides alone, one vote puts nobody on top, and every question counts. */

import { describe, expect, it } from 'vitest';
import { tooCloseToCall } from '../../../evals/bradley-terry.ts';
import { audience, HOST, must, player, SYSTEM, TestMatch } from '../../testing.ts';
import { sliceOf } from '../../slices.ts';
import { HOUSE_ID, type ArenaChoice, type ArenaPair, type Criterion } from './state.ts';
import { verdictOf, weighBenches } from './verdict.ts';

describe('what each bench has to say', () => {
  it.each([
    ['a few of each count in full', [4, 3, 5], [1, 1, 1]],
    ['many rivals together as much as the others', [60, 0, 12], [0.2, 0, 1]],
    ['an audience of many phones, too', [10, 80, 10], [1, 0.25, 1]],
    ['the referee alone beside one vote: as much as that', [1, 0, 24], [1, 0, 1 / 24]],
    ['rivals alone: nothing', [9, 0, 0], [0, 0, 0]],
    ['nobody: nothing', [0, 0, 0], [0, 0, 0]],
  ] as const)('%s', (_what, [rivals, watchers, referee], weights) => {
    const { rivals: r, audience: a, referee: f } = weighBenches({ rivals, audience: watchers, referee });
    expect([r.weight, a.weight, f.weight]).toEqual(weights);
  });
});

const pair = (index: number, criterion: Criterion, referee: ArenaChoice | null): ArenaPair => ({
  id: `pair-${index}`,
  criterion,
  question: '?',
  evidence: '',
  a: `left ${index}`,
  b: `right ${index}`,
  who: { a: 'team-1', b: HOUSE_ID },
  referee,
});

/** Bo's lab votes on that of Ada, wil has none, and the House is right wherever the referee looks. */
function arena(): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo']);
  test.act(SYSTEM, { type: 'seat/watch', watcherId: 'wil' });
  const pairs = Array.from({ length: 12 }, (_, index) =>
    index % 2 === 0 ? pair(index, 'true', 'b') : pair(index, 'funny', null),
  );
  test.skipTo('arena').act(SYSTEM, { type: 'referee/arena', pairs });
  return test;
}

const winsOf = (test: TestMatch, id: string): number =>
  must(verdictOf(test.match).ratings.find((rating) => rating.id === id)).value;

describe('the verdict', () => {
  it('is not that of the rivals alone', () => {
    const test = arena();
    for (const { id } of Object.values(sliceOf(test.match, 'arena').pairs))
      test.act(player('bo'), { type: 'arena/vote', pairId: id, choice: 'a' });
    const { benches } = verdictOf(test.match);
    expect(benches.rivals.votes * benches.rivals.weight).toBe(benches.referee.votes);
    expect(Math.abs(winsOf(test, 'team-1') - 50)).toBeLessThan(1);
  });

  it('has nobody on top after one vote, though the referee saw twelve answers', () => {
    const test = arena();
    test.act(player('bo'), { type: 'arena/vote', pairId: 'pair-1', choice: 'b' });
    const { ratings } = verdictOf(test.match);
    expect(tooCloseToCall(ratings)).toBe(true);
  });

  it('counts every question, and tells them apart', () => {
    const test = arena();
    for (const { id, criterion } of Object.values(sliceOf(test.match, 'arena').pairs)) {
      const choice = criterion === 'funny' ? 'a' : 'b';
      test.act(player('bo'), { type: 'arena/vote', pairId: id, choice });
      test.act(audience('wil'), { type: 'audience/vote', pairId: id, choice });
    }
    const before = winsOf(test, 'team-1');
    const wins = verdictOf(test.match).criteria.map(({ criterion, contestants }) => [
      criterion,
      contestants.map(({ id, wins: won }) => [id, won]),
    ]);
    expect(wins).toEqual([
      [
        'true',
        [
          [HOUSE_ID, 100],
          ['team-1', 0],
        ],
      ],
      [
        'funny',
        [
          [HOUSE_ID, 0],
          ['team-1', 100],
        ],
      ],
    ]);
    test.act(audience('wil'), { type: 'audience/vote', pairId: 'pair-1', choice: 'b' });
    expect(winsOf(test, 'team-1')).toBeLessThan(before);
  });

  it('stands once the curtains are open, whoever goes home then', () => {
    const test = arena();
    test.act(audience('wil'), { type: 'audience/vote', pairId: 'pair-1', choice: 'a' });
    test.act(HOST, { type: 'host/skip' });
    const stood = structuredClone(sliceOf(test.match, 'arena').verdict);
    test.act(HOST, { type: 'host/dismiss-audience' });
    expect(sliceOf(test.match, 'arena').verdict).toEqual(stood);
    expect(must(stood).benches.audience.votes).toBe(1);
  });
});
