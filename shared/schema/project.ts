/** Writes a match into its synchronised state: one way, only what changed, and no secret has a field to go to. */

import { countVotes } from '../rules/align.ts';
import { curveHints, type CurveHint } from '../rules/curve-hints.ts';
import { normalizedShares } from '../rules/data.ts';
import type { CurvePoint, Match, OpenRound, Player, Proposal, Team, TrainingRun } from '../rules/match.ts';
import { hasSpoken } from '../rules/auction.ts';
import { countArenaVotes, hasVoted } from '../rules/arena.ts';
import {
  CurvePointState,
  DeskState,
  FrameState,
  MatchState,
  PlayerState,
  ProposalState,
  RunState,
  SampleState,
  TeamState,
  WorkerState,
} from './state.ts';
import type { ArenaView, AuctionView, RunView } from './view.ts';

interface Keyed<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): unknown;
  delete(key: string): boolean;
  keys(): Iterable<string>;
}

/** Copies fields into a schema instance; equal ones are left alone, so that nothing is sent for them. */
function assign<T extends object>(state: T, fields: Partial<T>): void {
  for (const key of Object.keys(fields) as (keyof T)[]) {
    if (state[key] !== fields[key]) state[key] = fields[key] as T[keyof T];
  }
}

/** Makes a keyed collection hold exactly these entries, building what is missing. */
function projectMap<S, V>(
  states: Keyed<S>,
  values: Record<string, V>,
  create: (value: V) => S,
  update: (state: S, value: V) => void,
): void {
  for (const key of Array.from(states.keys())) if (!(key in values)) states.delete(key);
  for (const [key, value] of Object.entries(values)) {
    let state = states.get(key);
    if (state === undefined) {
      state = create(value);
      states.set(key, state);
    }
    update(state, value);
  }
}

/** Makes a list of strings equal to another, in place. */
function projectList(states: string[], values: readonly string[]): void {
  while (states.length > values.length) states.pop();
  values.forEach((value, index) => {
    if (index === states.length) states.push(value);
    else if (states[index] !== value) states[index] = value;
  });
}

function projectPlayer(state: PlayerState, player: Player): void {
  assign(state, {
    name: player.name,
    teamId: player.teamId,
    connected: player.connected,
    tokensPerSecond: player.device?.tokensPerSecond,
    backend: player.device?.backend ?? '',
    addsOwnText: player.addsOwnText,
  });
}

function pointFields(point: CurvePoint): Pick<CurvePointState, 'tokens' | 'trainLoss' | 'bitsPerByte'> {
  return {
    tokens: point.tokens,
    trainLoss: point.trainLoss ?? undefined,
    bitsPerByte: point.bitsPerByte ?? undefined,
  };
}

/** Points are appended or get their score later; those of rounds that were undone are taken away. */
function projectCurve(run: RunState, curve: readonly CurvePoint[]): void {
  while (run.curve.length > curve.length) run.curve.pop();
  curve.forEach((point, index) => {
    const state = run.curve[index];
    if (state === undefined) run.curve.push(new CurvePointState(pointFields(point)));
    else assign(state, pointFields(point));
  });
}

/** Frames of samples are only ever appended. */
function projectFilmstrip(run: RunState, filmstrip: TrainingRun['filmstrip']): void {
  for (const frame of filmstrip.slice(run.filmstrip.length)) {
    run.filmstrip.push(
      new FrameState({
        tokens: frame.tokens,
        samples: frame.samples.map(({ prompt, text }) => new SampleState({ prompt, text })),
      }),
    );
  }
}

function roundView({ number, shards }: OpenRound): RunView['round'] {
  return {
    number,
    shards: shards.map(({ playerId, tokens, update }) => ({ playerId, tokens, isDone: update !== null })),
  };
}

function projectRun(existing: RunState | undefined, run: TrainingRun | null): RunState | undefined {
  if (run === null) return undefined;
  const state = existing ?? new RunState();
  assign(state, {
    status: run.status,
    stoppedEarly: run.stoppedEarly,
    tokensTotal: run.tokensTotal,
    tokensUsed: run.tokensUsed,
    roundsDone: run.roundsDone,
    version: run.version,
    round: run.round ? JSON.stringify(roundView(run.round)) : '',
    rollbacks: run.rollbacks,
    rateFactor: run.rateFactor,
    checkpoints: JSON.stringify(run.checkpoints),
  });
  projectMap(
    state.workers,
    run.workers,
    ({ tokens, updates }) => new WorkerState({ tokens, updates }),
    (worker, { tokens, updates }) => assign(worker, { tokens, updates }),
  );
  projectCurve(state, run.curve);
  projectFilmstrip(state, run.filmstrip);
  return state;
}

/** Proposals come at the end, go from anywhere, and change only in who is for them. */
function projectProposals(desk: DeskState, proposals: readonly Proposal[]): void {
  for (let index = desk.proposals.length - 1; index >= 0; index--) {
    if (!proposals.some(({ id }) => id === desk.proposals[index].id)) desk.proposals.splice(index, 1);
  }
  proposals.forEach(({ id, proposerId, agreedIds, proposed }, index) => {
    let state = desk.proposals[index];
    if (state === undefined) {
      state = new ProposalState({ id, proposerId, proposed: JSON.stringify(proposed) });
      desk.proposals.push(state);
    }
    assign(state, { agreedIds: JSON.stringify(agreedIds) });
  });
}

/** Votes are told in steps of this many. */
const VOTE_STEP = 10;

function hintsOf({ runs, plans }: Team): CurveHint[] {
  const readKinds = plans.data ? normalizedShares(plans.data).map(({ kind }) => kind) : [];
  return runs.pretrain ? curveHints(runs.pretrain, readKinds) : [];
}

function projectDesk(desk: DeskState, team: Team, match: Match): void {
  projectProposals(desk, team.proposals);
  for (const [stage, plan] of Object.entries(team.plans)) {
    const json = plan === null ? undefined : JSON.stringify(plan);
    if (json === undefined) desk.plans.delete(stage);
    else if (desk.plans.get(stage) !== json) desk.plans.set(stage, json);
  }
  for (const [name, byPlayer] of Object.entries(team.labels)) {
    const json = JSON.stringify(byPlayer);
    if (desk.labels.get(name) !== json) desk.labels.set(name, json);
  }
  const bid = match.auction.bids[team.id];
  assign(desk, {
    bid: bid ? JSON.stringify(bid) : '',
    text: team.text ? JSON.stringify(team.text) : '',
    hints: JSON.stringify(hintsOf(team)),
    prepared: team.prepared ? JSON.stringify(team.prepared) : '',
    ownHeldOut: team.ownHeldOut ? JSON.stringify(team.ownHeldOut) : '',
    tuning: team.tuning ? JSON.stringify(team.tuning) : '',
    alignment: JSON.stringify(team.alignment),
    ownVotes: Math.floor(countVotes(match, team.id, 'own') / VOTE_STEP) * VOTE_STEP,
  });
}

/** What everybody may know of a team once the match is over; before, the empty string. */
function debriefOf(match: Match, team: Team): string {
  if (match.stage !== 'debrief') return '';
  const { plans, prepared, alignment, results, score } = team;
  return JSON.stringify({ plans, prepared, alignment, results, score });
}

/** What everybody may know of the auction: how many have spoken, and all bids once they are opened. */
function auctionOf(match: Match): string {
  if (match.stage === 'lobby') return '';
  const { kind, closesAtMs, outcome } = match.auction;
  const teams = Object.values(match.teams);
  const spoken = teams.filter((team) => hasSpoken(match, team)).length;
  const view: AuctionView = { kind, closesAtMs, outcome, spoken, teams: teams.length };
  return JSON.stringify(view);
}

/** What everybody may know of the arena: who is behind an answer, and how votes fell, only after the reveal. */
function arenaOf(match: Match): string {
  const { arena, stage, players } = match;
  if (stage !== 'arena' && stage !== 'debrief') return '';
  const voters = Object.values(players).filter(({ id }) => (arena.ballots[id]?.length ?? 0) > 0);
  const shown = arena.spotlight && arena.pairs[arena.spotlight.pairId];
  const view: ArenaView = {
    sampled: arena.sampled,
    pairs: Object.keys(arena.pairs).length,
    votes: countArenaVotes(arena),
    wanted: voters.reduce((sum, { id }) => sum + arena.ballots[id].length, 0),
    voters: voters.length,
    done: voters.filter(({ id }) => hasVoted(match, id)).length,
    revealed: arena.revealed,
    ratings: arena.revealed ? arena.ratings : null,
    spotlight:
      shown && arena.spotlight
        ? {
            question: shown.question,
            text: shown[arena.spotlight.side],
            contestantId: arena.revealed ? shown.who[arena.spotlight.side] : null,
          }
        : null,
  };
  return JSON.stringify(view);
}

function projectTeam(state: TeamState, team: Team, match: Match): void {
  const plans = Object.entries(team.plans).flatMap(([stage, plan]) => (plan === null ? [] : [stage]));
  projectList(state.committed, plans);
  projectList(state.defaulted, team.defaulted);
  assign(state, {
    name: team.name,
    look: team.look,
    probes: JSON.stringify(team.probes),
    parameters: team.prepared?.parameters ?? 0,
    ready: team.prepared !== null,
    inFormShare: team.tuning?.inFormShare,
    debrief: debriefOf(match, team),
  });
  const pretrain = projectRun(state.pretrain, team.runs.pretrain);
  if (state.pretrain !== pretrain) state.pretrain = pretrain;
  const fineTune = projectRun(state.fineTune, team.runs['fine-tune']);
  if (state.fineTune !== fineTune) state.fineTune = fineTune;
  const align = projectRun(state.align, team.runs.align);
  if (state.align !== align) state.align = align;
  projectDesk(state.desk, team, match);
}

function emptyTeam(team: Team): TeamState {
  return new TeamState({ id: team.id, name: team.name, look: team.look, desk: new DeskState() });
}

/** The synchronised state of a match that has just been made. */
export function createMatchState(match: Match): MatchState {
  const state = new MatchState({ code: match.code, settings: JSON.stringify(match.settings) });
  projectMatch(match, state);
  return state;
}

/** Brings the synchronised state up to date with the match; call it after every move. */
export function projectMatch(match: Match, state: MatchState): void {
  assign(state, {
    stage: match.stage,
    stageEndsAtMs: match.stageEndsAtMs ?? undefined,
    pausedAtMs: match.pausedAtMs ?? undefined,
    locked: match.locked,
    budgetFlops: match.budgetFlops ?? undefined,
    pairs: Object.keys(match.pairs).length,
    votes: countVotes(match, '', 'all'),
    auction: auctionOf(match),
    arena: arenaOf(match),
  });
  projectMap(
    state.players,
    match.players,
    (player) => new PlayerState({ id: player.id, name: player.name, teamId: player.teamId }),
    projectPlayer,
  );
  projectMap(state.teams, match.teams, emptyTeam, (teamState, team) => projectTeam(teamState, team, match));
}
