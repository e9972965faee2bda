import { describe, expect, it } from 'vitest';
import { FairQueue } from './fair-queue.ts';

const NOW = (): boolean => true;
const AHEAD = (): boolean => false;

/** Serves everything that waits, each task for a second, and lists the matches in the order of their turns. */
function turns(queue: FairQueue<string>, millis = 1000): string {
  const order: string[] = [];
  for (let next = queue.next(); next; next = queue.next()) {
    order.push(next.matchId);
    queue.charge(next.matchId, millis);
  }
  return order.join('');
}

describe('the queue to the referee', () => {
  it('lets matches take turns, so that one that asks for much delays itself alone', () => {
    const queue = new FairQueue<string>();
    for (let i = 0; i < 5; i++) queue.add('a', `a${i}`, NOW);
    queue.add('b', 'b0', NOW);
    queue.add('b', 'b1', NOW);
    expect(turns(queue)).toBe('ababaaa');
  });

  it('serves a match in the order in which it asked', () => {
    const queue = new FairQueue<string>();
    for (const task of ['first', 'second', 'third']) queue.add('a', task, NOW);
    expect([queue.next()?.task, queue.next()?.task, queue.next()?.task]).toEqual([
      'first',
      'second',
      'third',
    ]);
    expect(queue.next()).toBeNull();
  });

  it('serves matches in which people wait before those whose texts are written ahead', () => {
    const queue = new FairQueue<string>();
    for (let i = 0; i < 40; i++) queue.add(`lobby ${i} `, 'market', AHEAD);
    queue.add('match', 'text', NOW);
    expect(queue.next()).toEqual({ matchId: 'match', task: 'text' });
  });

  it('asks when a turn is given whether somebody waits by now', () => {
    const queue = new FairQueue<string>();
    let hasBegun = false;
    queue.add('a', 'market', AHEAD);
    queue.add('b', 'market', () => hasBegun);
    hasBegun = true;
    expect(queue.next()?.matchId).toBe('b');
  });

  it('gives newcomers no more than those who were there all the time', () => {
    const queue = new FairQueue<string>();
    queue.add('old', 'o', NOW);
    queue.charge('old', 0);
    for (let i = 0; i < 3; i++) {
      queue.add('old', `o${i}`, NOW);
      queue.next();
      queue.charge('old', 1000);
    }
    queue.add('new', 'n0', NOW);
    queue.add('new', 'n1', NOW);
    queue.add('new', 'n2', NOW);
    queue.add('old', 'o4', NOW);
    expect(turns(queue).slice(0, 4)).toBe('newoldnewold'.slice(0, 4));
    expect(queue.next()).toBeNull();
  });

  it('forgets a match that is over', () => {
    const queue = new FairQueue<string>();
    queue.add('a', 'a0', NOW);
    queue.add('a', 'a1', NOW);
    queue.add('b', 'b0', NOW);
    expect(queue.drop('a')).toEqual(['a0', 'a1']);
    expect(turns(queue)).toBe('b');
  });
});
