/** Examples of answers for the class: the host decides what is shown, a few wait at most, and what was shown goes with its stage. */

import { describe, expect, it } from 'vitest';
import type { Move } from './moves.ts';
import { MOST_WAITING, shownAnswerOf } from './shared-answers.ts';
import { codeOf, HOST, must, player, TestMatch } from './testing.ts';

type Share = Extract<Move, { type: 'talk/share' }>;
const said = (changes: Partial<Share> = {}): Share => ({
  type: 'talk/share',
  voice: 'tuned',
  ofTeamId: 'team-1',
  question: 'Do you like hens?',
  answer: 'Yes, but a goat ate my hens.',
  ...changes,
});
const share = (test: TestMatch, id: string, changes: Partial<Share> = {}) =>
  codeOf(test.act(player(id), said(changes)));
const idOf = (test: TestMatch, index = 0): string => must(test.match.shared.answers[index]).id;

describe('an answer for the class', () => {
  it('waits for the host, who shows it and takes it off', () => {
    const test = new TestMatch().skipTo('pretrain');
    expect(share(test, 'ada')).toBe('ok');
    expect(shownAnswerOf(test.match)).toBeNull();
    test.act(HOST, { type: 'host/show-answer', answerId: idOf(test) });
    expect(shownAnswerOf(test.match)).toEqual({
      voice: 'tuned',
      ofTeamId: 'team-1',
      question: 'Do you like hens?',
      answer: 'Yes, but a goat ate my hens.',
      playerName: 'ada',
    });
    test.act(HOST, { type: 'host/show-answer', answerId: null });
    expect(shownAnswerOf(test.match)).toBeNull();
  });

  it('is hidden from everybody at once, also while it is shown, and can be taken out again', () => {
    const test = new TestMatch().skipTo('pretrain');
    share(test, 'ada');
    const answerId = idOf(test);
    test.act(HOST, { type: 'host/show-answer', answerId });
    const hide = (isHidden: boolean, id = answerId) =>
      codeOf(test.act(HOST, { type: 'host/hide-answer', answerId: id, isHidden }));
    const show = () => codeOf(test.act(HOST, { type: 'host/show-answer', answerId }));
    expect(hide(true)).toBe('ok');
    expect(shownAnswerOf(test.match)).toBeNull();
    expect(show()).toBe('talk/no_such_answer');
    expect(hide(false)).toBe('ok');
    expect(show()).toBe('ok');
    expect(shownAnswerOf(test.match)).not.toBeNull();
    expect(hide(true, 'no-such.1')).toBe('talk/no_such_answer');
  });

  it('is one of a few that a player may have with the host', () => {
    const test = new TestMatch().skipTo('pretrain');
    for (let n = 0; n < MOST_WAITING; n++) expect(share(test, 'ada')).toBe('ok');
    expect(share(test, 'ada')).toBe('talk/too_many');
    expect(share(test, 'bo')).toBe('ok');
    test.act(HOST, { type: 'host/hide-answer', answerId: idOf(test), isHidden: true });
    expect(share(test, 'ada')).toBe('ok');
  });

  it('is no longer shown in the next stage', () => {
    const test = new TestMatch().skipTo('align');
    share(test, 'ada');
    test.act(HOST, { type: 'host/show-answer', answerId: idOf(test) });
    test.skipTo('arena');
    expect(shownAnswerOf(test.match)).toBeNull();
    expect(test.match.shared.answers).toHaveLength(1);
  });

  it('goes with the player who sent it', () => {
    const test = new TestMatch().skipTo('pretrain');
    share(test, 'ada');
    test.act(HOST, { type: 'host/show-answer', answerId: idOf(test) });
    test.act(HOST, { type: 'host/remove', playerId: 'ada' });
    expect([shownAnswerOf(test.match), test.match.shared.answers]).toEqual([null, []]);
  });

  it('is of a lab of this match, and not for players to show', () => {
    const test = new TestMatch().skipTo('pretrain');
    expect(share(test, 'ada', { ofTeamId: 'team-9' })).toBe('lobby/no_such_team');
    expect(share(test, 'ada', { ofTeamId: '__proto__' })).toBe('lobby/no_such_team');
    expect(share(test, 'ada', { ofTeamId: null, voice: 'house' })).toBe('ok');
    expect(codeOf(test.act(player('ada'), { type: 'host/show-answer', answerId: idOf(test) }))).toBe(
      'protocol/host_only',
    );
  });
});
