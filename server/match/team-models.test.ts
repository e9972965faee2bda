/** Of a run's weights only those stay that somebody may still want, however far behind the referee is. */

import { expect, it } from 'vitest';
import { initialWeights } from '../../shared/lm/init.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import type { PreparedModel } from '../referee/tasks.ts';
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

it('brings the small copy back as far as it had learned, with its lessons and what nobody has measured yet', async () => {
  const store = openMemoryStore();
  const values = createMatchValues('match-a', store.blobs);
  const tokenizer = trainBpe(['a small model of a small town'], 260).toJSON();
  const config = {
    architecture: 'transformer',
    vocabSize: 260,
    contextLength: 8,
    width: 8,
    layers: 1,
    heads: 1,
  } as const;
  const weights = initialWeights(config, 1);
  const rows = { contextLength: 8, count: 0, tokens: new Uint16Array(), lossFrom: new Uint16Array() };
  const models = createTeamModels(values);
  const trained = { config, tokenizer, weights };
  models.prepare('team-1', { ...trained, rows, heldOut: [] } as unknown as PreparedModel, null, 0);
  expect(models.get('team-1')?.pupil).toBeNull();
  const pupil = { config: { ...config, width: 4 }, tokenizer, weights: Float32Array.of(1, 2, 3) };
  const lessons = {
    contextLength: 2,
    count: 1,
    tokens: Uint16Array.of(7, 8, 9),
    lossFrom: Uint16Array.of(1),
  };
  models.putLessons('team-1', lessons, pupil);
  const brought = Float32Array.of(3, 2, 1);
  models.bringPupil('team-1', brought);
  const restored = async () => {
    await values.settled();
    const next = createTeamModels(createMatchValues('match-a', store.blobs));
    await next.restore(['team-1']);
    return next.get('team-1');
  };
  expect(await restored()).toMatchObject({ pupil, lessons, brought });
  models.putPupil('team-1', { ...pupil, weights: brought });
  expect(await restored()).toMatchObject({ pupil: { weights: brought }, lessons, brought: null });
});
