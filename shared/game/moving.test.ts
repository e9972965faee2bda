/** A player who is moved to another team, or removed, takes along what is still open, and leaves behind what was done. */

import { describe, expect, it } from 'vitest';
import { ballotOf } from './stages/arena/votes.ts';
import { HOUSE_ID, type ArenaPair } from './stages/arena/state.ts';
import { preferences } from './stages/align/preferences.ts';
import type { Move } from './moves.ts';
import { planRound } from './training/rounds.ts';
import { codeOf, HOST, must, player, PREPARED, SYSTEM, TestMatch } from './testing.ts';
import { sliceOf } from './slices.ts';

const tiny = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
const large = { stage: 'scale', plan: { size: 'large', contextLength: 64 } } as const;

const LEAVING: [string, Move][] = [
  ['is moved', { type: 'host/seat', playerId: 'ada', teamId: 'team-2' }],
  ['is removed', { type: 'host/remove', playerId: 'ada' }],
];

/** Ada, cy and eve in the first lab; bo and dee in the second. */
const five = (): TestMatch => {
  const test = new TestMatch(2, ['ada', 'bo', 'cy', 'dee', 'eve']);
  for (const id of ['ada', 'bo', 'cy'])
    test.act(player(id), { type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'wasm' });
  return test;
};

describe.each(LEAVING)('when a player %s', (_how, leave) => {
  it('proposals lose that voice, and one without any other goes', () => {
    const test = five().skipTo('scale');
    test.act(player('ada'), { type: 'plan/propose', proposed: tiny });
    test.act(HOST, leave);
    expect(test.team().proposals).toEqual([]);
  });

  it('the clock does not count that voice', () => {
    const test = five().skipTo('scale');
    test.act(player('cy'), { type: 'plan/propose', proposed: large });
    test.act(SYSTEM, { type: 'seat/take', playerId: 'fay', name: 'fay' });
    test.act(HOST, { type: 'host/seat', playerId: 'fay', teamId: 'team-1' });
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'fay', connected: true });
    test.act(player('fay'), { type: 'plan/propose', proposed: tiny });
    const proposalId = must(test.team().proposals.at(-1)).id;
    expect(codeOf(test.act(player('ada'), { type: 'plan/agree', proposalId }))).toBe('ok');
    test.act(HOST, leave);
    expect(test.team().proposals.map(({ agreedIds }) => agreedIds)).toEqual([['cy'], ['fay']]);
    test.act(HOST, { type: 'host/skip' });
    expect(test.team().now.scale.plan).toEqual(large.plan);
  });

  it('a round goes on without that device, and its rows are read by others', () => {
    const test = five().skipTo('pretrain');
    const run = { teamId: 'team-1', stage: 'pretrain' } as const;
    test.act(SYSTEM, { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED });
    test.act(SYSTEM, { type: 'round/run', ...run, rowsTotal: 100_000, tokensTotal: 6_000_000 });
    const planned = must(planRound(test.match, test.team(), 'pretrain', test.nowMs));
    expect(planned.shards.map(({ playerId }) => playerId)).toEqual(['ada', 'cy']);
    test.act(SYSTEM, { type: 'round/open', ...run, ...planned });
    test.act(HOST, leave);
    const { round, rowsLeft } = must(test.team().now.pretrain.run);
    expect(must(round).shards.map(({ playerId }) => playerId)).toEqual(['cy']);
    expect(rowsLeft[0]).toMatchObject({ startRow: 0 });
  });

  it('a probe that was asked for is given up, and counts no longer', () => {
    const test = five().skipTo('scale');
    test.act(SYSTEM, { type: 'referee/text', teamId: 'team-1', text: { datasets: [] } });
    const plan = { size: 'tiny', contextLength: 32, share: 1 / 32 } as const;
    expect(codeOf(test.act(player('ada'), { type: 'scale/probe', plan }))).toBe('ok');
    test.act(HOST, leave);
    expect(test.team().now.scale.probes.map(({ status }) => status)).toEqual(['lost']);
  });

  it('weights of a probe that are here already are still measured', () => {
    const test = five().skipTo('scale');
    test.act(SYSTEM, { type: 'referee/text', teamId: 'team-1', text: { datasets: [] } });
    const plan = { size: 'tiny', contextLength: 32, share: 1 / 32 } as const;
    test.act(player('ada'), { type: 'scale/probe', plan });
    const at = { teamId: 'team-1', probeId: must(test.team().now.scale.probes[0]).id };
    test.act(SYSTEM, { type: 'probe/lay', ...at, tokens: 1000 });
    test.act(SYSTEM, { type: 'probe/take', ...at, playerId: 'ada' });
    test.act(HOST, leave);
    expect(codeOf(test.act(SYSTEM, { type: 'probe/measure', ...at, bitsPerByte: 2 }))).toBe('ok');
  });
});

describe('ratings', () => {
  const rated = (): TestMatch => {
    const test = five().skipTo('align');
    const card = { trait: 'kind', question: 'Who?', evidence: '', a: 'I.', b: 'Go.' } as const;
    const before = { kindShare: 0, trueShare: 0, inFormShare: 0, variety: 0 };
    const pairs = [{ ...card, id: 'pair' }];
    test.act(SYSTEM, { type: 'referee/paired', teamId: 'team-1', pairs, before });
    test.act(player('ada'), { type: 'align/rate', pairId: 'pair', choice: 'a' });
    return test;
  };

  it('are everybody’s, so that moving changes none', () => {
    const test = rated();
    test.act(HOST, { type: 'host/seat', playerId: 'ada', teamId: 'team-2' });
    expect(preferences(test.match, 'team-1', 'own')).toHaveLength(1);
  });

  it('of a player who was removed count no longer: the same person may come back on another seat', () => {
    const test = rated();
    test.act(HOST, { type: 'host/remove', playerId: 'ada' });
    expect(preferences(test.match, 'team-1', 'own')).toEqual([]);
  });
});

describe('votes in the arena', () => {
  const duel = (id: string, teamId: string): ArenaPair => ({
    id,
    criterion: 'kind',
    referee: null,
    question: `Question ${id}?`,
    evidence: '',
    a: 'I.',
    b: 'Go.',
    who: { a: teamId, b: HOUSE_ID },
  });
  const voted = (): TestMatch => {
    const test = five().skipTo('arena');
    const pairs = [duel('one', 'team-1'), duel('two', 'team-2')];
    test.act(SYSTEM, { type: 'referee/arena', pairs });
    const vote = { type: 'arena/vote', pairId: 'two', choice: 'a' } as const;
    expect(codeOf(test.act(player('ada'), vote))).toBe('ok');
    return test;
  };

  it('on a lab are taken back when the voter moves there', () => {
    const test = voted();
    test.act(HOST, { type: 'host/seat', playerId: 'ada', teamId: 'team-2' });
    expect(sliceOf(test.match, 'arena').votes).toEqual({ two: {} });
    expect(ballotOf(test.match, 'ada')).toEqual([]);
  });

  it('of a player who was removed are taken back', () => {
    const test = voted();
    test.act(HOST, { type: 'host/remove', playerId: 'ada' });
    expect(sliceOf(test.match, 'arena').votes).toEqual({ two: {} });
    expect(Object.keys(sliceOf(test.match, 'arena').ballots)).not.toContain('ada');
  });

  it.each(LEAVING)('stand once the curtains are open, though a player %s', (_how, leave) => {
    const test = voted();
    test.act(HOST, { type: 'host/skip' });
    expect(sliceOf(test.match, 'arena').revealed).toBe(true);
    test.act(HOST, leave);
    expect(sliceOf(test.match, 'arena').votes).toEqual({ two: { ada: 'a' } });
  });
});

it('a player who is seated where he sits keeps everything', () => {
  const test = five().skipTo('scale');
  test.act(player('ada'), { type: 'plan/propose', proposed: tiny });
  expect(codeOf(test.act(HOST, { type: 'host/seat', playerId: 'ada', teamId: 'team-1' }))).toBe('ok');
  expect(test.team().proposals).toHaveLength(1);
});
