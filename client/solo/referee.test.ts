/** The referee of a page does one task after the other, and stops for a match that is over. */

import { expect, it } from 'vitest';
import type { MatchKey } from '../../server/referee/tasks.ts';
import type { AnyTask } from '../../server/referee/worker.ts';
import { refereeOf } from './referee.ts';
import { createTurns } from './turns.ts';

const key = { matchId: 'm', seeds: {} } as MatchKey;

function start() {
  const life = new AbortController();
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const perform = ({ name }: AnyTask): Promise<string> => {
    begun.push(name);
    return new Promise((resolve) => ends.push(() => resolve(name)));
  };
  const { run } = refereeOf(perform, createTurns(3)).forMatch('m', {
    signal: life.signal,
    isUrgent: () => true,
  });
  return { run, life, begun, ends };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

it('begins a task when the one before has ended', async () => {
  const { run, begun, ends } = start();
  const first = run('market', key);
  const second = run('arena', { ...key, models: [] });
  await settle();
  expect(begun).toEqual(['market']);
  ends[0]();
  expect(await first).toBe('market');
  await settle();
  expect(begun).toEqual(['market', 'arena']);
  ends[1]();
  expect(await second).toBe('arena');
});

it('begins nothing more for a match that is over, and keeps nobody waiting', async () => {
  const { run, life, begun } = start();
  const tasks = [run('market', key), run('market', key)];
  await settle();
  life.abort(new Error('over'));
  for (const task of tasks) await expect(task).rejects.toThrow('over');
  expect(begun).toEqual(['market']);
});
