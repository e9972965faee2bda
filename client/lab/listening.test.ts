/** News from a worker that come in time and too late. */

import { expect, it } from 'vitest';
import { listening } from './listening.ts';

it('passes on what is told during the work, and nothing after its answer', async () => {
  const heard: number[] = [];
  let tellLate: (share: number) => void = () => undefined;
  const answer = await listening<number, string>(
    (share) => heard.push(share),
    async (told) => {
      told(0.5);
      tellLate = told;
      return 'done';
    },
  );
  tellLate(1);
  expect([answer, heard]).toEqual(['done', [0.5]]);
});

it('hears nothing more of work that failed', async () => {
  const heard: number[] = [];
  let tellLate: (share: number) => void = () => undefined;
  const work = listening<number, never>(
    (share) => heard.push(share),
    async (told) => {
      tellLate = told;
      throw new Error('no such dataset');
    },
  );
  await expect(work).rejects.toThrow('no such dataset');
  tellLate(1);
  expect(heard).toEqual([]);
});
