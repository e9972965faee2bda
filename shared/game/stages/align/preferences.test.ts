/** A team's way through the align stage: rate, train, judge, train again, keep or undo. */

import { beforeEach, describe, expect, it } from 'vitest';
import { JUDGING_SECONDS, keepsAligned, openPairs, preferences, TRAINING_SECONDS } from './preferences.ts';
import { KEPT_ATTEMPTS, type AlignPlan, type AlignTraining, type Pair } from './state.ts';
import { alignJobs, fitJob } from './jobs.ts';
import { planRound } from '../../training/rounds.ts';
import {
  audience,
  codeOf,
  HOST,
  must,
  player,
  PREPARED,
  SYSTEM,
  TestMatch,
  trainingRun,
} from '../../testing.ts';
import { sliceOf } from '../../slices.ts';

const SCORES = { kindShare: 0.2, trueShare: 0.3, inFormShare: 0.95, variety: 0.7 };
const TRAINING: AlignTraining = { method: 'pairs', sftWeight: 1, klWeight: 1, pool: 'own', principles: [] };

let test: TestMatch;
const team = () => test.team();
const rate = (id: string, pairId: string, choice: 'a' | 'b' | 'skip') =>
  test.act(player(id), { type: 'align/rate', pairId, choice });
const propose = (plan: AlignPlan, id = 'ada') =>
  test.act(player(id), { type: 'plan/propose', proposed: { stage: 'align', plan } });
const errorOf = (result: ReturnType<typeof rate>): string => (result.ok ? 'ok' : result.error.code);

function givePairs(teamId: string, count: number): void {
  const pairs = Array.from({ length: count }, (_, index) => ({
    id: `${teamId}-${index}`,
    trait: 'kind' as const,
    question: `Question ${index}?`,
    evidence: '',
    a: `plain ${index}`,
    b: `kind ${index}`,
  }));
  test.act(SYSTEM, { type: 'referee/paired', teamId, pairs, before: SCORES });
}

/** Opens the agreed run, trains it in one round, and lets the referee score it. */
function train(kindShare: number): void {
  const run = { rowsTotal: 320, tokensTotal: 3200, pairsUsed: 20 };
  test.act(SYSTEM, { type: 'round/run', teamId: 'team-1', stage: 'align', ...run });
  const planned = planRound(test.match, team(), 'align', test.nowMs);
  if (!planned) throw new Error('no round');
  expect(planned.shards).toMatchObject([{ playerId: 'ada', startRow: 0, rowCount: 320 }]);
  const at = { teamId: 'team-1', stage: 'align' } as const;
  test.act(SYSTEM, { type: 'round/open', ...at, ...planned });
  const round = team().now.align.run?.round?.number ?? 0;
  const update = { playerId: 'ada', round, rowsUsed: 300, tokens: 3000, trainLoss: 1 };
  expect(errorOf(test.act(SYSTEM, { type: 'round/submit', ...at, ...update }))).toBe('ok');
  expect(errorOf(test.act(SYSTEM, { type: 'round/close', ...at, round, takenIds: ['ada'] }))).toBe('ok');
  const outcome = { after: { ...SCORES, kindShare }, klNats: 1, proxyWins: 0.8, answers: [], kept: [] };
  test.act(SYSTEM, {
    type: 'referee/scored',
    teamId: 'team-1',
    stage: 'align',
    version: round,
    tokens: 3000,
    bitsPerByte: 1,
    ownBitsPerByte: 1,
    samples: [],
  });
  expect(errorOf(test.act(SYSTEM, { type: 'referee/aligned', teamId: 'team-1', outcome }))).toBe('ok');
}

beforeEach(() => {
  test = new TestMatch(2, ['ada', 'bo']);
  test.act(player('ada'), { type: 'lobby/benchmark', tokensPerSecond: 20_000, backend: 'wasm' });
  test.skipTo('align');
  for (const teamId of ['team-1', 'team-2'])
    test.act(SYSTEM, { type: 'referee/prepared', teamId, prepared: PREPARED });
  givePairs('team-1', 20);
  givePairs('team-2', 20);
});

describe('rating', () => {
  it('counts every player once for a pair of any lab: by the last word', () => {
    expect(errorOf(rate('ada', 'team-2-3', 'a'))).toBe('ok');
    expect(errorOf(rate('ada', 'team-2-3', 'b'))).toBe('ok');
    expect(errorOf(rate('bo', 'team-2-3', 'skip'))).toBe('ok');
    expect(preferences(test.match, 'team-2', 'own')).toEqual([
      { trait: 'kind', question: 'Question 3?', chosen: 'kind 3', rejected: 'plain 3' },
    ]);
    expect(preferences(test.match, 'team-1', 'own')).toEqual([]);
    expect(preferences(test.match, 'team-1', 'all')).toHaveLength(1);
  });

  it('is open to the audience, whose votes go with them', () => {
    const rateAs = (id: string) =>
      errorOf(test.act(audience(id), { type: 'audience/rate', pairId: 'team-1-0', choice: 'b' }));
    expect(rateAs('wil')).toBe('lobby/no_such_player');
    test.act(SYSTEM, { type: 'seat/watch', watcherId: 'wil' });
    expect([rateAs('wil'), rateAs('ada'), rateAs('__proto__')]).toEqual([
      'ok',
      'lobby/no_such_player',
      'lobby/no_such_player',
    ]);
    expect(preferences(test.match, 'team-1', 'own')).toHaveLength(1);
    test.act(HOST, { type: 'host/dismiss-audience' });
    expect(preferences(test.match, 'team-1', 'own')).toEqual([]);
  });

  it.each(['nowhere', '__proto__', 'constructor'])('of %s is refused', (pairId) => {
    expect(errorOf(rate('ada', pairId, 'a'))).toBe('align/no_such_pair');
  });

  it('waits in a pause and ends with the stage', () => {
    test.act(HOST, { type: 'host/pause' });
    expect(errorOf(rate('ada', 'team-1-0', 'a'))).toBe('match/paused');
    test.act(HOST, { type: 'host/resume' });
    test.skipTo('debrief');
    expect(errorOf(rate('ada', 'team-1-0', 'a'))).toBe('match/wrong_stage');
  });

  it('decides nothing where people disagree', () => {
    rate('ada', 'team-1-0', 'a');
    rate('bo', 'team-1-0', 'b');
    expect(preferences(test.match, 'team-1', 'own')).toEqual([]);
  });
});

it('is learnt from anew whenever a good deal more of it is there, once for all labs', () => {
  const fit = {
    tone: 9,
    truth: 0,
    toneAgreement: null,
    truthAgreement: null,
    liked: ['friend'],
    disliked: [],
  };
  for (let index = 0; index < 9; index++) rate('ada', `team-1-${index}`, 'b');
  rate('bo', 'team-1-0', 'skip');
  expect(fitJob(test.match)).toBeNull();
  rate('bo', 'team-1-1', 'a');
  expect(fitJob(test.match)).toMatchObject({ kind: 'fitReward' });
  test.act(SYSTEM, { type: 'referee/fitted', fit: { ...fit, votes: 10 } });
  expect(fitJob(test.match)).toBeNull();
  for (let index = 0; index < 15; index++) rate('bo', `team-2-${index}`, 'b');
  expect(fitJob(test.match)).not.toBeNull();
  team().now.pretrain.run = trainingRun();
  expect(alignJobs(test.match, team())).toBeNull();
  test.act(SYSTEM, { type: 'referee/fitted', fit: { ...fit, votes: 50 } });
  expect(alignJobs(test.match, team())).toEqual({ kind: 'chooseBest', teamId: 'team-1' });
  test.act(SYSTEM, { type: 'referee/best-of', teamId: 'team-1', bestOf: [{ among: 4, ...SCORES }] });
  expect(alignJobs(test.match, team())).toBeNull();
  test.skipTo('debrief');
  expect(fitJob(test.match)).toBeNull();
});

describe('a team', () => {
  const rateMany = (count: number) => {
    for (let index = 0; index < count; index++) rate('ada', `team-1-${index}`, 'b');
  };

  it('needs ten decided pairs to train', () => {
    rateMany(9);
    expect(errorOf(propose({ kind: 'train', ...TRAINING }))).toBe('align/too_few_ratings');
    rate('ada', 'team-1-9', 'b');
    expect(errorOf(propose({ kind: 'train', ...TRAINING }))).toBe('ok');
    expect(team().now.align.alignment.wanted).toEqual(TRAINING);
    expect(team().now.align.plan).toBeNull();
  });

  it('needs no votes where its own model judges, by principles, and judges truth only where it is told to', () => {
    const plan = { kind: 'train', ...TRAINING, principles: ['friendly', 'short'] } as const;
    rate('ada', 'team-1-0', 'b');
    const [first, second] = openPairs(test.match, 'team-1', plan);
    expect([first?.people, second?.people]).toEqual(['b', null]);
    for (const pair of Object.values(sliceOf(test.match, 'align').pairs)) pair.trait = 'true';
    expect(openPairs(test.match, 'team-1', plan)).toEqual([]);
    expect(errorOf(propose(plan))).toBe('align/no_pairs');
    expect(errorOf(propose({ ...plan, principles: ['short', 'true'] }))).toBe('ok');
  });

  it('does not train once its pairs are no longer decided, whoever agreed before', () => {
    test.seat('cy');
    test.act(HOST, { type: 'host/seat', playerId: 'cy', teamId: 'team-1' });
    rateMany(10);
    expect(codeOf(propose({ kind: 'train', ...TRAINING }))).toBe('ok');
    expect(codeOf(rate('bo', 'team-1-0', 'a'))).toBe('ok');
    const proposalId = must(test.team().proposals[0]).id;
    const agreed = test.act(player('cy'), { type: 'plan/agree', proposalId });
    expect(codeOf(agreed)).toBe('align/too_few_ratings');
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'cy', connected: false });
    expect(test.team().now.align.alignment.wanted).toBeNull();
  });

  it('judges one training before the next, and may train again from the tuned model', () => {
    rateMany(12);
    propose({ kind: 'train', ...TRAINING });
    expect(errorOf(propose({ kind: 'keep' }))).toBe('plan/already_committed');
    train(0.5);
    expect(team().now.align.alignment).toMatchObject({ trained: TRAINING, pairsUsed: 20, wanted: null });
    const again = { ...TRAINING, sftWeight: 2 } as const;
    expect(errorOf(propose({ kind: 'train', ...again }))).toBe('ok');
    train(0.6);
    expect(team().now.align.run?.version).toBe(3);
    expect(team().now.align.alignment.outcome?.after.kindShare).toBe(0.6);
    expect(errorOf(propose({ kind: 'keep' }))).toBe('ok');
    expect(keepsAligned(team())).toBe(true);
  });

  it('has time to train and to judge, late as it may be, but only once', () => {
    const secondsLeft = (): number => ((test.match.stageEndsAtMs ?? 0) - test.nowMs) / 1000;
    rateMany(12);
    test.match.stageEndsAtMs = test.nowMs + 1000;
    propose({ kind: 'train', ...TRAINING });
    expect(secondsLeft()).toBe(TRAINING_SECONDS);
    test.match.stageEndsAtMs = test.nowMs + 1000;
    train(0.5);
    expect(secondsLeft()).toBe(JUDGING_SECONDS);
    test.match.stageEndsAtMs = test.nowMs + 1000;
    propose({ kind: 'train', ...TRAINING, sftWeight: 2 });
    train(0.6);
    expect(secondsLeft()).toBe(1);
  });

  it('sees what each of its newest tries brought, and what it cost', () => {
    rateMany(12);
    for (let attempt = 1; attempt <= KEPT_ATTEMPTS + 1; attempt++) {
      const plan = { ...TRAINING, method: 'reward', klWeight: attempt % 2 === 0 ? 0 : 2 } as const;
      expect(errorOf(propose({ kind: 'train', ...plan }))).toBe('ok');
      test.nowMs += 1000 * attempt;
      train(attempt / 10);
    }
    const { attempts } = team().now.align.alignment;
    expect(attempts.map(({ kindShare }) => kindShare)).toEqual([0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    expect(attempts[0]).toMatchObject({
      method: 'reward',
      klWeight: 0,
      klNats: 1,
      proxyWins: 0.8,
      seconds: 2,
    });
    expect(Number.isFinite(attempts[0]?.forgot)).toBe(true);
  });

  it('goes back to the tuned model when it undoes', () => {
    rateMany(12);
    propose({ kind: 'train', ...TRAINING });
    train(0.1);
    propose({ kind: 'undo' });
    expect(team().now.align.plan).toEqual({ kind: 'undo' });
    expect(keepsAligned(team())).toBe(false);
  });

  it('may leave its model as it is, and then is done', () => {
    propose({ kind: 'keep' });
    expect(keepsAligned(team())).toBe(false);
    expect(test.match.stageEndsAtMs).toBeGreaterThan(test.nowMs + 10_000);
    propose({ kind: 'keep' }, 'bo');
    expect(test.match.stageEndsAtMs).toBeLessThan(test.nowMs + 10_000);
  });

  it('keeps what is there when the clock runs out', () => {
    rateMany(12);
    propose({ kind: 'train', ...TRAINING });
    train(0.5);
    test.skipTo('debrief');
    expect(keepsAligned(team())).toBe(true);
    expect(team().defaulted).toContain('align');
    expect(test.team('team-2').now.align.plan).toEqual({ kind: 'keep' });
    expect(keepsAligned(test.team('team-2'))).toBe(false);
  });

  it('loses a training that the clock cut off', () => {
    rateMany(12);
    propose({ kind: 'train', ...TRAINING });
    const run = { rowsTotal: 320, tokensTotal: 3200, pairsUsed: 20 };
    test.act(SYSTEM, { type: 'round/run', teamId: 'team-1', stage: 'align', ...run });
    test.skipTo('debrief');
    expect(team().now.align.run?.status).toBe('finished');
    expect(keepsAligned(team())).toBe(false);
  });
});

it('pairs know their lab only on the server', () => {
  const pair: Pair | undefined = sliceOf(test.match, 'align').pairs['team-1-0'];
  expect(pair?.teamId).toBe('team-1');
});
