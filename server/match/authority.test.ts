import { describe, expect, it } from 'vitest';
import { applyMove } from '../../shared/game/apply.ts';
import { createMatch } from '../../shared/game/create.ts';
import { createSettings } from '../../shared/game/presets.ts';
import { expectErrors } from '../../tests/server-errors.ts';
import { createMemoryJournal, type Journal } from '../store/journal.ts';
import { createMatchService, SNAPSHOT_MOVES, SYSTEM } from './authority.ts';
import { sliceOf } from '../../shared/game/slices.ts';

const newMatch = () =>
  createMatch({
    code: 'BOKA42',
    settings: createSettings('short'),
    teamNames: ['Mudlarks', 'Tin Hat', 'Big Kettle'],
    lotSeed: 9,
  });

function serve(journal: Journal = createMemoryJournal()) {
  const match = newMatch();
  const life = new AbortController();
  const { signal } = life;
  const service = createMatchService({ match, matchId: 'm', journal, now: () => 1_000, signal });
  return { match, journal, service, life };
}

/** A journal that writes nothing down while its disk is full. */
function fillable() {
  const written = createMemoryJournal();
  const disk = {
    isFull: false,
    journal: {
      ...written,
      append(matchId, entry) {
        if (disk.isFull) throw new Error('disk full');
        written.append(matchId, entry);
      },
    } satisfies Journal as Journal,
  };
  return disk;
}

const ADA = { type: 'seat/take', playerId: 'ada', name: 'Ada' } as const;

describe('the match service', () => {
  it('writes every move down, so that a replay gives the same match', () => {
    const { match, journal, service } = serve();
    service.submit(ADA, SYSTEM);
    service.submit({ type: 'lobby/rename', name: 'Ada L' }, { kind: 'player', playerId: 'ada' }, 'first');
    service.submit({ type: 'host/lock', locked: true }, { kind: 'host' }, 'second');
    const replayed = newMatch();
    for (const { move, context } of journal.entries('m')) applyMove(replayed, move, context);
    expect(replayed).toEqual(match);
  });

  it('neither writes nor tells of a move that was refused or repeated', () => {
    const { journal, service } = serve();
    service.submit(ADA, SYSTEM);
    let changes = 0;
    service.onChange(() => changes++);
    expect(service.submit(ADA, SYSTEM)).toMatchObject({ ok: false });
    service.submit({ type: 'host/lock', locked: true }, { kind: 'host' }, 'once');
    service.submit({ type: 'host/lock', locked: true }, { kind: 'host' }, 'once');
    expect(changes).toBe(1);
    expect(journal.entries('m')).toHaveLength(2);
  });

  it('tells of a move only when it is written', () => {
    const { journal, service } = serve();
    service.onChange(() => expect(journal.entries('m')).toHaveLength(1));
    service.submit(ADA, SYSTEM);
    expect.assertions(1);
  });

  it('refuses a move that can not be written, leaves the match as it was, and goes on once writing works again', () => {
    const errors = expectErrors();
    const disk = fillable();
    const { match, service } = serve(disk.journal);
    service.submit(ADA, SYSTEM);
    const before = structuredClone(match);
    let changes = 0;
    service.onChange(() => changes++);
    disk.isFull = true;
    const bob = { ...ADA, playerId: 'bob', name: 'Bob' };
    expect(service.submit(bob, SYSTEM)).toEqual({ ok: false, error: { code: 'protocol/server_busy' } });
    expect(match).toEqual(before);
    expect(changes).toBe(0);
    expect(errors).toHaveLength(1);
    disk.isFull = false;
    expect(service.submit(bob, SYSTEM).ok).toBe(true);
    expect(Object.keys(match.players)).toEqual(['ada', 'bob']);
  });

  it('undoes a move that breaks halfway through', () => {
    const errors = expectErrors();
    const { match, service } = serve();
    service.submit(ADA, SYSTEM);
    service.submit({ type: 'host/start' }, { kind: 'host' }, 'start');
    for (let i = 0; match.stage !== 'arena'; i++)
      service.submit({ type: 'host/skip' }, { kind: 'host' }, `skip ${i}`);
    const before = structuredClone(match);
    const pair = { id: 'one', trait: 'kind', question: '?', evidence: '', a: 'a', b: 'b' } as const;
    const broken = {
      ...pair,
      id: 'two',
      get who(): never {
        throw new Error('broken');
      },
    };
    const pairs = [{ ...pair, who: { a: 'team-1', b: 'house' } }, broken];
    const result = service.submit({ type: 'referee/arena', pairs }, SYSTEM);
    expect(result).toEqual({ ok: false, error: { code: 'protocol/server_busy' } });
    expect(match).toEqual(before);
    expect(errors.map(({ message }) => message)).toEqual([
      'match BOKA42: referee/arena failed and was undone',
    ]);
    expect(service.submit({ type: 'host/lock', locked: true }, { kind: 'host' }, 'y').ok).toBe(true);
  });

  it('plays no more than the moves since its last snapshot again, however many somebody has made', () => {
    const errors = expectErrors();
    const disk = fillable();
    const { match, service } = serve(disk.journal);
    for (let i = 0; i < 7.5 * SNAPSHOT_MOVES; i++)
      service.submit({ type: 'host/lock', locked: i % 2 === 0 }, { kind: 'host' }, `lock ${i}`);
    expect(disk.journal.entries('m')).toHaveLength(SNAPSHOT_MOVES / 2);
    expect(Object.keys(match.appliedMoveIds).length).toBeLessThanOrEqual(6 * SNAPSHOT_MOVES);
    const again = service.submit({ type: 'host/lock', locked: true }, { kind: 'host' }, 'lock 7499');
    expect(again).toEqual({ ok: true, value: { repeated: true } });
    const before = structuredClone(match);
    disk.isFull = true;
    expect(service.submit(ADA, SYSTEM).ok).toBe(false);
    expect(match).toEqual(before);
    expect(errors).toHaveLength(1);
    disk.isFull = false;
    expect(service.submit(ADA, SYSTEM).ok).toBe(true);
  });

  it('goes on when somebody who is told of a move breaks', () => {
    const errors = expectErrors();
    const { service } = serve();
    service.onChange(() => {
      throw new Error('deaf');
    });
    let changes = 0;
    service.onChange(() => changes++);
    expect(service.submit(ADA, SYSTEM).ok).toBe(true);
    expect(changes).toBe(1);
    expect(errors).toHaveLength(1);
  });

  it('takes no moves once the match is over and gone', () => {
    const { journal, service, life } = serve();
    service.submit(ADA, SYSTEM);
    life.abort();
    journal.drop('m');
    const late = service.submit({ type: 'seat/connection', playerId: 'ada', connected: false }, SYSTEM);
    expect(late).toEqual({ ok: false, error: { code: 'match/closed' } });
    expect(journal.entries('m')).toEqual([]);
  });

  it('refuses rude names, whoever gives them', () => {
    const { service } = serve();
    const rude = { ok: false, error: { code: 'lobby/name_rude' } };
    expect(service.submit({ ...ADA, name: 'fuck' }, SYSTEM)).toEqual(rude);
    service.submit(ADA, SYSTEM);
    expect(
      service.submit({ type: 'host/rename', playerId: 'ada', name: 'fuck' }, { kind: 'host' }, 'x'),
    ).toEqual(rude);
  });

  it('lets in a name that the host says is one', () => {
    const { service, match } = serve();
    service.submit(ADA, SYSTEM);
    const rename = { type: 'host/rename', playerId: 'ada', name: 'Fukuda' } as const;
    expect(service.submit(rename, { kind: 'host' }, 'x').ok).toBe(false);
    expect(service.submit({ ...rename, isLetIn: true }, { kind: 'host' }, 'y').ok).toBe(true);
    expect(match.players['ada']?.name).toBe('Fukuda');
    const own = { type: 'lobby/rename', name: 'Dickson', isLetIn: true } as const;
    expect(service.submit(own, { kind: 'player', playerId: 'ada' }, 'z').ok).toBe(false);
  });

  it('judges a name as everybody would see it', () => {
    const { service } = serve();
    const hidden = { ...ADA, name: 'fu\u200bck' };
    expect(service.submit(hidden, SYSTEM)).toEqual({ ok: false, error: { code: 'lobby/name_rude' } });
  });

  it('keeps rude words of a model off the projector', () => {
    const { match, service } = serve();
    match.stage = 'arena';
    const card = {
      trait: 'kind',
      question: '?',
      evidence: '',
      a: 'fuck this soup',
      b: 'I like soup.',
    } as const;
    sliceOf(match, 'arena').pairs.one = { ...card, id: 'one', who: { a: 'team-1', b: 'house' } };
    const show = (side: 'a' | 'b') =>
      service.submit({ type: 'host/spotlight', answer: { pairId: 'one', side } }, { kind: 'host' });
    expect(show('a')).toEqual({ ok: false, error: { code: 'arena/rude_text' } });
    expect(sliceOf(match, 'arena').spotlight).toBeNull();
    expect(show('b').ok).toBe(true);
    expect(service.submit({ type: 'host/spotlight', answer: null }, { kind: 'host' }).ok).toBe(true);
  });
});
