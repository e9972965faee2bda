/** Of a run's weights only those stay that somebody may still want, however far behind the referee is. */

import { expect, it } from 'vitest';
import { openMemoryStore } from '../store/memory.ts';
import { createTeamModels } from './team-models.ts';
import { createMatchValues } from './values.ts';

it('forgets weights that nobody can come back to, in memory and in the store', async () => {
  const store = openMemoryStore();
  const values = createMatchValues('match-a', store.blobs);
  const models = createTeamModels(values);
  const versions = [0, 1, 2, 3, 4, 5, 6];
  for (const version of versions) models.putWeights('team-1', 'pretrain', version, Float32Array.of(version));
  const left = async (): Promise<number[]> => {
    await values.settled();
    const stored = await store.blobs.list('match-a/team-1/pretrain/weights/');
    const inMemory = versions.filter((version) => models.weights('team-1', 'pretrain', version));
    expect(stored.map((name) => Number(name.split('/').at(-1))).toSorted()).toEqual(inMemory);
    return inMemory;
  };
  /* Version 3 is with the referee, whose verdict may make it a checkpoint; 6 is not written down yet. */
  const release = models.hold('team-1', 'pretrain', 3);
  models.keepOnly('team-1', 'pretrain', 5, [1]);
  expect(await left()).toEqual([0, 1, 3, 5, 6]);
  release();
  models.keepOnly('team-1', 'pretrain', 6, [1]);
  expect(await left()).toEqual([0, 1, 6]);
});
