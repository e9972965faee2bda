/** A match that nobody hosts: it begins by its clock, bots run the labs that nobody is in, and names are made. */

import { beforeEach, describe, expect, it } from 'vitest';
import { rivalChoices } from './bot-choices.ts';
import { botPlan } from './bot-decision.ts';
import { createRandom } from '../random.ts';
import { stageSeconds } from './presets.ts';
import { isRunByBot } from './quick.ts';
import type { QuickKind } from './settings.ts';
import { codeOf, player, SYSTEM, TestMatch, trainingRun } from './testing.ts';
import { planRound } from './training/rounds.ts';

const ADA = 'Captain Biscuit';
const BO = 'Auntie Otter';
const [CHOICES] = rivalChoices(1, createRandom(1));

let test: TestMatch;

function open(quick: QuickKind = 'public'): void {
  test = new TestMatch(4, [], 'short', {
    quick,
    bots: true,
    stageSeconds: { ...stageSeconds('short'), lobby: 30 },
  });
}
const expire = () => codeOf(test.act(SYSTEM, { type: 'clock/expire' }));
const connect = (playerId: string, connected: boolean) =>
  test.act(SYSTEM, { type: 'seat/connection', playerId, connected });
const wait = (seconds: number) => (test.nowMs += seconds * 1000);
const botsDecide = () => {
  for (const team of Object.values(test.match.teams)) {
    const decided =
      CHOICES && isRunByBot(test.match, team, test.nowMs)
        ? botPlan(test.match, team, CHOICES, test.nowMs)
        : null;
    if (decided)
      expect(codeOf(test.act(SYSTEM, { type: 'bot/decide', teamId: team.id, decided }))).toBe('ok');
  }
};

beforeEach(() => open());

describe('the lobby', () => {
  it('begins the match half a minute after the first came in, with the labs that have somebody', () => {
    expect(test.match.stageEndsAtMs).toBeNull();
    test.seat('ada', ADA);
    wait(20);
    test.seat('bo', BO);
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + 10_000);
    expect(expire()).toBe('match/wrong_stage');
    wait(10);
    expect(expire()).toBe('ok');
    expect(test.match.stage).toBe('data');
    expect(Object.keys(test.match.teams)).toEqual(['team-1', 'team-2']);
  });

  it('waits no longer when every lab has somebody', () => {
    ['Tiny Mango', 'Tiny Pickle', 'Tiny Noodle', 'Tiny Teapot'].forEach((name, index) =>
      test.seat(`p${index}`, name),
    );
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + 5_000);
  });

  it('leaves one lab for a bot where only one has somebody', () => {
    test.seat('ada', ADA);
    wait(30);
    expire();
    expect(Object.keys(test.match.teams)).toEqual(['team-1', 'team-2']);
    expect(isRunByBot(test.match, test.team('team-2'), test.nowMs)).toBe(true);
    expect(isRunByBot(test.match, test.team('team-1'), test.nowMs)).toBe(false);
  });

  it('takes those out who have gone, and begins nothing for nobody', () => {
    test.seat('ada', ADA);
    test.seat('bo', BO);
    connect('bo', false);
    wait(30);
    expire();
    expect(Object.keys(test.match.players)).toEqual(['ada']);
    open();
    test.seat('ada', ADA);
    connect('ada', false);
    wait(30);
    expire();
    expect(test.match).toMatchObject({ stage: 'lobby', stageEndsAtMs: null, players: {} });
    test.seat('bo', BO);
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + 30_000);
  });

  it('takes made names only, and lets friends begin by themselves', () => {
    expect(codeOf(test.seat('ada', 'Ada'))).toBe('lobby/name_not_made');
    test.seat('ada', ADA);
    const rename = (name: string) => codeOf(test.act(player('ada'), { type: 'lobby/rename', name }));
    expect([rename('Ada'), rename(BO)]).toEqual(['lobby/name_not_made', 'ok']);
    expect(codeOf(test.act(player('ada'), { type: 'lobby/begin' }))).toBe('protocol/host_only');
    open('private');
    test.seat('ada', ADA);
    expect(codeOf(test.act(player('ada'), { type: 'lobby/begin' }))).toBe('ok');
    expect(test.match.stage).toBe('data');
  });

  it('shows nothing to a class that is not there, and strangers have no audience', () => {
    test.seat('ada', ADA);
    const said = { voice: 'house', ofTeamId: null, question: 'Who?', answer: 'Me.' } as const;
    expect(codeOf(test.act(player('ada'), { type: 'talk/share', ...said }))).toBe('talk/no_host');
    expect(codeOf(test.act(SYSTEM, { type: 'seat/watch', watcherId: 'w' }))).toBe('lobby/no_audience');
  });
});

describe("a bot's lab", () => {
  beforeEach(() => {
    test.seat('ada', ADA);
    test.act(player('ada'), { type: 'lobby/benchmark', tokensPerSecond: 90_000, backend: 'webgpu' });
    wait(30);
    expire();
  });

  it('decides at once where people are waited for, and is waited for as they are', () => {
    botsDecide();
    expect(test.team('team-2').now.data.plan).not.toBeNull();
    expect(test.match.ready).toBeNull();
    wait(120);
    expire();
    expect(test.match.stage).toBe('scale');
    botsDecide();
    expect(test.team('team-2').now.scale.plan).not.toBeNull();
  });

  it('is trained by the server, at the speed that the budget was cut for, and by nobody when nobody is there', () => {
    test.team('team-2').now.data.plan = CHOICES?.data ?? null;
    test.team('team-2').now.scale.plan = { size: 'small', contextLength: 64 };
    test.match.stage = 'pretrain';
    test.team('team-2').now.pretrain.run = trainingRun();
    const planned = () => planRound(test.match, test.team('team-2'), 'pretrain', test.nowMs);
    expect(planned()?.shards.map(({ playerId }) => playerId)).toEqual(['server']);
    expect(test.match.budgetFlops).toBe(6e11);
    connect('ada', false);
    expect(planned()).toBeNull();
  });

  it('is no lab of people: a bot may not decide for those who were here a moment ago', () => {
    const decided = { stage: 'scale', plan: { size: 'tiny', contextLength: 32 } } as const;
    const decide = (teamId: string) => codeOf(test.act(SYSTEM, { type: 'bot/decide', teamId, decided }));
    expect(decide('team-1')).toBe('plan/not_your_team');
    expect(decide('team-2')).toBe('match/wrong_stage');
  });

  it('is also one that all have left, until one of them is back', () => {
    test.seat('bo', BO);
    connect('ada', false);
    const isBots = () => isRunByBot(test.match, test.team('team-1'), test.nowMs);
    expect(isBots()).toBe(false);
    wait(20);
    expect(isBots()).toBe(true);
    connect('ada', true);
    expect(isBots()).toBe(false);
  });

  it('trains on what people rated once they had the time, and keeps the model where they rated too little', () => {
    test.match.stage = 'align';
    test.match.stageEndsAtMs = test.nowMs + 120_000;
    botsDecide();
    expect(test.team('team-2').now.align.plan).toBeNull();
    wait(61);
    botsDecide();
    expect(test.team('team-2').now.align.plan).toEqual({ kind: 'keep' });
  });
});

it('goes on after a restart with the first who is back', () => {
  test.seat('ada', ADA);
  wait(30);
  expire();
  const endsAtMs = test.match.stageEndsAtMs ?? 0;
  const stoppedAtMs = test.nowMs;
  wait(100);
  test.act(SYSTEM, { type: 'match/bring-back', stoppedAtMs, isDamaged: false });
  expect(test.match.pausedAtMs).toBe(stoppedAtMs);
  connect('ada', true);
  expect(test.match).toMatchObject({
    pausedAtMs: null,
    broughtBack: null,
    stageEndsAtMs: endsAtMs + 100_000,
  });
});
