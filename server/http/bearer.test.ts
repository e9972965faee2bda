/** A token that is worth nothing any more says why, where there is a reason. */

import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { expect, it } from 'vitest';
import { createDirectory } from '../matchmaking/directory.ts';
import { openMemoryStore } from '../store/memory.ts';
import { bearerOf, whyNoBearer } from './bearer.ts';

const asking = (token: string) => ({ headers: { authorization: `Bearer ${token}` } }) as Request;

it('tells a host that another version of the game began the match, as where its replay is asked for', async () => {
  const store = openMemoryStore();
  await store.createMatch({ id: 'm', code: 'BOKA42', address: '', openedAtMs: 0, seeds: {} });
  const hash = createHash('sha256').update('host-token').digest('hex');
  await store.putSeat('m', hash, { kind: 'host' });
  const directory = createDirectory(store);
  await directory.close({ id: 'm', code: 'BOKA42' }, 'match/other_rules');
  const why = (token: string) => [bearerOf(directory, asking(token)), whyNoBearer(directory, asking(token))];
  expect(why('host-token')).toEqual([null, 'match/other_rules']);
  expect(why('another-token')).toEqual([null, 'protocol/bad_token']);
});
