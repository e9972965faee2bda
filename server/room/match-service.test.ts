import { describe, expect, it } from 'vitest';
import { applyMove } from '../../shared/rules/apply.ts';
import { createMatch } from '../../shared/rules/create.ts';
import { createSettings } from '../../shared/rules/settings.ts';
import { createMemoryJournal, type Journal } from '../store/journal.ts';
import { createMatchService, SYSTEM } from './match-service.ts';

const newMatch = () =>
  createMatch({
    code: 'BOKA42',
    settings: createSettings('short'),
    teamNames: ['Mudlarks', 'Tin Hat', 'Big Kettle'],
    lotSeed: 9,
  });

function serve(journal: Journal = createMemoryJournal()) {
  const match = newMatch();
  const service = createMatchService({ match, matchId: 'm', journal, now: () => 1_000 });
  return { match, journal, service };
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

  it('takes no more moves once its journal failed', () => {
    const broken: Journal = {
      ...createMemoryJournal(),
      append: () => {
        throw new Error('disk full');
      },
    };
    const { service } = serve(broken);
    let changes = 0;
    service.onChange(() => changes++);
    expect(() => service.submit(ADA, SYSTEM)).toThrow('disk full');
    expect(service.submit({ ...ADA, playerId: 'bob', name: 'Bob' }, SYSTEM)).toEqual({
      ok: false,
      error: { code: 'protocol/server_busy' },
    });
    expect(changes).toBe(0);
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
    match.arena.pairs.one = { ...card, id: 'one', who: { a: 'team-1', b: 'house' } };
    const show = (side: 'a' | 'b') =>
      service.submit({ type: 'host/spotlight', answer: { pairId: 'one', side } }, { kind: 'host' });
    expect(show('a')).toEqual({ ok: false, error: { code: 'arena/rude_text' } });
    expect(match.arena.spotlight).toBeNull();
    expect(show('b').ok).toBe(true);
    expect(service.submit({ type: 'host/spotlight', answer: null }, { kind: 'host' }).ok).toBe(true);
  });
});
