/** Ids that name what every object inherits: refused like any unknown id, and harmless where they are a real one. */

import { afterEach, describe, expect, it } from 'vitest';
import { HOUSE_ID, type ArenaPair } from './stages/arena/state.ts';
import { DEFAULT_DATA_PLAN } from './stages/data/plan.ts';
import { lookUp } from './look-up.ts';
import type { Match } from './match.ts';
import type { Move, PlayerMove } from './moves.ts';
import type { Actor } from './stage.ts';
import { codeOf, HOST, must, player, SYSTEM, TestMatch } from './testing.ts';

const INHERITED = Object.getOwnPropertyNames(Object.prototype);
/** One such name of each kind: read by every object, and written through by plain assignment. */
const WORST = ['constructor', '__proto__'];

afterEach(() => expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(INHERITED));

const PAIR: ArenaPair = {
  id: 'duel',
  criterion: 'kind',
  question: 'Who is there?',
  evidence: '',
  a: 'I.',
  b: 'Go away.',
  who: { a: 'team-2', b: HOUSE_ID },
  referee: null,
};

describe.each(INHERITED)('the id %s', (id) => {
  const asHost: [Match['stage'], Move, string][] = [
    ['lobby', { type: 'host/rename', playerId: id, name: 'Zed' }, 'lobby/no_such_player'],
    ['lobby', { type: 'host/remove', playerId: id }, 'lobby/no_such_player'],
    ['lobby', { type: 'host/seat', playerId: id, teamId: 'team-1' }, 'lobby/no_such_player'],
    ['lobby', { type: 'host/seat', playerId: 'ada', teamId: id }, 'lobby/no_such_team'],
    ['arena', { type: 'host/spotlight', answer: { pairId: id, side: 'a' } }, 'arena/no_such_pair'],
    ['arena', { type: 'host/vote', pairId: id, choice: 'a' }, 'arena/no_such_pair'],
  ];
  const asAda: [Match['stage'], Move, string][] = [
    ['lobby', { type: 'lobby/switch-team', teamId: id }, 'lobby/no_such_team'],
    ['scale', { type: 'plan/agree', proposalId: id }, 'plan/no_such_proposal'],
    ['align', { type: 'align/rate', pairId: id, choice: 'a' }, 'align/no_such_pair'],
    ['arena', { type: 'arena/vote', pairId: id, choice: 'a' }, 'arena/no_such_pair'],
  ];
  const asServer: [Match['stage'], Move, string][] = [
    ['data', { type: 'seat/connection', playerId: id, connected: true }, 'lobby/no_such_player'],
    ['scale', { type: 'referee/text', teamId: id, text: { datasets: [] } }, 'lobby/no_such_team'],
    ['scale', { type: 'probe/lose', teamId: 'team-1', probeId: id }, 'scale/no_such_probe'],
  ];
  const cases: [string, Actor, Match['stage'], Move, string][] = [
    ...asHost.map((rest): [string, Actor, ...typeof rest] => ['of the host', HOST, ...rest]),
    ...asAda.map((rest): [string, Actor, ...typeof rest] => ['of a player', player('ada'), ...rest]),
    ...asServer.map((rest): [string, Actor, ...typeof rest] => ['of the server', SYSTEM, ...rest]),
  ];
  it.each(cases)('in a move %s is refused', (_who, actor, stage, move, code) => {
    const test = new TestMatch();
    if (stage !== 'lobby') test.skipTo(stage);
    const before = structuredClone(test.match);
    expect(codeOf(test.act(actor, move))).toBe(code);
    expect(test.match).toEqual(before);
  });
});

describe.each([...INHERITED, 'somebody-gone'])('a player called %s who is not there', (id) => {
  const moves: [Match['stage'], PlayerMove][] = [
    ['lobby', { type: 'lobby/benchmark', tokensPerSecond: 1, backend: 'js' }],
    ['lobby', { type: 'lobby/rename', name: 'Zed' }],
    ['lobby', { type: 'lobby/switch-team', teamId: 'team-2' }],
    ['data', { type: 'data/own-text', adds: true }],
    ['data', { type: 'data/label', kind: 'web', number: 1, verdict: 'keep' }],
    ['data', { type: 'auction/bid', coins: 20 }],
    ['data', { type: 'data/basket', change: { kind: 'web', portion: 'half' } }],
    ['scale', { type: 'plan/draft', drafted: { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } }],
    ['scale', { type: 'scale/probe', plan: { size: 'tiny', contextLength: 32, share: 1 / 32 } }],
    ['data', { type: 'plan/propose', proposed: { stage: 'data', plan: DEFAULT_DATA_PLAN } }],
    ['data', { type: 'plan/agree', proposalId: 'ada.1' }],
    ['align', { type: 'align/rate', pairId: 'pair', choice: 'a' }],
    ['arena', { type: 'arena/vote', pairId: 'pair', choice: 'a' }],
  ];
  it.each(moves)('gets nothing done in the stage %s', (stage, move) => {
    const test = new TestMatch();
    if (stage !== 'lobby') test.skipTo(stage);
    const before = structuredClone(test.match);
    expect(codeOf(test.act(player(id), move))).toBe('lobby/no_such_player');
    expect(test.match).toEqual(before);
  });
});

it.each(WORST)('a player whose id is %s plays like any other, and no other match knows of it', (id) => {
  const other = new TestMatch(2, ['ada']);
  const test = new TestMatch(2, [id, 'bo']);
  const me = player(id);
  const all = (moves: readonly Move[], actor = me) => moves.map((move) => codeOf(test.act(actor, move)));
  expect(test.player(id)).toMatchObject({ id, teamId: 'team-1', connected: true });
  const documents = { ...({} as Extract<Move, { type: 'referee/market' }>['documents']), web: 9 };
  test.skipTo('data').act(SYSTEM, { type: 'referee/market', documents });
  const label = { type: 'data/label', kind: 'web', number: 3, verdict: 'keep' } as const;
  expect(all([label, { type: 'auction/bid', coins: 20 }])).toEqual(['ok', 'ok']);
  expect(Object.keys(must(lookUp(test.team().now.data.labels, 'web/3')))).toEqual([id]);
  test.skipTo('align');
  const before = { kindShare: 0, trueShare: 0, inFormShare: 0, variety: 0 };
  const { question, evidence, a, b } = PAIR;
  const pair = { id: 'pair', trait: 'kind' as const, question, evidence, a, b };
  test.act(SYSTEM, { type: 'referee/paired', teamId: 'team-2', pairs: [pair], before });
  const rate = { type: 'align/rate', pairId: 'pair', choice: 'a' } as const;
  expect(all([rate, rate])).toEqual(['ok', 'ok']);
  test.skipTo('arena').act(SYSTEM, { type: 'referee/arena', pairs: [PAIR] });
  const vote = { type: 'arena/vote', pairId: 'duel', choice: 'a' } as const;
  expect(all([vote, vote])).toEqual(['ok', 'ok']);
  expect(all([{ type: 'host/remove', playerId: id }], HOST)).toEqual(['ok']);
  expect(Object.keys(test.match.players)).toEqual(['bo']);
  expect(lookUp(other.match.players, id)).toBeUndefined();
});

it.each(WORST)('a move whose id is %s counts once, and as one', (id) => {
  const test = new TestMatch();
  const move = { type: 'lobby/rename', name: 'Zed' } as const;
  expect(test.act(player('ada'), move, id)).toEqual({ ok: true, value: { repeated: false } });
  expect(test.act(player('ada'), move, id)).toEqual({ ok: true, value: { repeated: true } });
});

it('the moves of a player whose id is the word for the host are not the host’s', () => {
  const test = new TestMatch(1, ['host', 'ada']);
  test.act(player('host'), { type: 'lobby/rename', name: 'Zed' }, 'first');
  test.act(HOST, { type: 'host/lock', locked: true }, 'first');
  expect(test.match.locked).toBe(true);
});
