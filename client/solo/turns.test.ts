/** On a small device bots wait for each other, so that the person doesn't wait for them. */

import { expect, it } from 'vitest';
import { createTurns } from './turns.ts';

/** Work that ends when it is told to. */
function held(): { work: () => Promise<string>; end: (word: string) => void; hasBegun: () => boolean } {
  let begun = false;
  let end: (word: string) => void = () => undefined;
  const done = new Promise<string>((resolve) => (end = resolve));
  return {
    work: () => {
      begun = true;
      return done;
    },
    end: (word) => end(word),
    hasBegun: () => begun,
  };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('so much work runs at a time, and the rest waits in the order in which it came', async () => {
  const inTurn = createTurns(2);
  const works = [held(), held(), held(), held()];
  const results = works.map(({ work }) => inTurn(work));
  await settle();
  expect(works.map(({ hasBegun }) => hasBegun())).toEqual([true, true, false, false]);
  works[1].end('second');
  expect(await results[1]).toBe('second');
  await settle();
  expect(works.map(({ hasBegun }) => hasBegun())).toEqual([true, true, true, false]);
  for (const { end } of works) end('done');
  expect(await Promise.all(results)).toEqual(['done', 'second', 'done', 'done']);
});

it('work that fails leaves its place to the next', async () => {
  const inTurn = createTurns(1);
  const failing = inTurn(() => Promise.reject(new Error('broken')));
  const next = inTurn(async () => 'next');
  await expect(failing).rejects.toThrow('broken');
  expect(await next).toBe('next');
});
