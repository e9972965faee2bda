import { describe, expect, it } from 'vitest';
import { DEFAULT_ALIGN_TRAINING } from './stages/align/state.ts';
import { DATA_BUDGET_COINS } from './stages/data/coins.ts';
import { DEFAULT_DATA_PLAN, costOf, type DataPlan } from './stages/data/plan.ts';
import { DEFAULT_FINE_TUNE_PLAN } from './stages/fine-tune/plan.ts';
import { OVERTIME_SECONDS } from './stages/fine-tune/rules.ts';
import { HOST, must, player, SYSTEM, TestMatch } from './testing.ts';

const tiny = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
const large = { stage: 'scale', plan: { size: 'large', contextLength: 64 } } as const;

describe('deciding together', () => {
  it('commits at once in a team of one', () => {
    const test = new TestMatch(2, ['ada', 'bo']).skipTo('scale');
    test.act(player('ada'), { type: 'plan/propose', proposed: tiny });
    expect(test.team().now.scale.plan).toEqual(tiny.plan);
    expect(test.team('team-2').now.scale.plan).toBeNull();
  });

  it('waits for a majority of three, and lets a member change sides', () => {
    const test = new TestMatch(1, ['ada', 'bo', 'cy']).skipTo('scale');
    const team = test.team();
    test.act(player('ada'), { type: 'plan/propose', proposed: tiny });
    test.act(player('bo'), { type: 'plan/propose', proposed: large });
    expect(team.now.scale.plan).toBeNull();
    test.act(player('cy'), { type: 'plan/agree', proposalId: must(team.proposals[1]).id });
    expect(team.now.scale.plan).toEqual(large.plan);
  });

  const leave = (test: TestMatch, ...ids: string[]): void => {
    for (const playerId of ids) test.act(SYSTEM, { type: 'seat/connection', playerId, connected: false });
  };
  const settle = (test: TestMatch) => test.act(SYSTEM, { type: 'plan/settle' });

  it('waits a minute for who is gone, and then counts only who is here', () => {
    const test = new TestMatch(1, ['ada', 'bo']).skipTo('scale');
    test.act(player('ada'), { type: 'plan/propose', proposed: tiny });
    leave(test, 'bo');
    test.nowMs += 59_000;
    expect(settle(test).ok).toBe(false);
    expect(test.team().now.scale.plan).toBeNull();
    test.nowMs += 1_000;
    expect(settle(test).ok).toBe(true);
    expect(test.team().now.scale.plan).toEqual(tiny.plan);
  });

  it('does not take one voice for a majority when the others fell asleep in a pause', () => {
    const test = new TestMatch(1, ['ada', 'bo', 'cy']).skipTo('scale');
    test.act(player('ada'), { type: 'plan/propose', proposed: tiny });
    test.act(HOST, { type: 'host/pause' });
    test.nowMs += 10_000;
    leave(test, 'bo', 'cy');
    test.nowMs += 600_000;
    test.act(HOST, { type: 'host/resume' });
    test.nowMs += 59_000;
    expect(settle(test).ok).toBe(false);
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'bo', connected: true });
    test.nowMs += 600_000;
    expect(settle(test).ok).toBe(false);
    expect(test.team().now.scale.plan).toBeNull();
    test.act(player('bo'), { type: 'plan/agree', proposalId: must(test.team().proposals[0]).id });
    expect(test.team().now.scale.plan).toEqual(tiny.plan);
  });

  it('takes the leading proposal when the clock runs out, else the default', () => {
    const test = new TestMatch(2, ['ada', 'bo', 'cy', 'dee']).skipTo('scale');
    test.act(player('ada'), { type: 'plan/propose', proposed: large });
    test.nowMs += 3_600_000;
    test.act(SYSTEM, { type: 'clock/expire' });
    expect(test.match.stage).toBe('pretrain');
    expect(test.team().now.scale.plan).toEqual(large.plan);
    expect(test.team('team-2').defaulted).toContain('scale');
  });

  it('is agreed when two propose the same at once', () => {
    const test = new TestMatch(1, ['ada', 'bo', 'cy']).skipTo('scale');
    test.act(player('ada'), { type: 'plan/propose', proposed: tiny });
    const turned = { stage: 'scale', plan: { contextLength: 32, size: 'tiny' } } as const;
    test.act(player('bo'), { type: 'plan/propose', proposed: turned });
    expect(test.team().now.scale.plan).toEqual(tiny.plan);
  });

  it('lets a lab that decides in the last second learn as long as one that leaves it to the clock', () => {
    const test = new TestMatch(1, ['ada']).skipTo('fine-tune');
    test.nowMs = (test.match.stageEndsAtMs ?? 0) - 1_000;
    const proposed = { stage: 'fine-tune', plan: DEFAULT_FINE_TUNE_PLAN } as const;
    test.act(player('ada'), { type: 'plan/propose', proposed });
    expect((test.match.stageEndsAtMs ?? 0) - test.nowMs).toBe(OVERTIME_SECONDS * 1000);
  });

  it('gives fine-tune overtime when somebody had not decided', () => {
    const test = new TestMatch(1, ['ada']).skipTo('fine-tune');
    test.act(HOST, { type: 'host/skip' });
    expect(test.match.stage).toBe('fine-tune');
    expect(test.team().now['fine-tune'].plan).toEqual(DEFAULT_FINE_TUNE_PLAN);
    test.act(HOST, { type: 'host/skip' });
    expect(test.match.stage).toBe('align');
  });
});

describe('what members have on their own sliders', () => {
  const draft = (test: TestMatch, who: string, drafted: typeof tiny | typeof large) =>
    test.act(player(who), { type: 'plan/draft', drafted });
  const skip = (test: TestMatch) => test.act(HOST, { type: 'host/skip' });

  it('is known to the lab, one draft each, and gone with the stage', () => {
    const test = new TestMatch(1, ['ada', 'bo']).skipTo('scale');
    draft(test, 'ada', tiny);
    draft(test, 'bo', large);
    draft(test, 'ada', large);
    expect(test.team().drafts).toEqual([
      { playerId: 'ada', drafted: large },
      { playerId: 'bo', drafted: large },
    ]);
    skip(test);
    expect(test.team().drafts).toEqual([]);
  });

  it('decides with the clock where nobody has proposed: what most members share, else what was there first', () => {
    const shared = new TestMatch(1, ['ada', 'bo', 'cy']).skipTo('scale');
    draft(shared, 'ada', tiny);
    draft(shared, 'bo', large);
    draft(shared, 'cy', large);
    skip(shared);
    expect(shared.team().now.scale.plan).toEqual(large.plan);
    expect(shared.team()).toMatchObject({ takenUnsaid: ['scale'], defaulted: ['data'] });
    const alone = new TestMatch(1, ['ada', 'bo']).skipTo('scale');
    draft(alone, 'ada', tiny);
    draft(alone, 'bo', large);
    skip(alone);
    expect(alone.team().now.scale.plan).toEqual(tiny.plan);
  });

  it('gives way to a proposal', () => {
    const test = new TestMatch(1, ['ada', 'bo', 'cy']).skipTo('scale');
    draft(test, 'ada', tiny);
    draft(test, 'bo', tiny);
    test.act(player('cy'), { type: 'plan/propose', proposed: large });
    skip(test);
    expect(test.team().now.scale.plan).toEqual(large.plan);
    expect(test.team().takenUnsaid).toEqual([]);
  });

  it('counts only if it could be proposed, and never starts a training', () => {
    const cards = { facts: 1, recipes: 1, 'small-talk': 1, exercises: 1 };
    const test = new TestMatch(1, ['ada']).skipTo('fine-tune');
    const few = { stage: 'fine-tune', plan: { ...DEFAULT_FINE_TUNE_PLAN, cards } } as const;
    expect(test.act(player('ada'), { type: 'plan/draft', drafted: few }).ok).toBe(true);
    skip(test);
    expect(test.team().now['fine-tune'].plan).toEqual(DEFAULT_FINE_TUNE_PLAN);
    test.skipTo('align');
    const train = { kind: 'train', ...DEFAULT_ALIGN_TRAINING } as const;
    test.act(player('ada'), { type: 'plan/draft', drafted: { stage: 'align', plan: train } });
    skip(test);
    expect(test.team().now.align.plan).toEqual({ kind: 'keep' });
  });

  it('leaves with its member', () => {
    const test = new TestMatch(1, ['ada', 'bo']).skipTo('scale');
    draft(test, 'bo', large);
    test.act(HOST, { type: 'host/remove', playerId: 'bo' });
    expect(test.team().drafts).toEqual([]);
  });

  it.each([
    ['another stage', tiny, 'data', 'match/wrong_stage'],
    [
      'the data stage, which has one basket',
      { stage: 'data', plan: DEFAULT_DATA_PLAN },
      'data',
      'protocol/bad_message',
    ],
    [
      'pretraining, where nothing has to be decided',
      { stage: 'pretrain', plan: { stopEarly: true } },
      'pretrain',
      'protocol/bad_message',
    ],
  ] as const)('is no draft of %s', (_what, drafted, stage, code) => {
    const test = new TestMatch(1, ['ada']).skipTo(stage);
    const before = structuredClone(test.match);
    expect(test.act(player('ada'), { type: 'plan/draft', drafted })).toMatchObject({ error: { code } });
    expect(test.match).toEqual(before);
  });
});

describe('what is refused, leaving everything as it was', () => {
  const refuse = (test: TestMatch, who: string, plan: unknown, code: string): void => {
    const before = structuredClone(test.match);
    const proposed = plan as Parameters<typeof test.act>[1] extends { proposed: infer P } ? P : never;
    expect(test.act(player(who), { type: 'plan/propose', proposed })).toMatchObject({
      ok: false,
      error: { code },
    });
    expect(test.match).toEqual(before);
  };
  const data = (change: Partial<DataPlan>): unknown => ({
    stage: 'data',
    plan: { ...DEFAULT_DATA_PLAN, ...change },
  });

  it('a plan for another stage', () =>
    refuse(new TestMatch().skipTo('data'), 'ada', tiny, 'match/wrong_stage'));

  it('a plan while paused', () => {
    const test = new TestMatch().skipTo('scale');
    test.act(HOST, { type: 'host/pause' });
    refuse(test, 'ada', tiny, 'match/paused');
  });

  it('buying everything whole', () => {
    const all = {
      stories: 'whole',
      encyclopedia: 'whole',
      questions: 'whole',
      exercises: 'whole',
      web: 'whole',
      posts: 'whole',
    } as const;
    expect(costOf(all)).toBeGreaterThan(DATA_BUDGET_COINS);
    refuse(new TestMatch().skipTo('data'), 'ada', data({ purchases: all }), 'data/over_budget');
  });

  it('buying nothing, mixing nothing, mixing what was not bought', () => {
    const test = new TestMatch().skipTo('data');
    refuse(test, 'ada', data({ purchases: {} }), 'data/nothing_bought');
    refuse(test, 'ada', data({ shares: {} }), 'data/empty_mixture');
    refuse(test, 'ada', data({ purchases: { web: 'half' }, shares: { stories: 1 } }), 'data/not_bought');
  });

  it('holding out nothing, or a share that is not offered, or reading an archive that was not won', () => {
    const test = new TestMatch().skipTo('data');
    refuse(test, 'ada', data({ heldOutShare: 0 }), 'data/no_held_out');
    for (const heldOutShare of [0.5, -0.02, Number.NaN]) {
      refuse(test, 'ada', data({ heldOutShare }), 'data/bad_held_out');
    }
    const purchases = { stories: 'archive' } as const;
    refuse(test, 'ada', data({ purchases, shares: { stories: 1 } }), 'data/not_your_archive');
  });

  it("another team's proposal, or one that is gone", () => {
    const test = new TestMatch().skipTo('scale');
    test.act(player('ada'), { type: 'plan/propose', proposed: tiny });
    const { id } = must(test.team().proposals[0]);
    expect(test.act(player('bo'), { type: 'plan/agree', proposalId: id })).toMatchObject({
      error: { code: 'plan/not_your_team' },
    });
    expect(test.act(player('bo'), { type: 'plan/agree', proposalId: 'gone' })).toMatchObject({
      error: { code: 'plan/no_such_proposal' },
    });
  });

  it('too few and too many cards', () => {
    const cards = (each: number): unknown => ({
      stage: 'fine-tune',
      plan: {
        ...DEFAULT_FINE_TUNE_PLAN,
        cards: { facts: each, recipes: each, 'small-talk': each, exercises: each },
      },
    });
    const test = new TestMatch().skipTo('fine-tune');
    refuse(test, 'ada', cards(1), 'fine-tune/too_few_cards');
    refuse(test, 'ada', cards(301), 'fine-tune/too_many_cards');
  });
});

it('the default plans are allowed', () => {
  expect(costOf(DEFAULT_DATA_PLAN.purchases)).toBeLessThanOrEqual(DATA_BUDGET_COINS);
});
