import { describe, expect, it } from 'vitest';
import { HOST, player, SYSTEM, TestMatch } from './testing.ts';

describe('taking a seat', () => {
  it('fills the emptiest team', () => {
    const { match } = new TestMatch(2, ['ada', 'bo', 'cy']);
    expect(Object.values(match.players).map(({ teamId }) => teamId)).toEqual(['team-1', 'team-2', 'team-1']);
  });

  it.each([
    ['   ', 'lobby/name_empty'],
    ['\u200b\u202e', 'lobby/name_empty'],
    ['x'.repeat(21), 'lobby/name_too_long'],
    ['ADA ', 'lobby/name_taken'],
  ])('refuses the name %j with %s', (name, code) => {
    const test = new TestMatch();
    expect(test.seat('new', name)).toMatchObject({ ok: false, error: { code } });
    expect(test.match.players['new']).toBeUndefined();
  });

  it('refuses when every team is full, when locked, and after the end', () => {
    const full = new TestMatch(1, ['a', 'b', 'c', 'd']);
    expect(full.seat('e')).toMatchObject({ error: { code: 'lobby/full' } });
    const locked = new TestMatch();
    locked.act(HOST, { type: 'host/lock', locked: true });
    expect(locked.seat('late')).toMatchObject({ error: { code: 'lobby/locked' } });
    const over = new TestMatch().skipTo('debrief');
    expect(over.seat('late')).toMatchObject({ error: { code: 'lobby/closed' } });
  });

  it('seats a latecomer while the match runs', () => {
    expect(new TestMatch().skipTo('pretrain').seat('late').ok).toBe(true);
  });
});

describe('starting', () => {
  it('needs somebody', () => {
    expect(new TestMatch(2, []).act(HOST, { type: 'host/start' })).toMatchObject({
      error: { code: 'lobby/nobody_here' },
    });
  });

  it('drops empty teams', () => {
    const { match } = new TestMatch(3, ['ada', 'bo']).skipTo('data');
    expect(Object.keys(match.teams)).toEqual(['team-1', 'team-2']);
  });

  it("cuts the budget for the slowest team's best device", () => {
    const budgetWith = (slow: number, fast: number): number | null => {
      const test = new TestMatch(2, ['ada', 'bo', 'cy']);
      test.act(player('ada'), { type: 'lobby/probe', tokensPerSecond: fast, backend: 'wasm' });
      test.act(player('bo'), { type: 'lobby/probe', tokensPerSecond: slow, backend: 'wasm' });
      test.act(player('cy'), { type: 'lobby/probe', tokensPerSecond: 10, backend: 'js' });
      return test.skipTo('data').match.budgetFlops;
    };
    expect(budgetWith(20_000, 90_000)).toBe(budgetWith(20_000, 20_000));
    expect(budgetWith(40_000, 90_000)).toBeGreaterThan(budgetWith(20_000, 90_000) ?? 0);
  });
});

it('a removed player leaves every vote behind', () => {
  const test = new TestMatch(1, ['ada', 'bo', 'cy']).skipTo('scale');
  const plan = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
  test.act(player('ada'), { type: 'plan/propose', proposed: plan });
  test.act(HOST, { type: 'host/remove', playerId: 'ada' });
  expect(test.match.teams['team-1'].proposals).toEqual([]);
  expect(test.act(player('ada'), { type: 'plan/propose', proposed: plan })).toMatchObject({
    error: { code: 'lobby/no_such_player' },
  });
  expect(test.act(SYSTEM, { type: 'seat/connection', playerId: 'ada', connected: true }).ok).toBe(false);
});
