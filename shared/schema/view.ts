/** The match as one viewer sees it, in plain objects: what the client's screens and the bots read. */

import type { Stage } from '../lifecycle.ts';
import { NO_ALIGNMENT, type Alignment } from '../rules/align.ts';
import type { Arena } from '../rules/arena.ts';
import type { Auction, Bid } from '../rules/auction.ts';
import type { CurveHint } from '../rules/curve-hints.ts';
import type { Probe } from '../rules/probes.ts';
import type {
  Checkpoint,
  CurvePoint,
  ModelSample,
  Player,
  PlanStage,
  Prepared,
  Proposal,
  Team,
  TeamPlan,
  TeamResults,
  TeamScore,
  TeamText,
} from '../rules/match.ts';
import type { Labels } from '../rules/labels.ts';
import type { MatchSettings } from '../rules/settings.ts';
import type { DeskState, MatchState, RunState, TeamState } from './state.ts';

export interface RunView {
  status: 'running' | 'finished';
  stoppedEarly: boolean;
  tokensTotal: number;
  tokensUsed: number;
  roundsDone: number;
  /** The weights in use, named after the round that made them. */
  version: number;
  /** Times in a row that the referee took weights back. */
  rollbacks: number;
  /** What the team multiplies the planned learning rate by. */
  rateFactor: number;
  /** Weights that may be gone back to, oldest first. */
  checkpoints: Checkpoint[];
  /** The open round: who trains how much of it (players, or SERVER_WORKER), and who has brought it. */
  round: { number: number; shards: { playerId: string; tokens: number; isDone: boolean }[] } | null;
  /** What each device of the team did for this run. */
  workers: { playerId: string; tokens: number; updates: number }[];
  curve: CurvePoint[];
  filmstrip: { tokens: number; samples: ModelSample[] }[];
}

export interface DeskView {
  proposals: Proposal[];
  plans: Team['plans'];
  labels: Labels;
  /** What the team bids so far. */
  bid: Bid | null;
  text: TeamText | null;
  /** What the pretraining curve says. */
  hints: CurveHint[];
  prepared: Prepared | null;
  ownHeldOut: Team['ownHeldOut'];
  tuning: Team['tuning'];
  alignment: Alignment;
  /** Votes on pairs of the own model, rounded down to tens. */
  ownVotes: number;
}

export interface DebriefView {
  plans: Team['plans'];
  prepared: Prepared | null;
  alignment: Alignment;
  results: TeamResults | null;
  score: TeamScore | null;
}

export interface TeamView {
  id: string;
  name: string;
  look: number;
  committed: PlanStage[];
  defaulted: PlanStage[];
  probes: Probe[];
  parameters: number;
  ready: boolean;
  pretrain: RunView | null;
  fineTune: RunView | null;
  align: RunView | null;
  inFormShare: number | null;
  debrief: DebriefView | null;
  /** Null for viewers who are neither of the team nor the host. */
  desk: DeskView | null;
}

/** The auction as everybody sees it: who bid what only once the bids are opened. */
export interface AuctionView extends Pick<Auction, 'kind' | 'closesAtMs' | 'outcome'> {
  /** Teams that have bid or passed, of all. */
  spoken: number;
  teams: number;
}

/** The arena as everybody sees it. */
export interface ArenaView {
  /** Whether the referee has asked all contestants. */
  sampled: boolean;
  pairs: number;
  votes: number;
  /** Votes that all ballots together hold. */
  wanted: number;
  /** Players with a ballot, and those of them who have voted on all of it. */
  voters: number;
  done: number;
  revealed: boolean;
  /** By contestant, once revealed. */
  ratings: Arena['ratings'];
  /** The answer that the host shows; whose it is only once revealed. */
  spotlight: { question: string; text: string; contestantId: string | null } | null;
}

export interface MatchView {
  code: string;
  stage: Stage;
  stageEndsAtMs: number | null;
  pausedAtMs: number | null;
  locked: boolean;
  budgetFlops: number | null;
  /** Pairs of answers to rate, and votes on them, of all teams. */
  pairs: number;
  votes: number;
  /** Null in the lobby. */
  auction: AuctionView | null;
  /** Null before the arena. */
  arena: ArenaView | null;
  settings: MatchSettings | null;
  players: Player[];
  teams: TeamView[];
}

/** The server wrote this JSON from typed values a moment ago, so its shape is trusted; only emptiness is checked. */
function parse<T>(json: string | undefined): T | null {
  return json ? (JSON.parse(json) as T) : null;
}

function readRun(run: RunState | undefined): RunView | null {
  if (!run) return null;
  return {
    status: run.status === 'finished' ? 'finished' : 'running',
    stoppedEarly: run.stoppedEarly,
    tokensTotal: run.tokensTotal,
    tokensUsed: run.tokensUsed,
    roundsDone: run.roundsDone,
    version: run.version,
    rollbacks: run.rollbacks,
    rateFactor: run.rateFactor,
    checkpoints: parse(run.checkpoints) ?? [],
    round: parse(run.round),
    workers: [...run.workers.entries()].map(([playerId, { tokens, updates }]) => ({
      playerId,
      tokens,
      updates,
    })),
    curve: [...run.curve].map((point) => ({
      tokens: point.tokens,
      trainLoss: point.trainLoss ?? null,
      bitsPerByte: point.bitsPerByte ?? null,
    })),
    filmstrip: [...run.filmstrip].map((frame) => ({
      tokens: frame.tokens,
      samples: [...frame.samples].map(({ prompt, text }) => ({ prompt, text })),
    })),
  };
}

function readDesk(desk: DeskState | undefined): DeskView | null {
  if (!desk) return null;
  return {
    proposals: [...desk.proposals].flatMap((proposal) => {
      const proposed = parse<TeamPlan>(proposal.proposed);
      return proposed
        ? [
            {
              id: proposal.id,
              proposerId: proposal.proposerId,
              agreedIds: parse<string[]>(proposal.agreedIds) ?? [],
              proposed,
            },
          ]
        : [];
    }),
    plans: {
      data: parse(desk.plans.get('data')),
      scale: parse(desk.plans.get('scale')),
      'fine-tune': parse(desk.plans.get('fine-tune')),
      align: parse(desk.plans.get('align')),
    },
    labels: Object.fromEntries(
      [...desk.labels.entries()].map(([name, json]) => [name, parse<Labels[string]>(json) ?? {}]),
    ),
    bid: parse(desk.bid),
    text: parse(desk.text),
    hints: parse(desk.hints) ?? [],
    prepared: parse(desk.prepared),
    ownHeldOut: parse(desk.ownHeldOut),
    tuning: parse(desk.tuning),
    alignment: parse(desk.alignment) ?? NO_ALIGNMENT,
    ownVotes: desk.ownVotes,
  };
}

function readTeam(team: TeamState): TeamView {
  return {
    id: team.id,
    name: team.name,
    look: team.look,
    committed: [...team.committed] as PlanStage[],
    defaulted: [...team.defaulted] as PlanStage[],
    probes: parse(team.probes) ?? [],
    parameters: team.parameters,
    ready: team.ready,
    pretrain: readRun(team.pretrain),
    fineTune: readRun(team.fineTune),
    align: readRun(team.align),
    inFormShare: team.inFormShare ?? null,
    debrief: parse(team.debrief),
    desk: readDesk(team.desk),
  };
}

/** Reads the synchronised state into plain objects; call it after each patch. */
export function readView(state: MatchState): MatchView {
  return {
    code: state.code,
    stage: state.stage as Stage,
    stageEndsAtMs: state.stageEndsAtMs ?? null,
    pausedAtMs: state.pausedAtMs ?? null,
    locked: state.locked,
    budgetFlops: state.budgetFlops ?? null,
    pairs: state.pairs,
    votes: state.votes,
    auction: parse(state.auction),
    arena: parse(state.arena),
    settings: parse(state.settings),
    players: [...state.players.values()].map((player) => ({
      id: player.id,
      name: player.name,
      teamId: player.teamId,
      connected: player.connected,
      addsOwnText: player.addsOwnText,
      device:
        player.tokensPerSecond === undefined
          ? null
          : { tokensPerSecond: player.tokensPerSecond, backend: player.backend },
    })),
    teams: [...state.teams.values()].map(readTeam),
  };
}
