/** Updates that are read and averaged in a thread come out as they do here, and what is none is refused. */

import { afterAll, expect, it } from 'vitest';
import { encodeUpdate } from '../../shared/game/wire/update.ts';
import { UPDATE_WORK_HERE } from '../match/update-work.ts';
import { createUpdateThreads } from './threads.ts';

const PARAMETERS = 300;
const threads = createUpdateThreads();
afterAll(() => threads.close());

const deltaOf = (scale: number) => Float32Array.from({ length: PARAMETERS }, (_, i) => scale * Math.sin(i));

async function read(delta: Float32Array) {
  const body = encodeUpdate({ rowsUsed: 4, tokens: 64, trainLoss: 3, millis: 900, delta });
  const found = await threads.read({ body, parameterCount: PARAMETERS, allottedRows: 4, weightsNorm: 5 });
  if (!found.ok) throw new Error(found.error.code);
  return found.value;
}

it('comes out as it does here, and leaves out what points away from the others', async () => {
  const contributions = await Promise.all([0.01, 0.012, -0.01].map((scale) => read(deltaOf(scale))));
  const updates = { weights: deltaOf(1), contributions, velocity: deltaOf(0.001) };
  const [there, here] = await Promise.all([threads.average(updates), UPDATE_WORK_HERE.average(updates)]);
  expect(there).toEqual(here);
  expect(there.kept).toEqual([0, 1]);
});

it('is refused with the same words', async () => {
  const tooMany = () => {
    const body = encodeUpdate({ rowsUsed: 9, tokens: 64, trainLoss: 3, millis: 900, delta: deltaOf(0.01) });
    return { body, ...limits };
  };
  const limits = { parameterCount: PARAMETERS, allottedRows: 4, weightsNorm: 5 };
  expect(await threads.read(tooMany())).toEqual(await UPDATE_WORK_HERE.read(tooMany()));
  expect(await threads.read({ body: new Uint8Array(9), ...limits })).toMatchObject({
    error: { code: 'protocol/bad_message' },
  });
});
