/** A process that leaves waits for what it is forgetting: the store is closed afterwards. */

import { expect, it } from 'vitest';
import { TestMatch } from '../../shared/game/testing.ts';
import { openMemoryStore } from '../store/memory.ts';
import { createDirectory, type HostedMatch } from './directory.ts';

it('is left only once a match that was removed is forgotten', async () => {
  const directory = createDirectory(openMemoryStore());
  const { match } = new TestMatch(2);
  const life = new AbortController();
  let forget = (): void => undefined;
  const forgotten = new Promise<void>((resolve) => (forget = resolve));
  directory.add({
    code: 'BOKA42',
    service: { match, signal: life.signal },
    async end() {
      life.abort();
      await forgotten;
    },
  } as Partial<HostedMatch> as HostedMatch);
  directory.remove('BOKA42');
  expect(directory.byCode('BOKA42')).toBeNull();
  let isLeft = false;
  const leaving = directory.dispose().then(() => (isLeft = true));
  await new Promise((resolve) => setTimeout(resolve));
  expect(isLeft).toBe(false);
  forget();
  await leaving;
  expect(isLeft).toBe(true);
});
