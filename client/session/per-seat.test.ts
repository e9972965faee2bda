/** What belongs to a seat is new with every seat, and work that began in one match changes nothing in the next. */

import { computed } from '@preact/signals';
import { beforeEach, expect, it } from 'vitest';
import { endSession, session, whileSeated } from './current.ts';
import { perSeat, seatSignal } from './per-seat.ts';

/** Any other seat will do; being without one is the simplest. */
const takeAnotherSeat = (): void => endSession(null, false);

const basket = seatSignal<readonly string[]>([]);
const shelves = perSeat(() => new Map<string, string>());

beforeEach(takeAnotherSeat);

it('a new seat begins with an empty basket', () => {
  basket.value = ['stories'];
  shelves().set('page', 'Once upon a time');
  takeAnotherSeat();
  expect(basket.value).toEqual([]);
  expect(shelves().size).toBe(0);
});

it('views see the change of seats', () => {
  const count = computed(() => basket.value.length);
  basket.value = ['stories', 'web'];
  expect(count.value).toBe(2);
  takeAnotherSeat();
  expect(count.value).toBe(0);
});

it('a late answer is written where it was asked for, not where the page is now', async () => {
  const owner = session.peek();
  const own = basket.of(owner);
  const answer = Promise.resolve(['web']).then((found) => (own.value = found));
  takeAnotherSeat();
  await answer;
  expect(own.value).toEqual(['web']);
  expect(basket.value).toEqual([]);
});

it('what begins with a seat does not begin without one', () => {
  const started: number[] = [];
  whileSeated(({ number }) => void started.push(number));
  takeAnotherSeat();
  expect(started).toEqual([]);
});
