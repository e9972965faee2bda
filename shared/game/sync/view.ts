/** The match as one viewer sees it, in plain objects: what the client's screens and the bots read. */

import type { AlignView } from '../stages/align/view.ts';
import type { ArenaView } from '../stages/arena/view.ts';
import type { AuctionView } from '../stages/data/view.ts';
import type { PlanStage, Stage } from '../../lifecycle.ts';
import { NO_ALIGNMENT, type Alignment } from '../stages/align/state.ts';
import { EMPTY_BASKET } from '../stages/data/basket-changes.ts';
import type { Basket } from '../stages/data/plan.ts';
import type { Bid } from '../stages/data/state.ts';
import type { CurveHint } from '../stages/pretrain/curve-hints.ts';
import type { Hardest } from '../training/hardest.ts';
import type { Probe } from '../stages/scale/state.ts';
import type {
  ScoredCheckpoint,
  CurvePoint,
  Draft,
  Match,
  ModelSample,
  Player,
  FineTuneTeamSlice,
  Prepared,
  PretrainTeamSlice,
  Proposal,
  TeamSlices,
  TeamResults,
  TeamText,
  TrainingStage,
} from '../match.ts';
import type { TeamScore } from '../team-score.ts';
import type { Labels } from '../stages/data/state.ts';
import type { ReportedText } from '../reported.ts';
import type { ScreenView } from '../screen-kinds.ts';
import type { MatchSettings } from '../settings.ts';
import type { Sign } from '../signs.ts';
import type { SurveyView } from '../survey.ts';
import type { SharedAnswer, ShownAnswer } from '../voices.ts';
import type { Ancestor } from '../training/start.ts';
import { readLabels } from './labels.ts';
import { parse, readSeries } from './read-json.ts';
import { ofRun } from './run-key.ts';
import type { OwnTeamState, MatchState, RunState, TeamState } from './state.ts';

export interface RunView {
  status: 'running' | 'finished';
  stoppedEarly: boolean;
  /** When the team stopped it; null where it has not. */
  stoppedAtMs: number | null;
  tokensTotal: number;
  tokensUsed: number;
  roundsDone: number;
  /** The weights in use, named after the round that made them. */
  version: number;
  /** The weights that it began with. */
  firstVersion: number;
  /** Times in a row that the referee took weights back. */
  rollbacks: number;
  /** What the team multiplies the planned learning rate by. */
  rateFactor: number;
  /** Weights that may be gone back to, oldest first. Not shown of other teams. */
  checkpoints: ScoredCheckpoint[];
  /** The open round: who trains how much of it (players, or SERVER_WORKER), and who has brought it. Not shown of other teams. */
  round: {
    number: number;
    openedAtMs: number;
    /** How long it should take. */
    plannedSeconds: number;
    shards: { playerId: string; tokens: number; isDone: boolean }[];
  } | null;
  /** What each device of the team did for this run, and how many rounds in a row it missed. Not shown of other teams. */
  workers: { playerId: string; tokens: number; updates: number; strikes: number }[];
  curve: CurvePoint[];
  /** What the newest surprise is mostly made of; null before it was measured by kind. */
  hardest: Hardest | null;
  /** What it wrote on the way. Not shown of other teams. */
  filmstrip: { tokens: number; samples: ModelSample[] }[];
}

/** Committed plans; null where nothing is decided yet. */
export type TeamPlans = { [Name in 'data' | 'scale' | 'fine-tune' | 'align']: TeamSlices[Name]['plan'] };

/** Votes that a team's members have cast in the present stage. */
export interface CastVotes {
  given: number;
  /** What their ballots hold; null where there is no end to it. */
  wanted: number | null;
  /** Who has some left. */
  leftIds: string[];
}

export interface RemovedPlayer {
  id: string;
  name: string;
}

export interface OwnTeamView {
  /** What only the team may know of each stage, by its name. */
  views: MatchView['views'];
  proposals: Proposal[];
  /** What each member would choose in the present stage. */
  drafts: Draft[];
  /** What they put together in the data stage. */
  basket: Basket;
  /** Stages where the clock took what they had put together, though nobody had proposed it. */
  takenUnsaid: PlanStage[];
  plans: TeamPlans;
  labels: Labels;
  /** What the team bids so far. */
  bid: Bid | null;
  /** What it may spend in the present generation. */
  coins: number;
  /** The model that it pretrained in the generation before, to go on from; null where there is none. */
  ancestor: Ancestor | null;
  text: TeamText | null;
  /** What the pretraining curve says. */
  hints: CurveHint[];
  prepared: Prepared | null;
  ownHeldOut: PretrainTeamSlice['ownHeldOut'];
  tuning: FineTuneTeamSlice['tuning'];
  /** Cards of its plan that don't fit into the model's context. */
  cardsLeftOut: number;
  alignment: Alignment;
  /** What it has sent to the host to be shown. */
  answers: SharedAnswer[];
  /** What its players reported. */
  reports: ReportedText[];
  /** Votes on pairs of the own model, rounded down to tens. */
  ownVotes: number;
  /** Null where nobody votes now. */
  cast: CastVotes | null;
  /** Whom the host has removed from it, and may take back. */
  removed: RemovedPlayer[];
}

/** A player as everybody sees him. */
export interface PlayerView extends Player {
  /** Since when the page has given its sign, or since when the line is gone, in server milliseconds. */
  sinceMs: number;
}

export interface DebriefView {
  plans: TeamPlans;
  prepared: Prepared | null;
  alignment: Alignment;
  results: TeamResults | null;
  score: TeamScore | null;
}

/** What came of a generation that is over. */
export interface PastView {
  score: TeamScore | null;
  parameters: number;
}

export interface TeamView {
  id: string;
  name: string;
  look: number;
  committed: PlanStage[];
  defaulted: PlanStage[];
  probes: Probe[];
  parameters: number;
  /** Generations that are over, oldest first. */
  past: PastView[];
  ready: boolean;
  runs: Record<TrainingStage, RunView | null>;
  inFormShare: number | null;
  debrief: DebriefView | null;
  /** What all may know of the team in each stage, by its name; each stage alone knows the type of its own. */
  views: Partial<Record<Stage, unknown>>;
  /** Null for viewers who are neither of the team nor the host. */
  own: OwnTeamView | null;
}

export interface MatchView {
  code: string;
  /** Addresses at which others come in; the first is the one to show. */
  joinOrigins: string[];
  stage: Stage;
  stageEndsAtMs: number | null;
  /** Since when there is something to do in the stage, in server milliseconds, pauses left out. */
  workSinceMs: number;
  /** Set while all labs are done: players who have asked for more time, in order. */
  ready: { moreIds: string[] } | null;
  pausedAtMs: number | null;
  broughtBack: Match['broughtBack'];
  locked: boolean;
  /** Whether timers are off: each stage lasts until the host moves on. */
  untimed: boolean;
  /** Whether the match has paused itself, since the host is gone. */
  isHostMissed: boolean;
  /** Whether the stage can begin again, and how often any has. */
  mayRepeat: boolean;
  repeats: number;
  /** Labs whose models' words the host has hidden from everybody. */
  hushed: string[];
  /** Pairs of answers that are hidden from everybody, since somebody reported them. */
  reported: string[];
  /** The host's links to more screens. */
  screens: ScreenView[];
  /** Of the projector. */
  volume: number;
  /** How many have answered the open questions; null where none are asked. */
  survey: SurveyView | null;
  budgetFlops: number | null;
  /** Which generation it is in, counted from 1. */
  generation: number;
  /** Pairs of answers to rate, and votes on them, of all teams. */
  pairs: number;
  votes: number;
  /** What all may know of each stage, by its name; each stage alone knows the type of its own. */
  views: Partial<Record<Stage, unknown>>;
  /** Null in the lobby. */
  auction: AuctionView | null;
  /** Null before the arena. */
  arena: ArenaView | null;
  settings: MatchSettings | null;
  /** The answer of a model that the host shows the class. */
  shownAnswer: ShownAnswer | null;
  /** How many of the audience are here. */
  audience: number;
  players: PlayerView[];
  teams: TeamView[];
}

/** The id of the step that is on: what a command of the host is for. */
export function stepOf({ generation, stage }: Pick<MatchView, 'generation' | 'stage'>): string {
  return `${generation}.${stage}`;
}

/** Labs that people or a bot play; one that nobody is in has nothing to show. */
export function playingTeams({ settings, players, teams }: MatchView): TeamView[] {
  const hasBots = settings?.bots ?? false;
  return teams.filter((team) => hasBots || players.some(({ teamId }) => teamId === team.id));
}

type Point = [tokens: number, trainLoss: number | null, bitsPerByte: number | null];

/** `own` is there for the run's own team and the host only. */
function readRun(
  stage: TrainingStage,
  run: RunState | undefined,
  own: OwnTeamState | undefined,
): RunView | null {
  if (!run) return null;
  const workers = own ? ofRun(own.workers.entries(), stage) : new Map<string, string>();
  return {
    status: run.status === 'finished' ? 'finished' : 'running',
    stoppedEarly: run.stoppedEarly,
    stoppedAtMs: run.stoppedAtMs ?? null,
    tokensTotal: run.tokensTotal,
    tokensUsed: run.tokensUsed,
    roundsDone: run.roundsDone,
    version: run.version,
    firstVersion: run.firstVersion,
    rollbacks: run.rollbacks,
    rateFactor: run.rateFactor,
    checkpoints: parse(own?.checkpoints.get(stage) ?? '') ?? [],
    round: parse(own?.rounds.get(stage) ?? ''),
    workers: Array.from(workers, ([playerId, text]) => {
      const [tokens = 0, updates = 0, strikes = 0] = parse<number[]>(text) ?? [];
      return { playerId, tokens, updates, strikes };
    }),
    curve: readSeries<Point>(run.curve).map(([tokens, trainLoss, bitsPerByte]) => ({
      tokens,
      trainLoss,
      bitsPerByte,
    })),
    hardest: parse(run.hardest),
    filmstrip: own ? readSeries(ofRun(own.filmstrips.entries(), stage), run) : [],
  };
}

function readOwnTeam(own: OwnTeamState | undefined): OwnTeamView | null {
  if (!own) return null;
  return {
    views: readViews(own.views),
    proposals: parse(own.proposals) ?? [],
    drafts: parse(own.drafts) ?? [],
    basket: parse(own.basket) ?? EMPTY_BASKET,
    takenUnsaid: parse(own.takenUnsaid) ?? [],
    plans: {
      data: parse(own.plans.get('data')),
      scale: parse(own.plans.get('scale')),
      'fine-tune': parse(own.plans.get('fine-tune')),
      align: parse(own.plans.get('align')),
    },
    labels: readLabels(own),
    bid: parse(own.bid),
    coins: own.coins,
    ancestor: parse(own.ancestor),
    text: parse(own.text),
    hints: parse(own.hints) ?? [],
    prepared: parse(own.prepared),
    ownHeldOut: parse(own.ownHeldOut),
    tuning: parse(own.tuning),
    cardsLeftOut: own.cardsLeftOut,
    alignment: parse(own.alignment) ?? NO_ALIGNMENT,
    answers: parse(own.answers) ?? [],
    reports: parse(own.reports) ?? [],
    ownVotes: own.ownVotes,
    cast: parse(own.cast),
    removed: parse(own.removed) ?? [],
  };
}

const readViews = (texts: Map<string, string>): MatchView['views'] =>
  Object.fromEntries(Array.from(texts.entries(), ([stage, text]) => [stage, parse(text)]));

function readTeam(team: TeamState): TeamView {
  const debrief = parse<Omit<DebriefView, 'results'>>(team.debrief);
  return {
    id: team.id,
    name: team.name,
    look: team.look,
    committed: parse(team.committed) ?? [],
    defaulted: parse(team.defaulted) ?? [],
    probes: parse(team.probes) ?? [],
    parameters: team.parameters,
    past: parse(team.past) ?? [],
    ready: team.ready,
    runs: {
      pretrain: readRun('pretrain', team.pretrain, team.own),
      'fine-tune': readRun('fine-tune', team.fineTune, team.own),
      align: readRun('align', team.align, team.own),
      test: readRun('test', team.test, team.own),
    },
    inFormShare: team.inFormShare ?? null,
    debrief: debrief && { ...debrief, results: parse(team.results) },
    views: readViews(team.views),
    own: readOwnTeam(team.own),
  };
}

/** Reads the synchronised state into plain objects; call it after each patch. */
export function readView(state: MatchState): MatchView {
  const views = readViews(state.views);
  const rated = views.align as AlignView | undefined;
  return {
    code: state.code,
    joinOrigins: parse(state.joinOrigins) ?? [],
    stage: state.stage as Stage,
    stageEndsAtMs: state.stageEndsAtMs ?? null,
    workSinceMs: state.workSinceMs,
    ready: state.ready ? { moreIds: parse(state.ready) ?? [] } : null,
    pausedAtMs: state.pausedAtMs ?? null,
    broughtBack: (state.broughtBack || null) as MatchView['broughtBack'],
    locked: state.locked,
    untimed: state.untimed,
    isHostMissed: state.isHostMissed,
    mayRepeat: state.mayRepeat,
    repeats: state.repeats,
    hushed: parse(state.hushed) ?? [],
    reported: parse(state.reported) ?? [],
    screens: parse(state.screens) ?? [],
    volume: state.volume,
    survey: parse(state.survey),
    budgetFlops: state.budgetFlops ?? null,
    generation: state.generation,
    pairs: rated?.pairs ?? 0,
    votes: rated?.votes ?? 0,
    views,
    auction: (views.data as AuctionView | undefined) ?? null,
    arena: (views.arena as ArenaView | undefined) ?? null,
    settings: parse(state.settings),
    audience: state.audience,
    shownAnswer: parse(state.shownAnswer),
    players: [...state.players.values()].map((player) => ({
      id: player.id,
      name: player.name,
      teamId: player.teamId,
      connected: player.connected,
      addsOwnText: player.addsOwnText,
      sign: player.sign as Sign,
      sinceMs: player.sinceMs,
      device:
        player.tokensPerSecond === undefined
          ? null
          : { tokensPerSecond: player.tokensPerSecond, backend: player.backend },
    })),
    teams: [...state.teams.values()].map(readTeam),
  };
}
