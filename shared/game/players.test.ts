import { describe, expect, it } from 'vitest';
import { cleanName } from './players.ts';
import { sliceOf } from './slices.ts';
import { codeOf, HOST, must, player, SYSTEM, TestMatch } from './testing.ts';

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

  it('says so where there is no team at all', () => {
    expect(codeOf(new TestMatch(0, []).seat('ada'))).toBe('lobby/no_such_team');
  });

  it('never pushes out who sits there under the same id', () => {
    const test = new TestMatch();
    const before = structuredClone(test.match);
    expect(codeOf(test.seat('ada', 'Somebody else'))).toBe('protocol/bad_message');
    expect(test.match).toEqual(before);
  });

  it('seats a latecomer while the match runs', () => {
    expect(new TestMatch().skipTo('pretrain').seat('late').ok).toBe(true);
  });
});

describe('a name', () => {
  it.each([
    ['  Ada \t  L ', 'Ada L'],
    ['f\u200bu\u00adn', 'fun'],
    ['\u202eada\u0007', 'ada'],
    ['Ａｄａ', 'Ada'],
    ['\u200b', ''],
    ['\u3164\u2800\u115f', ''],
    ['f\u034fu\ufe0fn', 'fun'],
    ['Rene\u200d\u0301', 'René'],
    ['\u0332\u0332', ''],
    ['Ada \u0332', 'Ada'],
    [`Z${'\u0300'.repeat(40)}o`, 'Z\u0300\u0300\u0300o'],
    ['\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['\u2764\ufe0f\u200d\u{1f525}', '\u2764\u200d\u{1f525}'],
    ['a\u200db', 'ab'],
    ['นิรันดร์', 'นิรันดร์'],
  ])('%j is shown, and so judged, as %j', (name, shown) => {
    expect(cleanName(name)).toBe(shown);
    expect(cleanName(shown)).toBe(shown);
    if (shown) expect(new TestMatch(2, []).seat('new', name).ok).toBe(true);
  });
});

describe('changing the team', () => {
  const change = (test: TestMatch, teamId: string): string[] => [
    codeOf(test.act(player('ada'), { type: 'lobby/switch-team', teamId })),
    codeOf(test.act(HOST, { type: 'host/seat', playerId: 'ada', teamId })),
  ];

  it('goes to a team that is there and has room', () => {
    const test = new TestMatch(2, ['ada', 'bo', 'cy']);
    expect(change(test, 'team-2')).toEqual(['ok', 'ok']);
    expect(test.player('ada').teamId).toBe('team-2');
  });

  it.each([['team-9'], ['team-0'], [''], ['Mudlarks']])('never goes to %j, which is none', (teamId) => {
    const test = new TestMatch(2, ['ada', 'bo', 'cy']);
    expect(change(test, teamId)).toEqual(['lobby/no_such_team', 'lobby/no_such_team']);
    expect(test.player('ada').teamId).toBe('team-1');
  });

  it('never goes to a team that left when the match began', () => {
    const test = new TestMatch(3, ['ada', 'bo']).skipTo('data');
    const seat = { type: 'host/seat', playerId: 'ada', teamId: 'team-3' } as const;
    expect(codeOf(test.act(HOST, seat))).toBe('lobby/no_such_team');
  });
});

describe('starting', () => {
  it('needs somebody', () => {
    expect(new TestMatch(2, []).act(HOST, { type: 'host/start' })).toMatchObject({
      error: { code: 'lobby/nobody_here' },
    });
  });

  it('needs somebody in a lab that is there', () => {
    const test = new TestMatch(2, ['ada']);
    test.player('ada').teamId = 'team-9';
    const before = structuredClone(test.match);
    expect(codeOf(test.act(HOST, { type: 'host/start' }))).toBe('lobby/nobody_here');
    expect(test.match).toEqual(before);
  });

  it('waits for the end of a pause', () => {
    const test = new TestMatch();
    test.match.pausedAtMs = test.nowMs;
    expect(codeOf(test.act(HOST, { type: 'host/start' }))).toBe('match/paused');
    expect(test.match.stage).toBe('lobby');
  });

  it('drops empty teams', () => {
    const { match } = new TestMatch(3, ['ada', 'bo']).skipTo('data');
    expect(Object.keys(match.teams)).toEqual(['team-1', 'team-2']);
  });

  it("cuts the budget for the slowest team's best device", () => {
    const budgetWith = (slow: number, fast: number): number | null => {
      const test = new TestMatch(2, ['ada', 'bo', 'cy']);
      test.act(player('ada'), { type: 'lobby/benchmark', tokensPerSecond: fast, backend: 'wasm' });
      test.act(player('bo'), { type: 'lobby/benchmark', tokensPerSecond: slow, backend: 'wasm' });
      test.act(player('cy'), { type: 'lobby/benchmark', tokensPerSecond: 10, backend: 'js' });
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
  expect(test.team().proposals).toEqual([]);
  expect(test.act(player('ada'), { type: 'plan/propose', proposed: plan })).toMatchObject({
    error: { code: 'lobby/no_such_player' },
  });
  expect(test.act(SYSTEM, { type: 'seat/connection', playerId: 'ada', connected: true }).ok).toBe(false);
});

describe('a sign of a page', () => {
  it('is remembered with its time, and is none any more with a new line', () => {
    const test = new TestMatch(1, ['ada']);
    const ada = () => test.match.players['ada'];
    test.nowMs += 5_000;
    test.act(player('ada'), { type: 'seat/sign', sign: 'hidden' });
    expect(ada()).toMatchObject({ sign: 'hidden', signSinceMs: test.nowMs });
    const saidMs = test.nowMs;
    test.nowMs += 5_000;
    test.act(player('ada'), { type: 'seat/sign', sign: 'hidden' });
    expect(ada()).toMatchObject({ signSinceMs: saidMs });
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'ada', connected: true });
    expect(ada()).toMatchObject({ sign: 'here', signSinceMs: test.nowMs });
  });

  it('is no older by a pause', () => {
    const test = new TestMatch(1, ['ada']).skipTo('data');
    test.act(player('ada'), { type: 'seat/sign', sign: 'idle' });
    test.act(HOST, { type: 'host/pause' });
    test.nowMs += 60_000;
    test.act(HOST, { type: 'host/resume' });
    expect(test.match.players['ada']).toMatchObject({ sign: 'idle', signSinceMs: test.nowMs });
  });
});

describe('a player whom the host has removed', () => {
  const remove = { type: 'host/remove', playerId: 'ada' } as const;
  const takeBack = { type: 'host/take-back', playerId: 'ada' } as const;

  it('gets the same seat back: the name, the lab, the device', () => {
    const test = new TestMatch().skipTo('data');
    test.act(player('ada'), { type: 'lobby/benchmark', tokensPerSecond: 900, backend: 'wasm' });
    const before = structuredClone(test.player('ada'));
    test.act(HOST, remove);
    expect(test.match.players['ada']).toBeUndefined();
    expect(codeOf(test.act(player('ada'), { type: 'auction/bid', coins: 20 }))).toBe('lobby/no_such_player');
    test.nowMs += 9_000;
    expect(codeOf(test.act(HOST, takeBack))).toBe('ok');
    expect(test.player('ada')).toMatchObject({
      name: before.name,
      teamId: before.teamId,
      device: before.device,
      connected: false,
      absentSinceMs: test.nowMs,
    });
    expect(test.match.removed).toEqual({});
    expect(codeOf(test.act(HOST, takeBack))).toBe('lobby/no_such_player');
  });

  it('votes again, on a ballot of their own', () => {
    const test = new TestMatch().skipTo('arena');
    test.act(HOST, remove);
    test.act(SYSTEM, { type: 'referee/arena', pairs: [] });
    test.act(HOST, takeBack);
    expect(must(sliceOf(test.match, 'arena').ballots['ada'])).toEqual([]);
  });

  it('does not push anybody out who has the name or the place by now', () => {
    const test = new TestMatch(1, ['ada', 'bo', 'cy', 'dee']);
    test.act(HOST, remove);
    test.seat('ada-2', 'ADA');
    expect(codeOf(test.act(HOST, takeBack))).toBe('lobby/name_taken');
    test.act(HOST, { type: 'host/rename', playerId: 'ada-2', name: 'Eve' });
    expect(codeOf(test.act(HOST, takeBack))).toBe('lobby/team_full');
  });

  it('comes to the smallest lab where the own one is gone', () => {
    const test = new TestMatch(2, ['ada', 'bo', 'cy']);
    test.act(HOST, { type: 'host/remove', playerId: 'bo' });
    test.act(HOST, { type: 'host/start' });
    expect(codeOf(test.act(HOST, { type: 'host/take-back', playerId: 'bo' }))).toBe('ok');
    expect(test.player('bo').teamId).toBe('team-1');
  });
});
