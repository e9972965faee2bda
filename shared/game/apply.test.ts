import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { applyMove } from './apply.ts';
import { createMatch } from './create.ts';
import type { PretrainPlan } from './match.ts';
import type { JournalEntry, Move } from './moves.ts';
import type { Actor } from './stage.ts';
import { createSettings } from './presets.ts';
import type { BasketChange } from './stages/data/basket-changes.ts';
import { codeOf, HOST, player, PREPARED, SYSTEM, TestMatch } from './testing.ts';

it('a repeated move id succeeds and changes nothing', () => {
  const test = new TestMatch();
  const move = { type: 'lobby/rename', name: 'Zed' } as const;
  expect(test.act(player('ada'), move, 'same')).toEqual({ ok: true, value: { repeated: false } });
  test.act(player('ada'), { type: 'lobby/rename', name: 'Ada' });
  expect(test.act(player('ada'), move, 'same')).toEqual({ ok: true, value: { repeated: true } });
  expect(test.player('ada').name).toBe('Ada');
});

describe('who may do what', () => {
  it.each<[string, Actor, Move, string]>([
    ['a player as host', player('ada'), { type: 'host/start' }, 'protocol/host_only'],
    ['a player as the server', player('ada'), { type: 'clock/expire' }, 'protocol/bad_message'],
    ['the host as a player', HOST, { type: 'lobby/rename', name: 'x' }, 'protocol/bad_message'],
    ['the host pausing twice', HOST, { type: 'host/resume' }, 'match/not_paused'],
    ['the clock before its time', SYSTEM, { type: 'clock/expire' }, 'match/wrong_stage'],
  ])('%s is refused', (_who, actor, move, code) => {
    const test = new TestMatch();
    const before = structuredClone(test.match);
    expect(test.act(actor, move)).toMatchObject({ ok: false, error: { code } });
    expect(test.match).toEqual(before);
  });
});

it('that a device adds own text is known until it says otherwise, or its page is gone with the text', () => {
  const test = new TestMatch().skipTo('data');
  const adds = (): boolean => test.player('ada').addsOwnText;
  expect(adds()).toBe(false);
  test.act(player('ada'), { type: 'data/own-text', adds: true });
  expect(adds()).toBe(true);
  test.act(player('ada'), { type: 'data/own-text', adds: false });
  expect(adds()).toBe(false);
  test.act(player('ada'), { type: 'data/own-text', adds: true });
  test.act(SYSTEM, { type: 'seat/connection', playerId: 'ada', connected: false });
  expect(adds()).toBe(false);
});

it('a pause moves the clock by its own length', () => {
  const test = new TestMatch().skipTo('data');
  const endsAtMs = test.match.stageEndsAtMs ?? 0;
  test.act(HOST, { type: 'host/pause' });
  test.nowMs += 60_000;
  test.act(HOST, { type: 'host/resume' });
  expect(test.match.stageEndsAtMs).toBe(endsAtMs + 60_000);
});

describe('a pause', () => {
  it.each([
    ['lobby', 'match/wrong_stage'],
    ['debrief', 'match/finished'],
  ] as const)('makes no sense in the %s, which has no clock', (stage, code) => {
    const test = new TestMatch();
    if (stage !== 'lobby') test.skipTo(stage);
    expect(codeOf(test.act(HOST, { type: 'host/pause' }))).toBe(code);
    expect(codeOf(test.act(HOST, { type: 'host/extend', seconds: 60 }))).toBe(code);
    expect(test.match.pausedAtMs).toBeNull();
  });

  it('is not counted twice when the host adds time meanwhile', () => {
    const test = new TestMatch().skipTo('data');
    const endsAtMs = test.match.stageEndsAtMs ?? 0;
    test.act(HOST, { type: 'host/pause' });
    test.nowMs += 600_000;
    test.act(HOST, { type: 'host/extend', seconds: 60 });
    test.act(HOST, { type: 'host/resume' });
    expect(test.match.stageEndsAtMs).toBe(endsAtMs + 660_000);
  });

  it('decides nothing, though the majority is another without those who left', () => {
    const test = new TestMatch(1, ['ada', 'bo']).skipTo('scale');
    const plan = { size: 'tiny', contextLength: 32 } as const;
    test.act(player('ada'), { type: 'plan/propose', proposed: { stage: 'scale', plan } });
    test.act(HOST, { type: 'host/pause' });
    test.act(SYSTEM, { type: 'seat/connection', playerId: 'bo', connected: false });
    expect(test.team().now.scale.plan).toBeNull();
    test.act(HOST, { type: 'host/resume' });
    expect(test.team().now.scale.plan).toBeNull();
    test.nowMs += 60_000;
    test.act(SYSTEM, { type: 'plan/settle' });
    expect(test.team().now.scale.plan).toEqual(plan);
  });
});

/** Random moves of everybody: whatever is refused changes nothing, and replaying the journal gives the same state. */
it('survives a thousand random moves and replays to the same state', () => {
  const random = createRandom(11);
  const settings = createSettings('short', { teamCount: 2, teamSize: 2 });
  const options = { code: 'FUZZ11', settings, teamNames: ['A', 'B'], lotSeed: 11 };
  const match = createMatch(options);
  const journal: JournalEntry[] = [];
  const ids = ['ada', 'bo', 'cy', 'dee', '__proto__', 'constructor'];
  const draw = (): [Actor, Move] => {
    const id = random.pick(ids);
    return random.pick<() => [Actor, Move]>([
      () => [SYSTEM, { type: 'seat/take', playerId: id, name: random.pick(ids) }],
      () => [SYSTEM, { type: 'seat/connection', playerId: id, connected: random.chance(0.8) }],
      () => [HOST, { type: 'host/start' }],
      () => [
        HOST,
        random.pick<Move>([{ type: 'host/pause' }, { type: 'host/resume' }, { type: 'host/skip' }]),
      ],
      () => [player(id), { type: 'lobby/benchmark', tokensPerSecond: random.int(30_000), backend: 'wasm' }],
      () => [
        player(id),
        { type: 'lobby/switch-team', teamId: random.pick(['team-1', 'team-2', 'team-9', '__proto__']) },
      ],
      () => [
        player(id),
        {
          type: 'plan/propose',
          proposed: { stage: 'scale', plan: { size: random.pick(['tiny', 'large']), contextLength: 32 } },
        },
      ],
      () => [
        player(id),
        {
          type: 'plan/propose',
          proposed: {
            stage: 'pretrain',
            plan: random.pick<PretrainPlan>([
              { stopEarly: true },
              { rollBackTo: random.int(6) },
              { rateFactor: random.pick([0.5, 1, 2]) },
            ]),
          },
        },
      ],
      () => [
        player(id),
        {
          type: 'scale/probe',
          plan: { size: random.pick(['tiny', 'large']), contextLength: 32, share: 1 / 64 },
        },
      ],
      () => {
        const teamId = random.pick(['team-1', 'team-2']);
        const probes = match.teams[teamId]?.now.scale.probes ?? [];
        const probeId = probes.length > 0 ? random.pick(probes).id : 'none';
        return [
          SYSTEM,
          random.pick<Move>([
            { type: 'referee/text', teamId, text: { datasets: [] } },
            { type: 'probe/lay', teamId, probeId, tokens: 1000 },
            { type: 'probe/take', teamId, probeId, playerId: id },
            { type: 'probe/measure', teamId, probeId, bitsPerByte: 2 },
            { type: 'probe/lose', teamId, probeId },
          ]),
        ];
      },
      () => {
        const run = match.teams['team-1']?.now.pretrain.run;
        const RUN = { teamId: 'team-1', stage: 'pretrain' } as const;
        const version = run?.version ?? 0;
        const tokens = run?.tokensUsed ?? 0;
        const score = { version, tokens, bitsPerByte: 2 + random.next(), samples: [] };
        return [
          SYSTEM,
          random.pick<Move>([
            { type: 'referee/prepared', teamId: 'team-1', prepared: PREPARED },
            { type: 'round/run', ...RUN, rowsTotal: 6400, tokensTotal: 384_000 },
            { type: 'referee/scored', ...RUN, ...score, ownBitsPerByte: 2 },
          ]),
        ];
      },
      () => [
        player(id),
        {
          type: 'data/basket',
          change: random.pick<BasketChange>([
            {
              kind: random.pick(['stories', 'web', 'letters']),
              portion: random.pick(['half', 'whole', null]),
            },
            { kind: random.pick(['stories', 'web']), weight: random.int(60) },
            { similarity: random.next() * 2 },
          ]),
        },
      ],
      () => [
        player(id),
        {
          type: 'plan/draft',
          drafted: { stage: 'scale', plan: { size: random.pick(['tiny', 'large']), contextLength: 64 } },
        },
      ],
      () => [player(id), { type: 'plan/agree', proposalId: `${id}.${random.int(200)}` }],
      () => [player(id), { type: 'auction/bid', coins: random.pick([null, 5, 30, 70, 300]) }],
      () => [SYSTEM, { type: 'auction/close' }],
      () => [SYSTEM, { type: 'clock/expire' }],
    ])();
  };
  for (let step = 0; step < 1000; step++) {
    const [actor, move] = draw();
    const context = { id: `m${step}`, actor, nowMs: step * 400 };
    const before = structuredClone(match);
    if (applyMove(match, move, context).ok) journal.push({ sequence: match.sequence, move, context });
    else expect(match).toEqual(before);
  }
  const replayed = createMatch(options);
  for (const { move, context } of journal) applyMove(replayed, move, context);
  expect(replayed).toEqual(match);
  expect(journal.length).toBeGreaterThan(100);
});
