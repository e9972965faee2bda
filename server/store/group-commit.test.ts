import { describe, expect, it, vi } from 'vitest';
import { groupCommit, type Batch } from './group-commit.ts';

const MOVES = [{ sequence: 1, json: '{}' }];

/** A disk on which every write takes until it is let go. */
function slowDisk() {
  const written: string[][] = [];
  let finish: () => void = () => undefined;
  const write = (batches: readonly Batch[]): Promise<ReadonlySet<string>> => {
    written.push(batches.map(({ matchId }) => matchId));
    return new Promise((resolve) => (finish = () => resolve(new Set(['stolen']))));
  };
  return { append: groupCommit(write), written, finish: () => finish() };
}

describe('group commit', () => {
  it('writes at once when nothing is under way, and together what came meanwhile', async () => {
    const disk = slowDisk();
    const all = ['a', 'b', 'c', 'b'].map((matchId) => disk.append(matchId, MOVES));
    expect(disk.written).toEqual([['a']]);
    disk.finish();
    await all[0];
    await vi.waitFor(() => expect(disk.written).toEqual([['a'], ['b', 'c', 'b']]));
    disk.finish();
    expect(await Promise.all(all)).toEqual(['written', 'written', 'written', 'written']);
  });

  it('tells each match whether it was taken over', async () => {
    const disk = slowDisk();
    const first = disk.append('stolen', MOVES);
    disk.finish();
    expect(await first).toBe('fenced');
  });

  it('goes on after a write that failed', async () => {
    let isFull = true;
    const append = groupCommit(async () => {
      if (isFull) throw new Error('disk full');
      return new Set();
    });
    await expect(append('a', MOVES)).rejects.toThrow('disk full');
    isFull = false;
    expect(await append('a', MOVES)).toBe('written');
  });
});
