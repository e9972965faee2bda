/** A class's text is checked where it is kept, outlives the process, is what labs read, and is gone with its match. */

import { afterEach, describe, expect, it } from 'vitest';
import { classTextOf } from '../../shared/game/class-text.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { createSettings } from '../../shared/game/presets.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { UPDATE_WORK_HERE } from '../match/update-work.ts';
import { bytesOfJson } from '../match/value-bytes.ts';
import type { RunTask } from '../referee/port.ts';
import { perform, type AnyTask } from '../referee/worker.ts';
import { createMemoryDisk, openMemoryStore, type MemoryDisk } from '../store/memory.ts';
import { openHosted, restoreHosted, type Hosted, type Surroundings } from './hosted.ts';
import { Refusal } from './refusal.ts';
import { drawSeeds } from './settings.ts';

const SEEDS = drawSeeds(11);
let opened: Hosted[] = [];
afterEach(async () => {
  await Promise.all(opened.map((hosted) => hosted.leave()));
  opened = [];
});

/** The referee on this very thread. */
const run = ((name: AnyTask['name'], input: AnyTask['input']) =>
  perform({ name, input } as AnyTask)) as RunTask;

function start(disk: MemoryDisk): Surroundings {
  const store = openMemoryStore(disk, () => 1_000_000);
  return { referee: { forMatch: () => ({ run }) }, updates: UPDATE_WORK_HERE, store, now: () => 1_000_000 };
}

async function open(disk: MemoryDisk): Promise<Hosted> {
  const hosted = await openHosted(
    {
      code: 'BOKA42',
      matchId: 'm',
      settings: createSettings('short', { teamCount: 1, leftOut: [] }),
      seeds: SEEDS,
      teamNames: ['Mudlarks'],
      address: '10.0.0.1',
    },
    start(disk),
  );
  if (!hosted) throw new Error('the code is taken');
  opened.push(hosted);
  return hosted;
}

const POEM = 'The rain is a guest with a thousand feet, it walks on the roof and it never gets tired.';
const POEMS = Array.from({ length: 40 }, (_, at) => `${POEM} That was poem ${at}. ${POEM}`);
const body = (changes: object = {}): Uint8Array =>
  bytesOfJson({
    version: PROTOCOL_VERSION,
    name: 'Our poems',
    license: 'By our class',
    language: 'eng',
    pages: POEMS,
    ...changes,
  });

const codeOf = (work: Promise<void>): Promise<string> =>
  work.then(
    () => 'ok',
    (thrown: unknown) => {
      if (thrown instanceof Refusal) return thrown.error.code;
      throw thrown;
    },
  );

const blobs = (disk: MemoryDisk): Promise<string[]> => openMemoryStore(disk).blobs.list('m/class-text/');

describe("a class's text", () => {
  it('is in the match with what the server found in it, and on its market', async () => {
    const hosted = await open(createMemoryDisk());
    await hosted.classTexts.take(body());
    expect(classTextOf(hosted.service.match)).toMatchObject({ name: 'Our poems', pages: 40, secrets: 0 });
    const { reply, documents } = await hosted.market();
    expect(documents.class).toEqual(POEMS);
    expect(reply.datasets.at(-1)).toMatchObject({ kind: 'class', documents: 40 });
  });

  it('is what a lab that buys it trains on', async () => {
    const hosted = await open(createMemoryDisk());
    await hosted.classTexts.take(body());
    const key = { matchId: 'm', generation: 1, seeds: SEEDS, classText: hosted.classTexts.inUse() };
    const data = {
      ...DEFAULT_DATA_PLAN,
      purchases: { class: 'whole', posts: 'half' },
      shares: { class: 50, posts: 50 },
    } as const;
    const { datasets } = await run('text', { ...key, data, labels: [] } as Parameters<typeof run<'text'>>[1]);
    const read = datasets.find(({ kind }) => kind === 'class');
    expect(read?.tokens).toBeGreaterThan(1_000);
  });

  it.each([
    ['no JSON', new TextEncoder().encode('{'), 'protocol/bad_message'],
    ['of another version', body({ version: 99 }), 'protocol/unknown_version'],
    ['without a license', body({ license: ' ' }), 'protocol/bad_message'],
    ['with more in it', body({ id: 'x' }), 'protocol/bad_message'],
    ['with a rude name', body({ name: 'fuck' }), 'lobby/name_rude'],
    ['with pages that are no text', body({ pages: ['1 2 3 '.repeat(900)] }), 'class-text/unread'],
  ])('is refused %s, and leaves nothing behind', async (_what, bytes, code) => {
    const disk = createMemoryDisk();
    const hosted = await open(disk);
    const before = hosted.service.match.sequence;
    expect(await codeOf(hosted.classTexts.take(bytes))).toBe(code);
    expect(hosted.service.match.sequence).toBe(before);
    expect(await blobs(disk)).toEqual([]);
  });

  it('is there after a restart, replaced by the next one, and taken away', async () => {
    const disk = createMemoryDisk();
    const before = await open(disk);
    await before.classTexts.take(body());
    for (const process of disk.processes) process.isGone = true;
    const next = start(disk);
    const [claimed] = await next.store.claimMatches();
    if (!claimed) throw new Error('there is no match to go on with');
    const after = await restoreHosted(claimed, next);
    if ('kind' in after) throw new Error(after.kind);
    opened.push(after);
    expect(after.classTexts.inUse()?.pages).toEqual(POEMS);
    await after.classTexts.take(body({ name: 'Others', pages: POEMS.slice(0, 30) }));
    await expect.poll(() => blobs(disk)).toHaveLength(1);
    await after.classTexts.take(body({ pages: [] }));
    expect(classTextOf(after.service.match)).toBeNull();
    await expect.poll(() => blobs(disk)).toEqual([]);
  });

  it('is gone with its match', async () => {
    const disk = createMemoryDisk();
    const hosted = await open(disk);
    await hosted.classTexts.take(body());
    await hosted.end();
    expect(await blobs(disk)).toEqual([]);
  });
});
