import { describe, expect, it, vi } from 'vitest';
import { applyMove } from '../../shared/game/apply.ts';
import { createMatch } from '../../shared/game/create.ts';
import type { Match } from '../../shared/game/match.ts';
import { createSettings } from '../../shared/game/presets.ts';
import { sliceOf } from '../../shared/game/slices.ts';
import { expectErrors } from '../../tests/server-errors.ts';
import { openMemoryStore } from '../store/memory.ts';
import type { Store } from '../store/ports.ts';
import { createMatchService, SNAPSHOT_MOVES, SYSTEM, type MatchService } from './authority.ts';
import { recoverMatch } from './recovery.ts';
import { firstSnapshot, keepSnapshot, newestSnapshot, REPLAYABLE_MOVES } from './snapshots.ts';
import { createMatchValues } from './values.ts';

const newMatch = () =>
  createMatch({
    code: 'BOKA42',
    settings: createSettings('short'),
    teamNames: ['Mudlarks', 'Tin Hat', 'Big Kettle'],
    lotSeed: 9,
  });

async function serve(store: Store = openMemoryStore()) {
  const match = newMatch();
  const life = new AbortController();
  const { signal } = life;
  const values = createMatchValues('m', store.blobs);
  await store.createMatch({ id: 'm', code: match.code, address: '', openedAtMs: 0, seeds: {} });
  await keepSnapshot(store, 'm', match);
  const onTakenOver = vi.fn<() => void>();
  const service = createMatchService({
    match,
    matchId: 'm',
    store,
    values,
    now: () => 1_000,
    signal,
    onTakenOver,
  });
  return { match, store, values, service, life, onTakenOver };
}

const movesOf = async (store: Store) => (await store.movesAfter('m', 0)).moves;

/** Makes so many moves, faster than anybody does, and waits for each snapshot. */
async function flood(service: MatchService, store: Store, moves: number): Promise<void> {
  for (let i = 0; i < moves; i++) {
    service.submit(lock(i % 2 === 0), HOST, `lock ${i}`);
    if (i % 100 === 0) await service.written();
    if (i % SNAPSHOT_MOVES > 0) continue;
    const before = i - 1.5 * SNAPSHOT_MOVES;
    await vi.waitFor(async () =>
      expect((await newestSnapshot(store, 'm'))?.match.sequence).toBeGreaterThanOrEqual(before),
    );
  }
  await service.written();
}

/** A store that is slow where a test says so, or fails, before or after it has written. */
function unreliable() {
  const store = openMemoryStore();
  let letGo: (() => void) | null = null;
  const disk = {
    state: 'well' as 'well' | 'slow' | 'full' | 'deaf',
    /** Lets the slow write finish that is under way or about to begin. */
    async finish() {
      await vi.waitFor(() => expect(letGo).not.toBeNull());
      letGo?.();
      letGo = null;
    },
    store: {
      ...store,
      async append(matchId, moves) {
        if (disk.state === 'full') throw new Error('disk full');
        if (disk.state === 'slow') await new Promise<void>((resolve) => (letGo = resolve));
        const outcome = await store.append(matchId, moves);
        if (disk.state === 'deaf') throw new Error('the answer was lost');
        return outcome;
      },
    } satisfies Store as Store,
  };
  return disk;
}

const ADA = { type: 'seat/take', playerId: 'ada', name: 'Ada' } as const;
const BOB = { type: 'seat/take', playerId: 'bob', name: 'Bob' } as const;
const HOST = { kind: 'host' } as const;
const BUSY = { ok: false, error: { code: 'protocol/server_busy' } };
const lock = (locked: boolean) => ({ type: 'host/lock', locked }) as const;

describe('the match service', () => {
  it('writes every move down, so that a replay gives the same match', async () => {
    const { match, store, service } = await serve();
    await service.perform(ADA, SYSTEM);
    await service.perform(
      { type: 'lobby/rename', name: 'Ada L' },
      { kind: 'player', playerId: 'ada' },
      'first',
    );
    await service.perform(lock(true), HOST, 'second');
    const replayed = newMatch();
    for (const { json } of await movesOf(store)) {
      const { move, context } = JSON.parse(json) as {
        move: typeof ADA;
        context: { id: string; actor: typeof SYSTEM; nowMs: number };
      };
      applyMove(replayed, move, context);
    }
    expect(replayed).toEqual(match);
    expect(service.shown).toEqual(match);
  });

  it('lets both copies of the match have what a move worked out once, and neither a part of the other', async () => {
    const { match, service } = await serve();
    await service.perform(ADA, SYSTEM);
    await service.perform({ type: 'host/start' }, HOST);
    while (match.stage !== 'arena') await service.perform({ type: 'host/skip' }, HOST);
    const card = { criterion: 'kind', referee: 'a', question: '?', evidence: '', a: 'x', b: 'y' } as const;
    const pair = { ...card, id: 'one', who: { a: 'team-2', b: 'house' } };
    await service.perform({ type: 'referee/arena', pairs: [pair] }, SYSTEM);
    const vote = { type: 'arena/vote', pairId: 'one', choice: 'b' } as const;
    await service.perform(vote, { kind: 'player', playerId: 'ada' });
    await service.perform({ type: 'host/skip' }, HOST);
    expect(sliceOf(service.shown, 'arena').verdict?.ratings).toHaveLength(2);
    expect(service.shown).toEqual(match);
    const [first, second] = [sliceOf(match, 'arena'), sliceOf(service.shown, 'arena')];
    expect(first.verdict).not.toBe(second.verdict);
    expect(first.ballots['ada']).not.toBe(second.ballots['ada']);
  });

  it('neither writes nor tells of a move that was refused or repeated', async () => {
    const { store, service } = await serve();
    await service.perform(ADA, SYSTEM);
    let changes = 0;
    service.onChange(() => changes++);
    expect(await service.perform(ADA, SYSTEM)).toMatchObject({ ok: false });
    await service.perform(lock(true), HOST, 'once');
    expect(await service.perform(lock(true), HOST, 'once')).toEqual({ ok: true, value: { repeated: true } });
    expect(changes).toBe(1);
    expect(await movesOf(store)).toHaveLength(2);
  });

  it('shows and tells of a move only when it is written, and refuses nobody because of one that is not', async () => {
    const disk = unreliable();
    const { service } = await serve(disk.store);
    disk.state = 'slow';
    let changes = 0;
    service.onChange(() => changes++);
    const answers: string[] = [];
    const note = (what: string) => () => void answers.push(what);
    const seated = service.perform(ADA, SYSTEM, 'a').then(note('seated'));
    const repeated = service.perform(ADA, SYSTEM, 'a').then(note('taken'));
    const taken = service.perform({ ...BOB, name: 'Ada' }, SYSTEM).then(note('name taken'));
    await vi.waitFor(() => expect(service.match.players).toHaveProperty('ada'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([service.shown.players, changes, answers]).toEqual([{}, 0, []]);
    await disk.finish();
    await Promise.all([seated, repeated, taken]);
    expect(Object.keys(service.shown.players)).toEqual(['ada']);
    expect([changes, answers]).toEqual([1, ['seated', 'taken', 'name taken']]);
  });

  it('writes together what came while it was writing', async () => {
    const disk = unreliable();
    const append = vi.spyOn(disk.store, 'append');
    const { service } = await serve(disk.store);
    disk.state = 'slow';
    service.submit(ADA, SYSTEM);
    await vi.waitFor(() => expect(append).toHaveBeenCalledTimes(1));
    for (let i = 0; i < 9; i++) service.submit(lock(i % 2 === 0), HOST, `lock ${i}`);
    disk.state = 'well';
    await disk.finish();
    await service.written();
    expect(append.mock.calls.map(([, moves]) => moves.length)).toEqual([1, 9]);
  });

  it('refuses what can not be written, leaves the match as it was, and goes on once writing works again', async () => {
    const errors = expectErrors();
    const disk = unreliable();
    const { match, service } = await serve(disk.store);
    await service.perform(ADA, SYSTEM);
    const before = structuredClone(match);
    let changes = 0;
    service.onChange(() => changes++);
    disk.state = 'full';
    const tries = [BOB, { ...BOB, playerId: 'cy', name: 'Cy' }].map((move) => service.perform(move, SYSTEM));
    expect(await Promise.all(tries)).toEqual([BUSY, BUSY]);
    expect([match, service.shown, changes, service.isOpen]).toEqual([before, before, 0, false]);
    expect(service.submit(BOB, SYSTEM)).toEqual(BUSY);
    expect(errors).toHaveLength(1);
    disk.state = 'well';
    await vi.waitFor(() => expect(service.isOpen).toBe(true));
    expect((await service.perform(BOB, SYSTEM)).ok).toBe(true);
    expect(Object.keys(service.shown.players)).toEqual(['ada', 'bob']);
  });

  it('counts a move that was written although the answer of the store was lost', async () => {
    expectErrors();
    const disk = unreliable();
    const { service, store } = await serve(disk.store);
    disk.state = 'deaf';
    expect(await service.perform(lock(true), HOST, 'x')).toEqual(BUSY);
    disk.state = 'well';
    await vi.waitFor(() => expect(service.shown.locked).toBe(true));
    expect(await service.perform(lock(true), HOST, 'x')).toEqual({ ok: true, value: { repeated: true } });
    await service.perform(lock(false), HOST, 'y');
    expect(await movesOf(store)).toHaveLength(2);
  });

  it('writes no move down before the weights that it may name, and refuses it where these can not be kept', async () => {
    const errors = expectErrors();
    const store = openMemoryStore();
    let isFull = false;
    const put = store.blobs.put;
    store.blobs.put = (name, bytes) => (isFull ? Promise.reject(new Error('disk full')) : put(name, bytes));
    const { service, values } = await serve(store);
    isFull = true;
    values.put('weights', new Uint8Array(4));
    expect(await service.perform(ADA, SYSTEM)).toEqual(BUSY);
    expect(await movesOf(store)).toEqual([]);
    expect(errors).toHaveLength(1);
  });

  it('undoes a move that breaks halfway through, and none of those before it', async () => {
    const errors = expectErrors();
    const disk = unreliable();
    const { match, service } = await serve(disk.store);
    await service.perform(ADA, SYSTEM);
    await service.perform({ type: 'host/start' }, HOST, 'start');
    for (let i = 0; match.stage !== 'arena'; i++)
      await service.perform({ type: 'host/skip' }, HOST, `skip ${i}`);
    disk.state = 'slow';
    service.submit(lock(true), HOST, 'lock');
    const before = structuredClone(match);
    const pair = {
      id: 'one',
      criterion: 'kind',
      question: '?',
      evidence: '',
      a: 'a',
      b: 'b',
      referee: null,
    } as const;
    const pairs = [{ ...pair, who: { a: 'team-1', b: 'house' } }, null as unknown as never];
    expect(service.submit({ type: 'referee/arena', pairs }, SYSTEM)).toEqual(BUSY);
    expect(match).toEqual(before);
    expect(errors.map(({ message }) => message)).toEqual([
      'match BOKA42: referee/arena failed and was undone',
    ]);
    await disk.finish();
    await service.written();
    expect(service.shown).toEqual(before);
  });

  it('keeps all moves of a match, so that it can be played again, and few snapshots', async () => {
    const { store, service } = await serve();
    await flood(service, store, 4.5 * SNAPSHOT_MOVES);
    await vi.waitFor(async () => expect(await store.blobs.list('m/')).toHaveLength(3));
    expect(await movesOf(store)).toHaveLength(4.5 * SNAPSHOT_MOVES);
    expect(await firstSnapshot(store, 'm')).toMatchObject({ match: newMatch() });
  });

  it('keeps a snapshot and forgets what it tells, however many moves somebody makes', async () => {
    const { match, store, service } = await serve();
    const all = REPLAYABLE_MOVES + 2.5 * SNAPSHOT_MOVES;
    await flood(service, store, all);
    await vi.waitFor(async () => expect(await store.blobs.list('m/')).toHaveLength(2));
    const { moves } = await store.movesAfter('m', match.sequence - 1);
    expect(moves).toHaveLength(1);
    expect((await movesOf(store)).length).toBe(0);
    expect(Object.keys(match.appliedMoveIds).length).toBeLessThanOrEqual(6 * SNAPSHOT_MOVES);
    expect(await service.perform(lock(true), HOST, `lock ${all - 1}`)).toEqual({
      ok: true,
      value: { repeated: true },
    });
    const recovered = await recoverMatch(store, 'm');
    expect(recovered).toMatchObject({ kind: 'match', isDamaged: false });
    expect((recovered as { match: Match }).match).toEqual(match);
  });

  it('gives a match up that another process has taken over', async () => {
    const store = openMemoryStore();
    const { service, onTakenOver } = await serve(store);
    store.append = async () => 'fenced';
    expect(await service.perform(ADA, SYSTEM)).toEqual(BUSY);
    expect(service.isOpen).toBe(false);
    expect(onTakenOver).toHaveBeenCalledTimes(1);
  });

  it('goes on when somebody who is told of a move breaks', async () => {
    const errors = expectErrors();
    const { service } = await serve();
    service.onChange(() => {
      throw new Error('deaf');
    });
    let changes = 0;
    service.onChange(() => changes++);
    expect((await service.perform(ADA, SYSTEM)).ok).toBe(true);
    expect(changes).toBe(1);
    expect(errors).toHaveLength(1);
  });

  it('takes no moves once the match is over and gone', async () => {
    const disk = unreliable();
    const { store, service, life } = await serve(disk.store);
    await service.perform(ADA, SYSTEM);
    disk.state = 'slow';
    const underWay = service.perform(BOB, SYSTEM);
    await vi.waitFor(() => expect(service.match.players).toHaveProperty('bob'));
    life.abort();
    const closed = { ok: false, error: { code: 'match/closed' } };
    expect(await underWay).toEqual(closed);
    const late = { type: 'seat/connection', playerId: 'ada', connected: false } as const;
    expect(await service.perform(late, SYSTEM)).toEqual(closed);
    expect(await movesOf(store)).toHaveLength(1);
  });

  it('refuses rude names, whoever gives them', async () => {
    const { service } = await serve();
    const rude = { ok: false, error: { code: 'lobby/name_rude' } };
    expect(service.submit({ ...ADA, name: 'fuck' }, SYSTEM)).toEqual(rude);
    service.submit(ADA, SYSTEM);
    expect(
      service.submit({ type: 'host/rename', playerId: 'ada', name: 'fuck' }, { kind: 'host' }, 'x'),
    ).toEqual(rude);
  });

  it('lets in a name that the host says is one', async () => {
    const { service, match } = await serve();
    service.submit(ADA, SYSTEM);
    const rename = { type: 'host/rename', playerId: 'ada', name: 'Fukuda' } as const;
    expect(service.submit(rename, { kind: 'host' }, 'x').ok).toBe(false);
    expect(service.submit({ ...rename, isLetIn: true }, { kind: 'host' }, 'y').ok).toBe(true);
    expect(match.players['ada']?.name).toBe('Fukuda');
    const own = { type: 'lobby/rename', name: 'Dickson', isLetIn: true } as const;
    expect(service.submit(own, { kind: 'player', playerId: 'ada' }, 'z').ok).toBe(false);
  });

  it('judges a name as everybody would see it', async () => {
    const { service } = await serve();
    const hidden = { ...ADA, name: 'fu\u200bck' };
    expect(service.submit(hidden, SYSTEM)).toEqual({ ok: false, error: { code: 'lobby/name_rude' } });
  });

  it('keeps rude words from the host’s desk, in a question as in an answer', async () => {
    const { match, service } = await serve();
    await service.perform(ADA, SYSTEM);
    const share = (question: string, answer: string) =>
      service.submit(
        { type: 'talk/share', voice: 'base', ofTeamId: 'team-1', question, answer },
        { kind: 'player', playerId: ADA.playerId },
      );
    const rude = { ok: false, error: { code: 'talk/rude_text' } };
    expect([share('fuck soup?', 'Yes.'), share('Soup?', 'fuck this soup')]).toEqual([rude, rude]);
    expect(match.shared.answers).toEqual([]);
    expect(share('Soup?', 'Yes, soup.').ok).toBe(true);
  });

  it('keeps rude words of a model off the projector', async () => {
    const { match, service } = await serve();
    await service.perform(ADA, SYSTEM);
    await service.perform({ type: 'host/start' }, HOST, 'start');
    for (let i = 0; match.stage !== 'arena'; i++)
      await service.perform({ type: 'host/skip' }, HOST, `skip ${i}`);
    const card = {
      criterion: 'kind',
      referee: null,
      question: '?',
      evidence: '',
      a: 'fuck this soup',
      b: 'I like soup.',
    } as const;
    for (const copy of [match, service.shown])
      sliceOf(copy, 'arena').pairs.one = { ...card, id: 'one', who: { a: 'team-1', b: 'house' } };
    const show = (side: 'a' | 'b') =>
      service.submit({ type: 'host/spotlight', answer: { pairId: 'one', side } }, { kind: 'host' });
    expect(show('a')).toEqual({ ok: false, error: { code: 'arena/rude_text' } });
    expect(sliceOf(match, 'arena').spotlight).toBeNull();
    expect(show('b').ok).toBe(true);
    expect(service.submit({ type: 'host/spotlight', answer: null }, { kind: 'host' }).ok).toBe(true);
  });
});
