/** A ballot keeps what was voted, and ends when the curtains open. */

import { expect, it } from 'vitest';
import { mergeBallot, nextBallotPair, type BallotPair } from './ballot.ts';

const pair = (id: string, change: Partial<BallotPair> = {}): BallotPair => ({
  id,
  criterion: 'true',
  question: 'Where does Ada live?',
  evidence: 'Ada lives in Plim.',
  a: 'Plim.',
  b: 'In a shoe.',
  choice: null,
  reveal: null,
  ...change,
});

it('offers the first pair without a vote', () => {
  expect(nextBallotPair([pair('1', { choice: 'tie' }), pair('2')])?.id).toBe('2');
  expect(nextBallotPair([pair('1', { choice: 'a' })])).toBeNull();
});

it('offers nothing once the curtains are open', () => {
  const reveal = { who: { a: 'team-1', b: 'house' }, tally: { a: 1, b: 0, tie: 0 }, referee: 'a' as const };
  expect(nextBallotPair([pair('1', { reveal })])).toBeNull();
});

it('keeps a vote that the fetched list does not know yet', () => {
  const merged = mergeBallot([pair('1', { choice: 'b' })], [pair('1'), pair('2', { choice: 'a' })]);
  expect(merged.map(({ choice }) => choice)).toEqual(['b', 'a']);
});
