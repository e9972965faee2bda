/** The arena's job: a referee that fails is asked once more, and then the match goes on without a vote. */

import { expect, it } from 'vitest';
import { TestMatch } from '../../../shared/game/testing.ts';
import { createRandom } from '../../../shared/random.ts';
import { expectErrors } from '../../../tests/server-errors.ts';
import type { JobContext } from '../context.ts';
import { arenaJobs } from './arena.ts';

/** What the match is told, by a referee that fails so often before it answers. */
async function toldAfter(
  failures: number,
  signal = new AbortController().signal,
): Promise<{ asked: number; told: unknown[] }> {
  const { match } = new TestMatch().skipTo('arena');
  const told: unknown[] = [];
  let asked = 0;
  const questions = [{ criterion: 'funny', question: 'Why?', evidence: '' }];
  const contestants = ['team-1', 'team-2'].map((id) => ({ id, answers: [id], holds: [null] }));
  const context = {
    match,
    signal,
    key: { matchId: 'match', generation: 1, seeds: {} },
    models: { get: () => null },
    random: () => createRandom(1),
    ask: async () => {
      asked += 1;
      if (asked <= failures) throw new Error('the referee is gone');
      return { questions, contestants };
    },
    tell: (move: unknown) => void told.push(move),
  } as unknown as JobContext;
  await arenaJobs.arena(context);
  return { asked, told };
}

it('tells the pairs, also where the first try fails', async () => {
  for (const failures of [0, 1]) {
    const { asked, told } = await toldAfter(failures);
    expect(asked).toBe(failures + 1);
    expect(told).toMatchObject([{ type: 'referee/arena', pairs: [{ question: 'Why?' }] }]);
  }
});

it('tells that there are none where both fail', async () => {
  const errors = expectErrors();
  expect(await toldAfter(2)).toEqual({ asked: 2, told: [{ type: 'referee/arena', pairs: [] }] });
  expect(errors).toHaveLength(1);
});

it('is no failure where the match was over before the referee answered', async () => {
  await expect(toldAfter(2, AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
});
