/** What each viewer sees of a match, and what never reaches them. */

import { describe, expect, it } from 'vitest';
import { closeAuction } from '../stages/data/auction.ts';
import { reveal } from '../stages/arena/verdict.ts';
import { castVote, recordArena } from '../stages/arena/votes.ts';
import { HOUSE_ID } from '../stages/arena/state.ts';
import { DEFAULT_DATA_PLAN } from '../stages/data/plan.ts';
import type { CurvePoint, TeamResults } from '../match.ts';
import { trainingRun } from '../testing.ts';
import { connect, mineIn, playerNamed, theirsIn, twoTeams } from './testing.ts';
import { sliceOf } from '../slices.ts';

describe('the projection of a match', () => {
  it('tells everybody who plays, and in which team', () => {
    const match = twoTeams();
    const wire = connect(match);
    match.stage = 'data';
    const device = { tokensPerSecond: 20_000, backend: 'wasm' };
    match.players['player-2'] = { ...playerNamed('player-2', 'team-2'), name: 'Bob', device };
    const view = wire.publish();
    expect(view.stage).toBe('data');
    expect(view.players.map(({ name, teamId }) => [name, teamId])).toEqual([
      ['player-1', 'team-1'],
      ['Bob', 'team-2'],
    ]);
    expect(view.players[1]?.device).toEqual(device);
    delete match.players['player-2'];
    delete match.teams['team-2'];
    expect(wire.publish().players).toHaveLength(1);
    expect(wire.publish().teams).toHaveLength(1);
  });

  it("shows what is a team's own to that team only", () => {
    const match = twoTeams();
    const wire = connect(match);
    for (const team of Object.values(match.teams)) {
      team.proposals.push({
        id: `of ${team.name}`,
        proposerId: 'player-1',
        agreedIds: ['player-1'],
        proposed: { stage: 'data', plan: DEFAULT_DATA_PLAN },
      });
      team.drafts.push({
        playerId: `drafter of ${team.name}`,
        drafted: { stage: 'data', plan: DEFAULT_DATA_PLAN },
      });
      team.now.data.basket = { plan: DEFAULT_DATA_PLAN, by: { web: `buyer of ${team.name}` } };
      team.now.data.plan = DEFAULT_DATA_PLAN;
    }
    const { teams } = wire.publish();
    const [mine, theirs] = [mineIn(teams), theirsIn(teams)];
    expect(mine.own?.proposals.map(({ id }) => id)).toEqual(['of Mudlarks']);
    expect(mine.own?.plans.data).toEqual(DEFAULT_DATA_PLAN);
    expect(mine.own?.drafts.map(({ playerId }) => playerId)).toEqual(['drafter of Mudlarks']);
    expect(mine.own?.basket.by).toEqual({ web: 'buyer of Mudlarks' });
    expect(theirs.own).toBeNull();
    expect(wire.everythingTold()).not.toMatch(/(?:drafter|buyer) of Tin Hat/);
    expect(theirs.committed).toEqual(['data']);
    expect(JSON.stringify(theirs)).not.toContain('of Tin Hat');
  });

  it('keeps bids sealed until they are opened: each team sees its own, and how many have spoken', () => {
    const match = twoTeams();
    const wire = connect(match);
    expect(wire.publish().auction).toBeNull();
    match.stage = 'data';
    sliceOf(match, 'data').auction.bids = {
      'team-1': { coins: 31, playerId: 'player-1' },
      'team-2': { coins: 77, playerId: 'player-2' },
    };
    const sealed = wire.publish();
    expect(sealed.auction).toEqual({ kind: 'stories', closesAtMs: null, outcome: null, spoken: 2, teams: 2 });
    expect(mineIn(sealed.teams).own?.bid).toEqual({ coins: 31, playerId: 'player-1' });
    expect(JSON.stringify(sealed)).not.toContain('77');
    expect(JSON.stringify(sealed)).not.toContain('drawSeed');
    closeAuction(match);
    expect(wire.publish().auction?.outcome).toEqual({
      winnerId: 'team-2',
      coins: 77,
      bids: { 'team-1': 31, 'team-2': 77 },
      isDrawn: false,
    });
  });

  it('shows labels to the team that gives them, as they come and as they are corrected', () => {
    const match = twoTeams();
    const wire = connect(match);
    const [mine, theirs] = [mineIn(match.teams), theirsIn(match.teams)];
    theirs.now.data.labels['posts/1'] = { 'player-2': 'toss' };
    mine.now.data.labels['web/3'] = { 'player-1': 'keep' };
    expect(mineIn(wire.publish().teams).own?.labels).toEqual({ 'web/3': { 'player-1': 'keep' } });
    mine.now.data.labels['web/3'] = { 'player-1': 'toss', 'player-3': 'keep' };
    mine.now.data.labels['web/8'] = { 'player-3': 'toss' };
    const [own, others] = wire.publish().teams.map((team) => team.own);
    expect(own?.labels).toEqual(mine.now.data.labels);
    expect(others).toBeNull();
  });

  it('follows votes, and takes decided proposals away', () => {
    const match = twoTeams();
    const wire = connect(match);
    const team = mineIn(match.teams);
    const proposed = { stage: 'data', plan: DEFAULT_DATA_PLAN } as const;
    team.proposals.push({ id: 'p', proposerId: 'player-1', agreedIds: ['player-1'], proposed });
    wire.publish();
    team.proposals[0]?.agreedIds.push('player-3');
    expect(mineIn(wire.publish().teams).own?.proposals[0]?.agreedIds).toEqual(['player-1', 'player-3']);
    team.proposals.push({ id: 'q', proposerId: 'player-4', agreedIds: ['player-4'], proposed });
    expect(mineIn(wire.publish().teams).own?.proposals.map(({ id }) => id)).toEqual(['p', 'q']);
    team.proposals.shift();
    const left = mineIn(wire.publish().teams).own?.proposals;
    expect(left).toEqual(team.proposals);
    team.proposals = [];
    expect(mineIn(wire.publish().teams).own?.proposals).toEqual([]);
  });

  it('grows curves and filmstrips, and fills scores in where they belong', () => {
    const match = twoTeams();
    const wire = connect(match);
    const team = mineIn(match.teams);
    const pretrain = trainingRun({
      round: {
        number: 1,
        openedAtMs: 0,
        plannedSeconds: 5,
        deadlineMs: 1,
        shards: [{ playerId: 'player-1', startRow: 0, rowCount: 9, tokens: 576, update: null }],
      },
    });
    team.now.pretrain.run = pretrain;
    expect(mineIn(wire.publish().teams).runs.pretrain?.round).toEqual({
      number: 1,
      openedAtMs: 0,
      plannedSeconds: 5,
      shards: [{ playerId: 'player-1', tokens: 576, isDone: false }],
    });
    pretrain.round = null;
    const point: CurvePoint = { tokens: 576, trainLoss: 5.5, bitsPerByte: null };
    pretrain.curve.push(point);
    wire.publish();
    point.bitsPerByte = 3.25;
    pretrain.filmstrip.push({ tokens: 576, samples: [{ prompt: 'One day', text: 'the the the' }] });
    const seen = mineIn(wire.publish().teams).runs.pretrain;
    expect(seen?.round).toBeNull();
    expect(seen?.curve).toEqual([{ tokens: 576, trainLoss: 5.5, bitsPerByte: 3.25 }]);
    expect(seen?.filmstrip).toEqual(pretrain.filmstrip);
  });

  it('shows of the runs of others how far they are, and not who trains what and what it writes', () => {
    const match = twoTeams();
    const wire = connect(match);
    const curve = [{ tokens: 576, trainLoss: 5.5, bitsPerByte: 3.25 }];
    const filmstrip = [{ tokens: 576, samples: [{ prompt: 'One day', text: 'the the the' }] }];
    const worker = { lastRound: 1, strikes: 0, restsUntilRound: 0, rowsPerSecond: null };
    const workers = { 'player-2': { ...worker, tokens: 576, updates: 1 } };
    theirsIn(match.teams).now.pretrain.run = trainingRun({ curve, filmstrip, workers });
    const { runs } = theirsIn(wire.publish().teams);
    expect(runs.pretrain).toMatchObject({ curve, filmstrip: [], workers: [], round: null });
  });

  it('shows what each device did, and takes back what did not count', () => {
    const match = twoTeams();
    const wire = connect(match);
    const worker = { lastRound: 1, strikes: 0, restsUntilRound: 0, rowsPerSecond: null };
    const points = [0, 576].map((tokens) => ({ tokens, trainLoss: null, bitsPerByte: 3 }));
    const pretrain = trainingRun({ curve: [...points], version: 1 });
    pretrain.workers['player-1'] = { ...worker, tokens: 576, updates: 1 };
    mineIn(match.teams).now.pretrain.run = pretrain;
    expect(mineIn(wire.publish().teams).runs.pretrain).toMatchObject({
      version: 1,
      workers: [{ playerId: 'player-1', tokens: 576, updates: 1 }],
    });
    pretrain.workers['player-1'] = { ...worker, tokens: 0, updates: 0 };
    pretrain.curve.pop();
    Object.assign(pretrain, { version: 0, rollbacks: 1 });
    expect(mineIn(wire.publish().teams).runs.pretrain).toMatchObject({
      version: 0,
      rollbacks: 1,
      curve: [points[0]],
      workers: [{ playerId: 'player-1', tokens: 0, updates: 0 }],
    });
  });

  it('keeps results and plans of others back until the debrief', () => {
    const match = twoTeams();
    const wire = connect(match);
    const results = { answers: [], preference: { klNats: 2.5 } } as unknown as TeamResults;
    theirsIn(match.teams).now.debrief.results = results;
    theirsIn(match.teams).now.data.plan = DEFAULT_DATA_PLAN;
    const early = wire.publish();
    expect(theirsIn(early.teams).debrief).toBeNull();
    expect(wire.everythingTold()).not.toContain('klNats');
    match.stage = 'debrief';
    const debrief = theirsIn(wire.publish().teams).debrief;
    expect(debrief?.plans.data).toEqual(DEFAULT_DATA_PLAN);
    expect(debrief?.results).toEqual(results);
  });

  it('counts votes, those on the own answers in tens, and never tells whose pair it is', () => {
    const match = twoTeams();
    const wire = connect(match);
    for (let index = 0; index < 19; index++) {
      const card = {
        id: `pair ${index}`,
        trait: 'kind' as const,
        question: '?',
        evidence: '',
        a: 'x',
        b: 'y',
      };
      sliceOf(match, 'align').pairs[card.id] = { ...card, teamId: 'team-1' };
      sliceOf(match, 'align').ratings[card.id] = { 'player-2': 'a' };
    }
    const view = wire.publish();
    expect([view.pairs, view.votes, mineIn(view.teams).own?.ownVotes]).toEqual([19, 19, 10]);
    expect(JSON.stringify(view)).not.toContain('pair 1');
  });

  it('tells a lab and the host how many votes its members have cast, and who has some left', () => {
    const match = twoTeams();
    const wire = connect(match);
    const cast = () => mineIn(wire.publish().teams).own?.cast;
    expect(cast()).toBeNull();
    match.stage = 'align';
    sliceOf(match, 'align').ratings = { one: { 'player-1': 'a' }, two: { 'player-1': 'skip' } };
    expect(cast()).toEqual({ given: 1, wanted: null, leftIds: [] });
    match.stage = 'arena';
    const card = { criterion: 'kind' as const, referee: null, question: '?', evidence: '', a: 'x', b: 'y' };
    const who = { a: 'team-2', b: HOUSE_ID };
    recordArena(
      { match, nowMs: 0 },
      ['one', 'two'].map((id) => ({ ...card, id, who })),
    );
    castVote(match, 'player-1', 'one', 'a');
    expect(cast()).toEqual({ given: 1, wanted: 2, leftIds: ['player-1'] });
  });

  it('tells who stood behind an answer, and how votes fell, only when the curtains open', () => {
    const match = twoTeams();
    const wire = connect(match);
    match.stage = 'arena';
    const pairs = [0, 1, 2].map((index) => ({
      id: `card ${index}`,
      criterion: 'kind' as const,
      referee: 'a' as const,
      question: 'How are you?',
      evidence: '',
      a: `left ${index}`,
      b: `right ${index}`,
      who: { a: 'team-1', b: HOUSE_ID },
    }));
    expect(recordArena({ match, nowMs: 0 }, pairs).ok).toBe(true);
    sliceOf(match, 'arena').spotlight = { pairId: 'card 1', side: 'b' };
    expect(castVote(match, 'player-2', 'card 0', 'a').ok).toBe(true);
    const blind = wire.publish();
    expect(blind.arena).toEqual({
      sampled: true,
      pairs: 3,
      votes: 1,
      wanted: 3,
      voters: 1,
      done: 0,
      revealed: false,
      ratings: null,
      benches: null,
      criteria: null,
      spotlight: { question: 'How are you?', text: 'right 1', contestantId: null },
    });
    expect(JSON.stringify(blind.arena)).not.toMatch(/team|house|card|left/);
    reveal({ match, nowMs: 0 });
    const open = wire.publish();
    expect(open.arena?.spotlight?.contestantId).toBe(HOUSE_ID);
    expect(open.arena?.ratings?.map(({ id }) => id)).toEqual([HOUSE_ID, 'team-1']);
  });

  it('sends nothing when nothing changed', () => {
    const match = twoTeams();
    mineIn(match.teams).now.pretrain.run = trainingRun({
      curve: [{ tokens: 1, trainLoss: 2, bitsPerByte: null }],
    });
    const wire = connect(match);
    wire.publish();
    expect(wire.bytesOfNextPatch()).toBe(0);
  });
});
