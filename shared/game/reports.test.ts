/** A reported text is gone at once: for its reporter, and for everybody where nobody hosts or the host says so. */

import { beforeEach, describe, expect, it } from 'vitest';
import { put } from './look-up.ts';
import { hiddenPairs, isHiddenFrom, MOST_REPORTS, reportsFrom } from './reports.ts';
import type { QuickKind } from './settings.ts';
import { sliceOf } from './slices.ts';
import type { ArenaPair } from './stages/arena/state.ts';
import { ballotCards, handBallot, hasVoted } from './stages/arena/votes.ts';
import { codeOf, HOST, player, TestMatch } from './testing.ts';

const pair = (id: string): ArenaPair => ({
  id,
  criterion: 'kind',
  question: 'Who are you?',
  evidence: '',
  a: 'one',
  b: 'two',
  who: { a: 'team-1', b: 'house' },
  referee: null,
});

let test: TestMatch;
const report = (who: string, id = 'p0') => codeOf(test.act(player(who), { type: 'text/report', pairId: id }));

function open(quick: QuickKind | null): void {
  test = new TestMatch(2, quick ? [] : ['ada', 'bo'], 'short', { quick });
  if (quick)
    ['Tiny Mango', 'Tiny Otter'].forEach((name, index) => test.seat(['ada', 'bo'][index] ?? '', name));
  test.match.stage = 'arena';
  const arena = sliceOf(test.match, 'arena');
  for (let i = 0; i <= MOST_REPORTS; i++) put(arena.pairs, `p${i}`, pair(`p${i}`));
  arena.sampled = true;
  handBallot(test.match, 'bo');
}

beforeEach(() => open(null));

describe('a report', () => {
  it('hides the text from whoever reported it, who is not asked about it any more', () => {
    expect(report('bo')).toBe('ok');
    expect(isHiddenFrom(test.match, 'p0', 'bo')).toBe(true);
    expect(isHiddenFrom(test.match, 'p0', 'ada')).toBe(false);
    const card = ballotCards(test.match, 'bo').find(({ id }) => id === 'p0');
    expect(card).toMatchObject({ a: '…', b: '…', choice: 'tie' });
    for (let i = 1; i <= MOST_REPORTS; i++)
      test.act(player('bo'), { type: 'arena/vote', pairId: `p${i}`, choice: 'a' });
    expect(hasVoted(test.match, 'bo')).toBe(true);
  });

  it('comes to the host, who hides the text from everybody, or shows it again', () => {
    report('bo');
    expect(reportsFrom(test.match, 'team-2')).toEqual([
      { pairId: 'p0', isForAll: false, question: 'Who are you?', a: 'one', b: 'two' },
    ]);
    const judge = (isForAll: boolean) =>
      test.act(HOST, { type: 'host/judge-report', pairId: 'p0', isForAll });
    judge(true);
    expect([hiddenPairs(test.match), isHiddenFrom(test.match, 'p0', 'ada')]).toEqual([['p0'], true]);
    judge(false);
    expect(isHiddenFrom(test.match, 'p0', 'ada')).toBe(false);
    expect(codeOf(test.act(HOST, { type: 'host/judge-report', pairId: 'p1', isForAll: true }))).toBe(
      'arena/no_such_pair',
    );
  });

  it('hides it from everybody at once where nobody hosts', () => {
    open('public');
    report('ada');
    expect(isHiddenFrom(test.match, 'p0', 'bo')).toBe(true);
    expect(hiddenPairs(test.match)).toEqual(['p0']);
  });

  it('counts once, is limited for each player, and is of a text that there is', () => {
    for (let i = 0; i < MOST_REPORTS; i++)
      expect([report('bo', `p${i}`), report('bo', `p${i}`)]).toEqual(['ok', 'ok']);
    expect(test.match.reports).toHaveLength(MOST_REPORTS);
    expect(report('bo', `p${MOST_REPORTS}`)).toBe('report/too_many');
    expect(report('ada', 'none')).toBe('arena/no_such_pair');
  });
});
