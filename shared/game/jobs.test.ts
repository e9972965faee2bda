import { describe, expect, it } from 'vitest';
import { lookUp } from './look-up.ts';
import { DEFAULT_ALIGN_TRAINING, NO_ALIGNMENT } from './stages/align/state.ts';
import { HOUSE_ID } from './stages/arena/state.ts';
import { createMatch } from './create.ts';
import { DEFAULT_DATA_PLAN } from './stages/data/plan.ts';
import { DEFAULT_FINE_TUNE_PLAN } from './stages/fine-tune/plan.ts';
import type { Match, Prepared, Team, TeamResults } from './match.ts';
import type { OpenRound, Shard } from './training/round.ts';
import { DEFAULT_SCALE_PLAN } from './stages/scale/plan.ts';
import { createSettings } from './presets.ts';
import { must, trainingRun } from './testing.ts';
import { nextJobs } from './jobs.ts';
import { nextRoundSteps } from './training/round-steps.ts';
import { sliceOf } from './slices.ts';

const IDLE: ReadonlySet<string> = new Set();
const PREPARED = { parameters: 1, trainTokens: 1, datasets: [] } as unknown as Prepared;

/** One team that has decided everything, in the pretrain stage, with one connected player. */
function decided(): { match: Match; team: Team } {
  const settings = createSettings('short', { teamCount: 1 });
  const match = createMatch({ code: 'BOKA42', settings, teamNames: ['Mudlarks'], lotSeed: 9 });
  match.stage = 'pretrain';
  match.budgetFlops = 1e12;
  match.players.ada = {
    id: 'ada',
    name: 'Ada',
    teamId: 'team-1',
    connected: true,
    absentSinceMs: null,
    device: null,
    addsOwnText: false,
    sign: 'here',
    signSinceMs: 0,
  };
  const team = must(lookUp(match.teams, 'team-1'));
  team.now.data.plan = DEFAULT_DATA_PLAN;
  team.now.scale.plan = DEFAULT_SCALE_PLAN;
  return { match, team };
}

describe('jobs for the referee', () => {
  it('begin when data and scale are decided', () => {
    const { match, team } = decided();
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'prepare', teamId: 'team-1' }]);
    team.now.scale.plan = null;
    expect(nextJobs(match, IDLE)).toEqual([]);
  });

  it('come one at a time for a team', () => {
    expect(nextJobs(decided().match, new Set(['team-1']))).toEqual([]);
  });

  it('score the newest weights, and rest when they are scored', () => {
    const { match, team } = decided();
    team.now.pretrain.prepared = PREPARED;
    team.now.pretrain.run = trainingRun({ tokensUsed: 640, scoredTokens: 320 });
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'scorePretrain', teamId: 'team-1' }]);
    team.now.pretrain.run.scoredTokens = 640;
    expect(nextJobs(match, IDLE)).toEqual([]);
  });

  it('prepare fine-tuning once its plan stands, and ask the base model first', () => {
    const { match, team } = decided();
    team.now.pretrain.prepared = PREPARED;
    team.now.pretrain.run = trainingRun({ status: 'finished', tokensUsed: 640, scoredTokens: 640 });
    match.stage = 'fine-tune';
    expect(nextJobs(match, IDLE)).toEqual([]);
    team.now['fine-tune'].plan = DEFAULT_FINE_TUNE_PLAN;
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'prepareTuning', teamId: 'team-1' }]);
    team.now['fine-tune'].run = trainingRun();
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'scoreTuning', teamId: 'team-1' }]);
    team.now['fine-tune'].tuning = { inFormShare: 0, baseInFormShare: 0, answers: [] };
    expect(nextJobs(match, IDLE)).toEqual([]);
  });

  it('sample pairs first when aligning, then lay out what was agreed, then score it', () => {
    const { match, team } = decided();
    team.now.pretrain.prepared = PREPARED;
    team.now.pretrain.run = trainingRun({ status: 'finished', tokensUsed: 640, scoredTokens: 640 });
    match.stage = 'align';
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'samplePairs', teamId: 'team-1' }]);
    const before = { kindShare: 0, trueShare: 0, inFormShare: 0, variety: 0 };
    team.now.align.alignment = { ...NO_ALIGNMENT, before, wanted: DEFAULT_ALIGN_TRAINING };
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'prepareAlign', teamId: 'team-1' }]);
    team.now.align.alignment = { ...NO_ALIGNMENT, before, trained: DEFAULT_ALIGN_TRAINING };
    team.now.align.run = trainingRun({ status: 'finished', tokensUsed: 64 });
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'scoreAlign', teamId: 'team-1' }]);
  });

  it('ask all contestants at once in the arena, and take the sealed test while people vote', () => {
    const { match, team } = decided();
    team.now.pretrain.prepared = PREPARED;
    team.now.pretrain.run = trainingRun({ status: 'finished', tokensUsed: 640, scoredTokens: 640 });
    match.stage = 'arena';
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'arena', teamId: HOUSE_ID }]);
    expect(nextJobs(match, new Set([HOUSE_ID]))).toEqual([]);
    sliceOf(match, 'arena').sampled = true;
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'final', teamId: 'team-1' }]);
  });

  it('ask nobody once the curtains are open', () => {
    const { match } = decided();
    match.stage = 'arena';
    sliceOf(match, 'arena').revealed = true;
    expect(nextJobs(match, new Set(['team-1']))).toEqual([]);
  });

  it('examine every team in the debrief, even one that was still waiting for its model', () => {
    const { match, team } = decided();
    match.stage = 'debrief';
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'prepare', teamId: 'team-1' }]);
    team.now.pretrain.prepared = PREPARED;
    team.now.pretrain.run = trainingRun({ status: 'finished' });
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'final', teamId: 'team-1' }]);
    team.now.debrief.results = {} as TeamResults;
    expect(nextJobs(match, IDLE)).toEqual([]);
  });
});

describe('rounds', () => {
  const shard = (playerId: string, update: Shard['update'] = null): Shard => {
    return { playerId, startRow: 0, rowCount: 16, tokens: 1024, update };
  };
  const open = (...shards: Shard[]): OpenRound => {
    return { number: 1, openedAtMs: 0, plannedSeconds: 1, deadlineMs: 5_000, shards };
  };
  const done = { rowsUsed: 16, tokens: 900, trainLoss: 3 };
  const OPEN = { kind: 'open', teamId: 'team-1', stage: 'pretrain' };
  const CLOSE = { kind: 'close', teamId: 'team-1', stage: 'pretrain' };

  it('are opened while there is something to train', () => {
    const { match, team } = decided();
    expect(nextRoundSteps(match, 0)).toEqual([]);
    team.now.pretrain.run = trainingRun();
    expect(nextRoundSteps(match, 0)).toEqual([OPEN]);
    team.now.pretrain.run.status = 'finished';
    expect(nextRoundSteps(match, 0)).toEqual([]);
  });

  it('end without devices that are late, gone or removed', () => {
    const { match, team } = decided();
    team.now.pretrain.run = trainingRun({ round: open(shard('ada')) });
    expect(nextRoundSteps(match, 4_000)).toEqual([]);
    expect(nextRoundSteps(match, 5_001)).toEqual([CLOSE, OPEN]);
    must(match.players.ada).connected = false;
    expect(nextRoundSteps(match, 4_000)).toEqual([CLOSE, OPEN]);
    delete match.players.ada;
    expect(nextRoundSteps(match, 4_000)).toEqual([CLOSE, OPEN]);
  });

  it('end at once when all parts are in, and wait for the others until then', () => {
    const { match, team } = decided();
    match.players.bo = { ...must(match.players.ada), id: 'bo' };
    team.now.pretrain.run = trainingRun({ round: open(shard('ada', done), shard('bo')) });
    expect(nextRoundSteps(match, 1_000)).toEqual([]);
    team.now.pretrain.run.round = open(shard('ada', done), shard('bo', done));
    expect(nextRoundSteps(match, 1_000)).toEqual([CLOSE, OPEN]);
  });

  it('in a pause only end when they are complete', () => {
    const { match, team } = decided();
    match.pausedAtMs = 4_000;
    team.now.pretrain.run = trainingRun({ round: open(shard('ada')) });
    expect(nextRoundSteps(match, 60_000)).toEqual([]);
    team.now.pretrain.run.round = open(shard('ada', done));
    expect(nextRoundSteps(match, 60_000)).toEqual([CLOSE, OPEN]);
  });
});
