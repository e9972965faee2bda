/** Examples of results that a move works out once, though it is applied to two copies of a match. */

import { expect, it } from 'vitest';
import { once, type WorkedOut } from './once.ts';

it('works a result out once for both copies of a match, and gives each an object of its own', () => {
  let times = 0;
  const workOut = (): { ranks: number[] } => ({ ranks: [++times] });
  const workedOut: WorkedOut = new Map();
  const context = { workedOut };
  const first = once(context, 'ranks', workOut);
  first.ranks.push(7);
  expect(once(context, 'ranks', workOut)).toEqual({ ranks: [1] });
  expect(once(context, 'other', workOut)).toEqual({ ranks: [2] });
});

it('works it out again where nothing is remembered', () => {
  let times = 0;
  expect([once({}, 'count', () => ++times), once({}, 'count', () => ++times)]).toEqual([1, 2]);
});
