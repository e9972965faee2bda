import { expect, it } from 'vitest';
import { createRateLimit } from './rate-limit.ts';

it('allows a burst, then a steady pace, and never saves up more than the burst', () => {
  let nowMs = 0;
  const limit = createRateLimit(10, () => nowMs);
  const takeAll = (): number => {
    let taken = 0;
    while (limit.take()) taken++;
    return taken;
  };
  expect(takeAll()).toBe(30);
  nowMs += 500;
  expect(takeAll()).toBe(5);
  nowMs += 60_000;
  expect(takeAll()).toBe(30);
});
