/** Whatever happens to a match, however it falls into patches, and whenever somebody joins: all see it as it is. */

import { array, assert, boolean, constantFrom, nat, oneof, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putDraft } from '../agreement.ts';
import { DEFAULT_DATA_PLAN } from '../stages/data/plan.ts';
import type { PlanStage } from '../../lifecycle.ts';
import type { CurvePoint, Match, Team, TrainingRun, TrainingStage } from '../match.ts';
import { trainingRun } from '../testing.ts';
import { createMatchState, projectMatch } from './project.ts';
import { connect, mineIn, playerNamed, theirsIn, twoTeams, Wire } from './testing.ts';
import type { MatchView } from './view.ts';

/** A change to a team's run, or to the team, or to the match: `pick` chooses among what is there, `value` is new. */
interface Step {
  what: keyof typeof CHANGES | 'project' | 'patch' | 'host joins' | 'player joins';
  isMine: boolean;
  pick: number;
  value: number;
}

const STAGES: readonly TrainingStage[] = ['pretrain', 'fine-tune', 'align'];
const PLAN_STAGES: readonly PlanStage[] = ['data', 'scale', 'fine-tune', 'align'];

const at = <T>(items: readonly T[], pick: number): T | undefined => items[pick % Math.max(1, items.length)];

function runOf(team: Team, pick: number): TrainingRun {
  const stage = at(STAGES, pick) ?? 'pretrain';
  return (team.now[stage].run ??= trainingRun());
}

function addWorker({ workers }: TrainingRun, pick: number): void {
  const record = { updates: pick, lastRound: 1, strikes: 0, restsUntilRound: 0, rowsPerSecond: null };
  workers[`player-${pick}`] = { tokens: pick * 64, ...record };
}

const CHANGES = {
  'a round ends'(team: Team, { pick, value }: Step): void {
    const run = runOf(team, pick);
    run.curve.push({ tokens: run.curve.length * 64, trainLoss: value, bitsPerByte: null });
    addWorker(run, pick);
  },
  'a round is undone'(team: Team, { pick }: Step): void {
    runOf(team, pick).curve.pop();
  },
  'a score comes'(team: Team, { pick, value }: Step): void {
    const run = runOf(team, pick);
    const point = at(run.curve, pick * 7);
    if (point) point.bitsPerByte = value;
    run.filmstrip.push({ tokens: pick, samples: [{ prompt: 'One day', text: `it was ${value}` }] });
  },
  'a run is replaced'(team: Team, { pick, value }: Step, id: string): void {
    const places = (count: number) => Array.from({ length: count }, (_, place) => place);
    team.now[at(STAGES, pick) ?? 'pretrain'].run = trainingRun({
      rateFactor: 0.3,
      curve: places(pick % 4).map((tokens) => ({ tokens, trainLoss: null, bitsPerByte: value })),
      filmstrip: places(pick % 5).map((tokens) => ({ tokens, samples: [{ prompt: id, text: 'so' }] })),
    });
  },
  'a run is gone'(team: Team, { pick }: Step): void {
    team.now[at(STAGES, pick) ?? 'pretrain'].run = null;
  },
  'a proposal comes'(team: Team, { value }: Step, id: string): void {
    const plan = { ...DEFAULT_DATA_PLAN, heldOutShare: value };
    team.proposals.push({ id, proposerId: 'player-1', agreedIds: [], proposed: { stage: 'data', plan } });
  },
  'a proposal goes'(team: Team, { pick }: Step): void {
    team.proposals = team.proposals.filter((proposal) => proposal !== at(team.proposals, pick));
  },
  'somebody agrees'(team: Team, { pick }: Step): void {
    at(team.proposals, pick)?.agreedIds.push(`player-${pick}`);
  },
  'a slider moves'(team: Team, { pick, value }: Step): void {
    const plan = { ...DEFAULT_DATA_PLAN, heldOutShare: value };
    putDraft(team, `player-${pick % 3}`, { stage: 'data', plan });
  },
  'the basket changes'(team: Team, { pick, value }: Step): void {
    const { plan } = team.now.data.basket;
    team.now.data.basket = {
      plan: { ...plan, purchases: { web: pick % 2 ? 'half' : 'whole' }, shares: { web: value } },
      by: { web: `player-${pick}` },
    };
  },
  'a plan is committed'(team: Team, { value }: Step): void {
    team.now.data.plan = { ...DEFAULT_DATA_PLAN, heldOutShare: value };
  },
  'a plan is taken back'(team: Team): void {
    team.now.data.plan = null;
  },
  'the clock chose'(team: Team, { pick }: Step): void {
    team.defaulted =
      pick % 2 ? team.defaulted.slice(1) : [at(PLAN_STAGES, pick) ?? 'data', ...team.defaulted];
  },
  'a label is given'(team: Team, { pick, value }: Step): void {
    const name = `web/${pick % 2}`;
    team.now.data.labels[name] = {
      ...team.now.data.labels[name],
      [`player-${pick}`]: value < 1 ? 'keep' : 'toss',
    };
  },
  'labels are gone'(team: Team, { pick }: Step): void {
    delete team.now.data.labels[`web/${pick % 2}`];
  },
  'a player switches'({ id }: Team, { pick }: Step, _newId: string, match: Match): void {
    const player = at(Object.values(match.players), pick);
    if (player) player.teamId = id;
  },
  'a player comes'({ id }: Team, { value }: Step, playerId: string, match: Match): void {
    const device = { tokensPerSecond: value, backend: 'wasm' };
    match.players[playerId] = { ...playerNamed(playerId, id), device };
  },
  'a player leaves'(_team: Team, { pick }: Step, _newId: string, match: Match): void {
    const [, , ...others] = Object.keys(match.players);
    delete match.players[at(others, pick) ?? ''];
  },
  'a match moves on'(_team: Team, { pick, value }: Step, _newId: string, match: Match): void {
    match.stage = pick % 2 ? 'pretrain' : 'debrief';
    match.stageEndsAtMs = pick % 3 ? value : null;
    match.budgetFlops = value;
  },
};

const steps = array(
  record<Step>({
    what: oneof(
      { weight: 4, arbitrary: constantFrom(...(Object.keys(CHANGES) as (keyof typeof CHANGES)[])) },
      { weight: 2, arbitrary: constantFrom('project', 'patch') },
      { weight: 1, arbitrary: constantFrom('host joins', 'player joins') },
    ),
    isMine: boolean(),
    pick: nat(11),
    value: constantFrom(0.1, 1 / 3, 1.7, 4, Number.NaN, Infinity),
  }),
  { minLength: 1, maxLength: 60, size: 'max' },
);

/** Workers come and go by key, so their order is no promise. */
function inOrder(view: MatchView): MatchView {
  for (const { runs } of view.teams) {
    for (const run of Object.values(runs)) {
      run?.workers.sort((a, b) => a.playerId.localeCompare(b.playerId));
    }
  }
  return view;
}

describe('the wire', () => {
  it('shows everybody the match as it is, whatever happened within a patch', () => {
    assert(
      property(steps, (script) => {
        const match = twoTeams();
        const wire = new Wire(match);
        const teamOf = (playerId: string) => (teamId: string) => match.players[playerId]?.teamId === teamId;
        const ends = [wire.join(teamOf('player-1'))];
        for (const [index, step] of script.entries()) {
          if (step.what === 'project') wire.project();
          else if (step.what === 'patch') {
            wire.patch();
            for (const end of ends) end.see();
          } else if (step.what === 'host joins') ends.push(wire.join(() => true));
          else if (step.what === 'player joins') ends.push(wire.join(teamOf('player-2')));
          else {
            const team = step.isMine ? mineIn(match.teams) : theirsIn(match.teams);
            CHANGES[step.what](team, step, `new-${index}`, match);
          }
        }
        wire.project();
        wire.patch();
        for (const end of ends) expect(inOrder(end.see())).toEqual(inOrder(end.shouldSee(match)));
      }),
      { numRuns: 120 },
    );
  });

  it('carries rates, losses and clocks exactly, where a plain number would be rounded', () => {
    const match = twoTeams();
    const wire = connect(match);
    const device = { tokensPerSecond: 0.1, backend: 'wasm' };
    match.players['player-1'] = { ...playerNamed('player-1', 'team-1'), device };
    Object.assign(match, { budgetFlops: 1.1e13, stageEndsAtMs: 1_800_000_000_000.5, pausedAtMs: 0.7 });
    const team = mineIn(match.teams);
    team.now['fine-tune'].tuning = { inFormShare: 1 / 3, baseInFormShare: 0, answers: [] };
    const curve = [{ tokens: 4_294_967_297, trainLoss: 0.1, bitsPerByte: 2.7 }];
    team.now.pretrain.run = trainingRun({ rateFactor: 0.1 * 3, curve, tokensUsed: 4_294_967_297 });
    const view = wire.publish();
    expect(view).toMatchObject({
      budgetFlops: 1.1e13,
      stageEndsAtMs: 1_800_000_000_000.5,
      pausedAtMs: 0.7,
    });
    expect(view.players[0]?.device).toEqual(device);
    expect(mineIn(view.teams)).toMatchObject({
      inFormShare: 1 / 3,
      runs: { pretrain: { rateFactor: 0.1 * 3, curve, tokensUsed: 4_294_967_297 } },
    });
  });

  it.each([Number.NaN, Infinity, -Infinity])(
    'has no number for %d: a loss of 0 would be the best ever',
    (value) => {
      const match = twoTeams();
      const wire = connect(match);
      const curve = [{ tokens: 64, trainLoss: value, bitsPerByte: value }];
      const team = mineIn(match.teams);
      team.now.pretrain.run = trainingRun({ curve });
      team.now['fine-tune'].tuning = { inFormShare: value, baseInFormShare: 0, answers: [] };
      Object.assign(match, { budgetFlops: value, stageEndsAtMs: value, pausedAtMs: value });
      const view = wire.publish();
      expect(view).toMatchObject({ budgetFlops: null, stageEndsAtMs: null, pausedAtMs: null });
      expect(mineIn(view.teams).inFormShare).toBeNull();
      expect(mineIn(view.teams).runs.pretrain?.curve).toEqual([
        { tokens: 64, trainLoss: null, bitsPerByte: null },
      ]);
      expect(wire.bytesOfNextPatch()).toBe(0);
    },
  );

  it('shows nothing of a run that another has taken the place of, not even its film', () => {
    const match = twoTeams();
    const wire = connect(match);
    const team = mineIn(match.teams);
    const frame = (text: string) => ({ tokens: 64, samples: [{ prompt: 'One day', text }] });
    team.now.align.run = trainingRun({ filmstrip: [frame('first try'), frame('first try, later')] });
    wire.publish();
    team.now.align.run = trainingRun({ filmstrip: [frame('second try')] });
    expect(mineIn(wire.publish().teams).runs.align?.filmstrip).toEqual([frame('second try')]);
  });

  it('sends a new point, a score or a label by itself, however many there are already', () => {
    const match = twoTeams();
    const team = mineIn(match.teams);
    const points = Array.from({ length: 100 }, (_, index) => index);
    const curve = points.map((tokens) => ({ tokens, trainLoss: 1 / 3, bitsPerByte: 1 / 7 }));
    const run = trainingRun({ curve });
    team.now['fine-tune'].run = run;
    for (const index of points) team.now.data.labels[`web/${index}`] = { 'player-1': 'keep' };
    const wire = connect(match);
    wire.publish();
    const point: CurvePoint = { tokens: 100, trainLoss: 1 / 3, bitsPerByte: null };
    run.curve.push(point);
    expect(wire.bytesOfNextPatch()).toBeLessThan(64);
    point.bitsPerByte = 1 / 7;
    expect(wire.bytesOfNextPatch()).toBeLessThan(64);
    team.now.data.labels['web/7'] = { 'player-1': 'toss' };
    expect(wire.bytesOfNextPatch()).toBeLessThan(16);
  });

  it('writes a big object or a label once, and never again while it stays the same one', () => {
    const match = twoTeams();
    const team = mineIn(match.teams);
    let written = 0;
    const answers = Object.assign([], { toJSON: () => (written++, []) });
    team.now['fine-tune'].tuning = { inFormShare: 1, baseInFormShare: 0, answers };
    let read = 0;
    const counted = { enumerable: true, get: () => (read++, 'keep' as const) };
    team.now.data.labels['web/1'] = Object.defineProperty({}, 'player-1', counted);
    const wire = connect(match);
    wire.publish();
    wire.publish();
    expect([written, read]).toEqual([1, 1]);
    team.now['fine-tune'].tuning = { inFormShare: 0.5, baseInFormShare: 0, answers };
    expect(mineIn(wire.publish().teams).own?.tuning?.inFormShare).toBe(0.5);
  });

  it('lets go of a player whose id every object has', () => {
    const match = twoTeams();
    match.players['valueOf'] = playerNamed('valueOf', 'team-1');
    const state = createMatchState(match);
    delete match.players['valueOf'];
    projectMatch(match, state);
    expect(state.players.has('valueOf')).toBe(false);
  });
});
