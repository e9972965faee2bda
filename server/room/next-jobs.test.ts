import { describe, expect, it } from 'vitest';
import { createMatch } from '../../shared/rules/create.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/rules/data.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/rules/fine-tune.ts';
import type { Match, Prepared, Team, TeamResults, TrainingRun } from '../../shared/rules/match.ts';
import { DEFAULT_SCALE_PLAN } from '../../shared/rules/scale.ts';
import { createSettings } from '../../shared/rules/settings.ts';
import { nextJobs, nextRoundSteps } from './next-jobs.ts';

const IDLE: ReadonlySet<string> = new Set();
const PREPARED = { parameters: 1, trainTokens: 1, datasets: [] } as unknown as Prepared;

function training(changes: Partial<TrainingRun> = {}): TrainingRun {
  return {
    status: 'running',
    stoppedEarly: false,
    rowsTotal: 100,
    rowsUsed: 0,
    tokensTotal: 6400,
    tokensUsed: 0,
    roundsDone: 0,
    round: null,
    missedRounds: {},
    curve: [],
    filmstrip: [],
    scoredTokens: 0,
    ...changes,
  };
}

/** One team that has decided everything, in the pretrain stage, with one connected player. */
function decided(): { match: Match; team: Team } {
  const settings = createSettings('short', { teamCount: 1 });
  const match = createMatch({ code: 'BOKA42', settings, teamNames: ['Mudlarks'] });
  match.stage = 'pretrain';
  match.budgetFlops = 1e12;
  match.players.ada = { id: 'ada', name: 'Ada', teamId: 'team-1', connected: true, device: null };
  const team = match.teams['team-1'];
  team.plans = { data: DEFAULT_DATA_PLAN, scale: DEFAULT_SCALE_PLAN, 'fine-tune': null };
  return { match, team };
}

describe('jobs for the referee', () => {
  it('begin when data and scale are decided', () => {
    const { match, team } = decided();
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'prepare', teamId: 'team-1' }]);
    team.plans.scale = null;
    expect(nextJobs(match, IDLE)).toEqual([]);
  });

  it('come one at a time for a team', () => {
    expect(nextJobs(decided().match, new Set(['team-1']))).toEqual([]);
  });

  it('score the newest weights, and rest when they are scored', () => {
    const { match, team } = decided();
    team.prepared = PREPARED;
    team.runs.pretrain = training({ tokensUsed: 640, scoredTokens: 320 });
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'score', teamId: 'team-1', stage: 'pretrain' }]);
    team.runs.pretrain.scoredTokens = 640;
    expect(nextJobs(match, IDLE)).toEqual([]);
  });

  it('prepare fine-tuning once its plan stands, and ask the base model first', () => {
    const { match, team } = decided();
    team.prepared = PREPARED;
    team.runs.pretrain = training({ status: 'finished', tokensUsed: 640, scoredTokens: 640 });
    match.stage = 'fine-tune';
    expect(nextJobs(match, IDLE)).toEqual([]);
    team.plans['fine-tune'] = DEFAULT_FINE_TUNE_PLAN;
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'prepareTuning', teamId: 'team-1' }]);
    team.runs['fine-tune'] = training();
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'score', teamId: 'team-1', stage: 'fine-tune' }]);
    team.tuning = { inFormShare: 0, baseInFormShare: 0, answers: [] };
    expect(nextJobs(match, IDLE)).toEqual([]);
  });

  it('examine every team in the debrief, even one that was still waiting for its model', () => {
    const { match, team } = decided();
    match.stage = 'debrief';
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'prepare', teamId: 'team-1' }]);
    team.prepared = PREPARED;
    team.runs.pretrain = training({ status: 'finished' });
    expect(nextJobs(match, IDLE)).toEqual([{ kind: 'final', teamId: 'team-1' }]);
    team.results = {} as TeamResults;
    expect(nextJobs(match, IDLE)).toEqual([]);
  });
});

describe('rounds', () => {
  const open = { number: 1, playerId: 'ada', startRow: 0, rowCount: 16, tokens: 1024, deadlineMs: 5_000 };
  const OPEN = { kind: 'open', teamId: 'team-1', stage: 'pretrain' };
  const ABANDON = { kind: 'abandon', teamId: 'team-1', stage: 'pretrain', round: 1 };

  it('are opened while there is something to train', () => {
    const { match, team } = decided();
    expect(nextRoundSteps(match, 0)).toEqual([]);
    team.runs.pretrain = training();
    expect(nextRoundSteps(match, 0)).toEqual([OPEN]);
    team.runs.pretrain.status = 'finished';
    expect(nextRoundSteps(match, 0)).toEqual([]);
  });

  it('are taken away from devices that are late, gone or removed', () => {
    const { match, team } = decided();
    team.runs.pretrain = training({ round: open });
    expect(nextRoundSteps(match, 4_000)).toEqual([]);
    expect(nextRoundSteps(match, 5_001)).toEqual([ABANDON, OPEN]);
    match.players.ada.connected = false;
    expect(nextRoundSteps(match, 4_000)).toEqual([ABANDON, OPEN]);
    delete match.players.ada;
    expect(nextRoundSteps(match, 4_000)).toEqual([ABANDON, OPEN]);
  });

  it('stay where they are during a pause', () => {
    const { match, team } = decided();
    team.runs.pretrain = training({ round: open });
    match.pausedAtMs = 4_000;
    expect(nextRoundSteps(match, 60_000)).toEqual([]);
  });
});
