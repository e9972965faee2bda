/** The audience has its own seats: none of a lab, so many and no more, and none while the host keeps the match closed. */

import { expect, it } from 'vitest';
import { MAX_AUDIENCE } from './audience.ts';
import { codeOf, HOST, SYSTEM, TestMatch } from './testing.ts';

const watch = (test: TestMatch, watcherId: string) =>
  codeOf(test.act(SYSTEM, { type: 'seat/watch', watcherId }));

it('sits in no lab', () => {
  const test = new TestMatch();
  expect(watch(test, 'wil')).toBe('ok');
  expect(Object.keys(test.match.players)).not.toContain('wil');
  expect(test.match.audience).toEqual({ wil: { id: 'wil', connected: false } });
});

it('gets in at any time but when it is locked', () => {
  const test = new TestMatch().skipTo('arena');
  expect(watch(test, 'wil')).toBe('ok');
  test.act(HOST, { type: 'host/lock', locked: true });
  expect(watch(test, 'xu')).toBe('lobby/locked');
});

it('is as large as a hall and no larger', () => {
  const test = new TestMatch();
  for (let seat = 0; seat < MAX_AUDIENCE; seat++) expect(watch(test, `w${seat}`)).toBe('ok');
  expect(watch(test, 'late')).toBe('lobby/audience_full');
});

it('takes no seat twice, and none of a player', () => {
  const test = new TestMatch();
  watch(test, 'wil');
  expect([watch(test, 'wil'), watch(test, 'ada')]).toEqual(['protocol/bad_message', 'protocol/bad_message']);
});
