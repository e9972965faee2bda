/** One contract for all stores: what each of them keeps, and refuses, over the end of the process that wrote it. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noPostgres } from '../../tests/postgres.ts';
import type { Store } from './ports.ts';
import { matchRecord, memoryKind, pgliteKind, postgresKind, type StoreKind } from '../../tests/stores.ts';

const move = (sequence: number, json = `{"what":"a ${sequence}"}`) => ({ sequence, json });

const KINDS: [name: string, make: () => Promise<StoreKind>, isShared: boolean, skip: string | null][] = [
  ['memory', memoryKind, true, null],
  ['PGlite in a folder', pgliteKind, false, null],
  ['Postgres', postgresKind, true, noPostgres],
];

describe.each(KINDS)('the store in %s', (_name, make, isShared, skip) => {
  if (skip) {
    it.skip(skip, () => undefined);
    return;
  }
  let kind: StoreKind;
  let store: Store;

  beforeAll(async () => {
    kind = await make();
    store = await kind.open();
  });
  beforeEach(async () => {
    await store.close();
    await kind.renew();
    store = await kind.open();
    await store.createMatch(matchRecord());
  });
  afterAll(async () => {
    await store.close();
    await kind.remove();
  });

  async function restart(): Promise<void> {
    await store.close();
    store = await kind.open();
  }

  it('counts a match once for the ratings, all or nothing, and keeps what it came to', async () => {
    const rating = (raterId: string, matches: number, mu = 25, season = '2026-Q4') => ({
      raterId,
      season,
      mu,
      sigma: 4.25,
      matches,
    });
    expect(await store.outcomeOf('match-a')).toBeNull();
    const last = rating('ada', 3, 22, '2026-Q3');
    expect(await store.rateMatch('match-0', '{}', [rating('ada', 1, 20, '2026-Q3'), rating('bo', 1)])).toBe(
      'written',
    );
    expect(await store.rateMatch('match-1', '{}', [rating('ada', 2, 21, '2026-Q3')])).toBe('written');
    expect(await store.rateMatch('match-2', '{}', [last])).toBe('written');
    expect(await store.rateMatch('match-2', '{}', [rating('ada', 4, 30, '2026-Q3')])).toBe('already');
    expect(await store.rateMatch('match-3', '{}', [rating('cy', 1), rating('bo', 3)])).toBe('changed');
    expect(await store.outcomeOf('match-3')).toBeNull();
    expect(await store.ratings(['ada', 'cy'])).toEqual([last]);
    expect(await store.rateMatch('match-4', '{"a":1}', [rating('ada', 1, 27.5), rating('bo', 2, 26)])).toBe(
      'written',
    );
    await restart();
    expect(await store.outcomeOf('match-4')).toBe('{"a":1}');
    expect(await store.ratings(['ada'])).toEqual([rating('ada', 1, 27.5)]);
    expect((await store.bestRatings('2026-Q4', 10)).map(({ raterId }) => raterId)).toEqual(['ada', 'bo']);
    expect(await store.bestRatings('2026-Q4', 1)).toHaveLength(1);
  });

  it('keeps the best labs of a season in the hall, so many and no more, until their owner takes them out', async () => {
    const lab = (id: string, total: number, owner = 'ada', season = '2026-Q4') => ({
      id,
      season,
      owner,
      total,
      enteredAtMs: 1_700_000_000_000,
      card: `{"name":"${id}"}`,
    });
    expect(await store.putHallLab(lab('a', 40), 2)).toEqual([]);
    expect(await store.putHallLab(lab('a', 99), 2)).toEqual([]);
    expect(await store.putHallLab(lab('b', 60.5), 2)).toEqual([]);
    expect(await store.putHallLab(lab('old', 1, 'bo', '2026-Q3'), 2)).toEqual([]);
    expect(await store.putHallLab(lab('c', 50), 2)).toEqual(['a']);
    expect(await store.putHallLab(lab('d', 10), 2)).toEqual(['d']);
    await restart();
    expect(await store.hallLabs('2026-Q4')).toEqual([lab('b', 60.5), lab('c', 50)]);
    expect(await store.hallLab('old')).toEqual(lab('old', 1, 'bo', '2026-Q3'));
    expect(await store.hallLab('a')).toBeNull();
    expect(await store.removeHallLab('b', 'bo')).toBe(false);
    expect(await store.removeHallLab('b', 'ada')).toBe(true);
    expect(await store.removeHallLab('c', null)).toBe(true);
    expect(await store.hallLabs('2026-Q4')).toEqual([]);
  });

  it('keeps how a match was made, its moves and its seats, and tells the next process when the last one lived', async () => {
    await store.append('match-a', [move(1), move(2)]);
    await store.append('match-a', [move(3)]);
    await store.putSeat('match-a', 'f'.repeat(64), { kind: 'host' });
    await store.putSeat('match-a', 'e'.repeat(64), { kind: 'player', playerId: 'ada' });
    await store.putSeat('match-a', 'd'.repeat(64), { kind: 'audience', watcherId: 'wil' });
    await store.beat(1_700_000_009_999);
    await restart();
    expect(await store.claimMatches()).toEqual([{ ...matchRecord(), aliveAtMs: 1_700_000_009_999 }]);
    expect(await store.movesAfter('match-a', 0)).toEqual({
      moves: [move(1), move(2), move(3)],
      damagedAt: null,
    });
    expect((await store.movesAfter('match-a', 2)).moves).toEqual([move(3)]);
    const seats = await store.seats('match-a');
    expect(new Map(seats.map(({ tokenHash, seat }) => [tokenHash[0], seat]))).toEqual(
      new Map([
        ['f', { kind: 'host' }],
        ['e', { kind: 'player', playerId: 'ada' }],
        ['d', { kind: 'audience', watcherId: 'wil' }],
      ]),
    );
  });

  it('takes a match over once, and with each process comes a greater number', async () => {
    const before = store.epoch;
    await restart();
    expect(store.epoch).toBeGreaterThan(before);
    expect(await store.claimMatches()).toHaveLength(1);
    expect(await store.claimMatches()).toEqual([]);
  });

  it('refuses a number that is taken, and then writes none of what came with it', async () => {
    await store.append('match-a', [move(1), move(2)]);
    await expect(store.append('match-a', [move(2, '{"other":true}'), move(3)])).rejects.toThrow();
    expect(await store.movesAfter('match-a', 0)).toEqual({ moves: [move(1), move(2)], damagedAt: null });
  });

  it('writes what comes at the same time for many matches, whatever is wrong with one of them', async () => {
    const ids = Array.from({ length: 8 }, (_, index) => `match-${index}`);
    for (const [index, id] of ids.entries())
      await store.createMatch(matchRecord({ id, code: `CODE${index}` }));
    await store.append('match-3', [move(1)]);
    const outcomes = await Promise.allSettled(ids.map((id) => store.append(id, [move(1)])));
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual(ids.map((id) => id !== 'match-3'));
    for (const id of ids) expect((await store.movesAfter(id, 0)).moves).toEqual([move(1)]);
  });

  it('gives a code to one live match only, and frees it with the match', async () => {
    expect(await store.createMatch(matchRecord({ id: 'match-b' }))).toBe('code taken');
    expect(await store.createMatch(matchRecord({ code: 'OTHER1' }))).toBe('code taken');
    expect(await store.matches()).toEqual([matchRecord()]);
    await store.append('match-a', [move(1)]);
    await store.putSeat('match-a', 'f'.repeat(64), { kind: 'host' });
    await store.removeMatch('match-a');
    expect(await store.createMatch(matchRecord())).toBe('created');
    expect((await store.movesAfter('match-a', 0)).moves).toEqual([]);
    expect(await store.seats('match-a')).toEqual([]);
  });

  it('gives back any text as it was: JSON in a string, signs that databases refuse, halves of pairs', async () => {
    const texts = ['5', 'null', '"x"', '\u0000', '\uD83D', "'; drop table moves; --", '{1,2}', '\\', 'ñ 🙂'];
    const moves = texts.map((text, index) => move(index + 1, JSON.stringify({ text })));
    await store.append('match-a', moves);
    await restart();
    const read = await store.movesAfter('match-a', 0);
    expect(read.moves.map(({ json }) => (JSON.parse(json) as { text: string }).text)).toEqual(texts);
  });

  it('reads moves up to one that is damaged, and goes on from there once the rest is cut off', async () => {
    await store.append('match-a', [move(1), move(2), move(3), move(4)]);
    await store.close();
    await kind.damage('match-a', 3);
    store = await kind.open();
    await store.claimMatches();
    expect(await store.movesAfter('match-a', 0)).toEqual({ moves: [move(1), move(2)], damagedAt: 3 });
    await store.cutOff('match-a', 3);
    await store.append('match-a', [move(3, '{"new":true}')]);
    expect(await store.movesAfter('match-a', 1)).toEqual({
      moves: [move(2), move(3, '{"new":true}')],
      damagedAt: null,
    });
  });

  it('sees that a move is missing before others', async () => {
    await store.append('match-a', [move(1), move(2), move(4)]);
    expect(await store.movesAfter('match-a', 0)).toEqual({ moves: [move(1), move(2)], damagedAt: 3 });
  });

  it('forgets moves that a snapshot tells as much as', async () => {
    await store.append('match-a', [move(1), move(2), move(3)]);
    await store.forget('match-a', 2);
    expect(await store.movesAfter('match-a', 2)).toEqual({ moves: [move(3)], damagedAt: null });
    expect(await store.movesAfter('match-a', 0)).toEqual({ moves: [], damagedAt: 1 });
  });

  it('keeps values of any size by their names, and replaces them whole', async () => {
    const large = Uint8Array.from({ length: 700_001 }, (_, index) => index % 251);
    await store.blobs.put('match-a/team-1/pretrain', large);
    await store.blobs.put('match-a/team-1/pretrain', large.subarray(1));
    await store.blobs.put('match-a/team-10/pretrain', new Uint8Array([1]));
    await store.blobs.put('match-b/empty', new Uint8Array());
    await restart();
    const read = (await store.blobs.get('match-a/team-1/pretrain')) ?? [];
    expect(Buffer.compare(Buffer.from(read), large.subarray(1))).toBe(0);
    expect(await store.blobs.get('match-b/empty')).toEqual(new Uint8Array());
    expect(await store.blobs.get('match-a/none')).toBeNull();
    expect(await store.blobs.list('match-a/')).toEqual([
      'match-a/team-1/pretrain',
      'match-a/team-10/pretrain',
    ]);
    expect(await store.blobs.list('match-a/team-1/')).toEqual(['match-a/team-1/pretrain']);
    expect(await store.blobs.list('match-c/')).toEqual([]);
    await store.claimMatches();
    await store.blobs.remove('match-a/team-1/pretrain');
    expect(await store.blobs.get('match-a/team-1/pretrain')).toBeNull();
    await expect(store.blobs.put('../outside', new Uint8Array())).rejects.toThrow('no name');
  });

  it.runIf(isShared)(
    'leaves a match to the process that lives, and lets no process write for one that was taken over',
    async () => {
      const other = await kind.open();
      expect(await other.claimMatches()).toEqual([]);
      await store.close();
      const third = await kind.open();
      expect(await third.claimMatches()).toHaveLength(1);
      expect(await other.append('match-a', [move(1)])).toBe('fenced');
      expect(await third.append('match-a', [move(1)])).toBe('written');
      await other.close();
      await third.close();
    },
  );

  it.runIf(isShared)('shares the matches of a process that is gone among those that come', async () => {
    for (const index of [1, 2, 3])
      await store.createMatch(matchRecord({ id: `match-${index}`, code: `CODE${index}` }));
    expect(await store.ownMatches()).toHaveLength(4);
    const other = await kind.open();
    const third = await kind.open();
    expect(await other.owners()).toEqual([{ epoch: store.epoch, aliveAtMs: expect.any(Number) }]);
    await store.close();
    const claims = await Promise.all(
      [other, third, other, third].map((one) => one.claimMatches({ most: 1 })),
    );
    expect(new Set(claims.flat().map(({ id }) => id)).size).toBe(4);
    expect(await other.ownMatches()).toHaveLength(2);
    expect(await third.ownMatches()).toHaveLength(2);
    expect(await third.hasCode('CODE1')).toBe(true);
    expect(await third.hasCode('CODE9')).toBe(false);
    await other.close();
    await third.close();
  });

  it.runIf(isShared)(
    'gives the matches of a process that was silent to another, and then the first changes nothing of them',
    async () => {
      await store.blobs.put('match-a/weights', new Uint8Array([1]));
      const other = await kind.open();
      expect(await other.claimMatches({ silent: [store.epoch + 100] })).toEqual([]);
      expect(await other.claimMatches({ silent: [store.epoch], fresh: [store.epoch] })).toEqual([]);
      expect(await other.claimMatches({ silent: [store.epoch] })).toHaveLength(1);
      expect(await store.ownMatches()).toEqual([]);
      expect(await store.append('match-a', [move(1)])).toBe('fenced');
      await expect(store.blobs.put('match-a/weights', new Uint8Array([2]))).rejects.toThrow(
        'another process',
      );
      await expect(store.blobs.remove('match-a/weights')).rejects.toThrow('another process');
      await store.removeMatch('match-a');
      expect(await other.matches()).toHaveLength(1);
      expect(await other.blobs.get('match-a/weights')).toEqual(new Uint8Array([1]));
      await other.close();
    },
  );
});
