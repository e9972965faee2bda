/** What fits a message: every id by its maker, finite numbers, and nothing that every object inherits. */

import { describe, expect, it } from 'vitest';
import { makeId, makeToken } from '../../../server/match/random-ids.ts';
import { createTeam } from '../create.ts';
import { DEFAULT_DATA_PLAN } from '../stages/data/plan.ts';
import { madeId, RANDOM_ID_BYTES, TOKEN_BYTES } from '../ids.ts';
import { ANSWER_STYLES } from '../../world/packs.ts';
import { codeParam, kindParam, numberParam, probeParam, stageParam, styleParam } from './bodies.ts';
import { hostMove, joinOptions, moveRequest, playerMove } from './messages.ts';
import { plainBackend } from '../backend-words.ts';
import { PROTOCOL_VERSION } from './version.ts';

const INHERITED = Object.getOwnPropertyNames(Object.prototype);
const fits = (move: unknown): boolean =>
  playerMove.safeParse(move).success || hostMove.safeParse(move).success;

/** Every move with an id in it, but for the id. */
const WITH_ID: [string, (id: string) => unknown, () => string][] = [
  ['switch-team', (teamId) => ({ type: 'lobby/switch-team', teamId }), () => createTeam(7, 'Eighth').id],
  ['agree', (proposalId) => ({ type: 'plan/agree', proposalId }), () => madeId(makeId(), 123_456)],
  ['rate', (pairId) => ({ type: 'align/rate', pairId, choice: 'a' }), makeId],
  ['vote', (pairId) => ({ type: 'arena/vote', pairId, choice: 'tie' }), makeId],
  ['rename', (playerId) => ({ type: 'host/rename', playerId, name: 'Zed' }), makeId],
  ['remove', (playerId) => ({ type: 'host/remove', playerId }), makeId],
  ['seat who', (playerId) => ({ type: 'host/seat', playerId, teamId: 'team-1' }), makeId],
  [
    'seat where',
    (teamId) => ({ type: 'host/seat', playerId: makeId(), teamId }),
    () => createTeam(0, 'A').id,
  ],
  ['spotlight', (pairId) => ({ type: 'host/spotlight', answer: { pairId, side: 'a' } }), makeId],
];

describe.each(WITH_ID)('the id of %s', (_name, move, make) => {
  it('fits as its maker makes it', () => {
    for (let i = 0; i < 100; i++) expect(fits(move(make()))).toBe(true);
  });

  it.each([...INHERITED, '', 'x'.repeat(41), 'team-', 'team-123', `${'a'.repeat(12)}\n`, 'a b c d e f '])(
    'is not %j',
    (id) => expect(fits(move(id))).toBe(false),
  );
});

describe('a request', () => {
  const request = (change: object): boolean =>
    moveRequest.safeParse({ version: 1, id: 'a', move: { type: 'host/start' }, ...change }).success;

  it.each(['test-1', crypto.randomUUID(), 'f'.repeat(32)])('takes the id %s', (id) =>
    expect(request({ id })).toBe(true),
  );

  it.each(['', 'a/b', 'a:b', ' ', 'x'.repeat(65), 7, null])('refuses the id %j', (id) =>
    expect(request({ id })).toBe(false),
  );

  it.each([Number.NaN, Infinity, 1.5, -1, '1', undefined])('refuses the version %s', (version) =>
    expect(request({ version })).toBe(false),
  );
});

describe('a number in a move', () => {
  const WITH_NUMBER: [string, (value: unknown) => unknown][] = [
    ['speed', (tokensPerSecond) => ({ type: 'lobby/benchmark', tokensPerSecond, backend: 'js' })],
    ['document', (number) => ({ type: 'data/label', kind: 'web', number, verdict: 'keep' })],
    ['bid', (coins) => ({ type: 'auction/bid', coins })],
    ['extension', (seconds) => ({ type: 'host/extend', seconds })],
    ['bet', (bet) => propose('scale', { size: 'tiny', contextLength: 32, bet })],
    ['checkpoint', (rollBackTo) => propose('pretrain', { rollBackTo })],
    ['rate', (rateFactor) => propose('pretrain', { rateFactor })],
    ['share', (web) => propose('data', { ...DEFAULT_DATA_PLAN, shares: { web } })],
    ['held-out share', (heldOutShare) => propose('data', { ...DEFAULT_DATA_PLAN, heldOutShare })],
  ];
  const propose = (stage: string, plan: unknown) => ({ type: 'plan/propose', proposed: { stage, plan } });

  it.each(WITH_NUMBER)('is bounded and finite: %s', (_name, move) => {
    for (const value of [Number.NaN, Infinity, -Infinity, 1e300, -1e300, '1', []])
      expect(fits(move(value)), String(value)).toBe(false);
    expect([0.5, 1, 20].some((value) => fits(move(value)))).toBe(true);
  });
});

describe('a record by kind', () => {
  it.each([...INHERITED, 'gossip'])('has no entry %s', (name) => {
    const json = `{"web":"half","${name}":"whole"}`;
    const plan = { ...DEFAULT_DATA_PLAN, purchases: JSON.parse(json) as unknown };
    const parsed = playerMove.safeParse({ type: 'plan/propose', proposed: { stage: 'data', plan } });
    /* Zod leaves `__proto__` out, which is as good. */
    const kept = parsed.success ? JSON.stringify(parsed.data) : '';
    expect(kept).not.toContain('whole');
    expect('whole' in {}).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'admin'])('and no move has a field %s beside its own', (name) => {
    const move = JSON.parse(`{"type":"host/start","${name}":{"isHost":true}}`) as unknown;
    const parsed = hostMove.safeParse(move);
    expect(parsed.success && Object.keys(parsed.data).length > 1).toBe(false);
    expect('isHost' in {}).toBe(false);
  });
});

describe('before a message is read', () => {
  const joins = (token: unknown): boolean =>
    joinOptions.safeParse({ version: PROTOCOL_VERSION, token }).success;

  it('a token is one that the server made', () => {
    for (let i = 0; i < 100; i++) expect(joins(makeToken())).toBe(true);
    for (const token of [...INHERITED, '', 'A'.repeat(31), 'A'.repeat(33), `${'A'.repeat(31)}+`, 7])
      expect(joins(token)).toBe(false);
  });

  it('ids and tokens are as long as their bytes', () => {
    expect(Math.ceil((RANDOM_ID_BYTES * 8) / 6)).toBe(makeId().length);
    expect(Math.ceil((TOKEN_BYTES * 8) / 6)).toBe(makeToken().length);
  });
});

describe('places in a route', () => {
  it.each<[string, { safeParse(value: unknown): { success: boolean } }, string[], string[]]>([
    ['a code', codeParam, ['BOKA42', 'boka 42', 'bo-ka-42'], ['', 'BOKA', '../../x', 'BOKA42'.repeat(3)]],
    ['a kind', kindParam, ['web', 'stories'], ['gossip', '']],
    ['a style', styleParam, [...ANSWER_STYLES], ['']],
    ['a stage', stageParam, ['pretrain', 'fine-tune', 'align'], ['lobby', '']],
    ['a number', numberParam, ['0', '123456789'], ['', '-1', '1.5', '1e3', '0x10', '1234567890']],
    ['a probe', probeParam, [madeId(makeId(), 0)], ['', 'nonsense', `${makeId()}.`, `${makeId()}.-1`]],
  ])('%s', (_name, param, good, bad) => {
    expect(good.filter((value) => !param.safeParse(value).success)).toEqual([]);
    expect([...bad, ...INHERITED].filter((value) => param.safeParse(value).success)).toEqual([]);
  });
});

describe('what a device says it trains with', () => {
  const says = (backend: string): boolean => fits({ type: 'lobby/benchmark', tokensPerSecond: 1, backend });

  it.each(['wasm, 4 threads', 'webgpu: Radeon\u2122 \u00b7 Zoë’s', ''])('may be %j', (words) => {
    expect([says(words), plainBackend(words)]).toEqual([true, words]);
  });

  it.each([
    ['half a character', 'ab\ud83d', 'ab'],
    ['half a character within', 'a\ude00b', 'ab'],
    ['a control character', 'a\u0000b\nc', 'abc'],
    ['too long', 'x'.repeat(61), 'x'.repeat(60)],
  ])('is sent without %s', (_what, words, sent) => {
    expect([says(words), plainBackend(words), says(sent)]).toEqual([false, sent, true]);
  });
});
