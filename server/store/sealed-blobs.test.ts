/** A value that changed in the store is noticed, told to the log, and never used; a run goes on from the weights before. */

import { expect, it } from 'vitest';
import { expectErrors } from '../../tests/server-errors.ts';
import { packRows } from '../../shared/data/rows.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { createTeamModels } from '../match/team-models.ts';
import { createMatchValues } from '../match/values.ts';
import type { PreparedModel } from '../referee/tasks.ts';
import { openMemoryStore } from './memory.ts';
import { sealedBlobs } from './sealed-blobs.ts';

/** A disk whose bytes can be changed behind everybody's back, and blobs on it. */
function openDisk() {
  const disk = openMemoryStore().blobs;
  const flipBit = async (name: string): Promise<void> => {
    const bytes = Uint8Array.from((await disk.get(name)) ?? []);
    bytes[1] = (bytes[1] ?? 0) ^ 8;
    await disk.put(name, bytes);
  };
  const cutShort = async (name: string): Promise<void> => {
    await disk.put(name, ((await disk.get(name)) ?? new Uint8Array()).slice(0, 3));
  };
  return { blobs: sealedBlobs(disk), flipBit, cutShort };
}

it('is handed out as it was put, and not at all once a bit of it has changed', async () => {
  const { blobs, flipBit, cutShort } = openDisk();
  const bytes = Uint8Array.of(1, 2, 3, 4, 5);
  await blobs.put('match-a/rows', bytes);
  await blobs.put('match-a/none', new Uint8Array());
  expect([await blobs.get('match-a/rows'), await blobs.get('match-a/none')]).toEqual([
    bytes,
    new Uint8Array(),
  ]);
  expect(await blobs.get('match-a/missing')).toBeNull();
  const errors = expectErrors();
  await flipBit('match-a/rows');
  await cutShort('match-a/none');
  expect([await blobs.get('match-a/rows'), await blobs.get('match-a/none')]).toEqual([null, null]);
  expect(errors.map(({ message }) => message)).toEqual([
    'match-a/rows is damaged in the store, and not used',
    'match-a/none is damaged in the store, and not used',
  ]);
});

it('does not keep a run from going on: it takes the newest weights that are sound', async () => {
  const { blobs, flipBit } = openDisk();
  const tokenizer = trainBpe(['the cat sat on the mat'], 256);
  const prepared = {
    config: { architecture: 'transformer' },
    tokenizer: tokenizer.toJSON(),
    rows: packRows([{ text: 'the cat', ownRow: false }], tokenizer, 16),
    heldOut: [],
    weights: Float32Array.of(0, 0),
  } as unknown as PreparedModel;
  const values = createMatchValues('match-a', blobs);
  const models = createTeamModels(values);
  models.prepare('team-1', prepared, null, 0);
  for (const version of [1, 2, 3])
    models.putWeights('team-1', 'pretrain', version, Float32Array.of(version, -version));
  await values.settled();
  const errors = expectErrors();
  await flipBit('match-a/team-1/pretrain/weights/3');
  const back = createTeamModels(createMatchValues('match-a', blobs));
  await back.restore(['team-1']);
  const weightsAt = (version: number) => Array.from(back.weights('team-1', 'pretrain', version) ?? []);
  expect([weightsAt(2), weightsAt(3)]).toEqual([
    [2, -2],
    [2, -2],
  ]);
  expect(errors).toHaveLength(1);
});
