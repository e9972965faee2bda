/** The state of a match: plain data, changed only by `applyMove`. */

import type { TeamScore } from './team-score.ts';
import type { AttackGoal } from '../evals/attacks.ts';
import type { FormFault } from '../evals/form.ts';
import type { PreferenceScores } from '../evals/preference.ts';
import type { Rise } from '../evals/rise.ts';
import type { PlanStage, Stage, StagePlans } from '../lifecycle.ts';
import type { CorpusKind, ScoredKind } from '../world/document.ts';
import type { Trait } from '../world/traits.ts';
import type { Alignment, AlignPlan, AlignSlice } from './stages/align/state.ts';
import type { Arena } from './stages/arena/state.ts';
import type { CleaningOutcome } from './stages/data/cleaning.ts';
import type { Basket, DataPlan } from './stages/data/plan.ts';
import type { FineTunePlan } from './stages/fine-tune/plan.ts';
import type { DataSlice, Labels } from './stages/data/state.ts';
import type { Probe } from './stages/scale/state.ts';
import type { ScalePlan } from './stages/scale/plan.ts';
import type { Examined, GateDecision } from './stages/test/state.ts';
import type { Report } from './reported.ts';
import type { Survey } from './survey.ts';
import type { SharedAnswers } from './voices.ts';
import type { RateFactor } from './training/model.ts';
import type { OpenRound, RowRange, UnjudgedRound, Worker } from './training/round.ts';
import type { HostScreens, Ready, Untimed } from './course-state.ts';
import type { ScreenKind } from './screen-kinds.ts';
import type { MatchSettings } from './settings.ts';
import type { Device } from './device.ts';
import type { OwnHeldOut } from './held-out.ts';
import type { Sign } from './signs.ts';
import type { Watcher } from './watcher.ts';

/** What a team may decide while its model pretrains, as often as it likes. */
export type PretrainPlan =
  | { stopEarly: true }
  /** Go on from a checkpoint; what was read since stays paid for. */
  | { rollBackTo: number }
  /** Multiply the planned learning rate from now on. */
  | { rateFactor: RateFactor };

/** What a team decides, with the stage it decides in. */
export type TeamPlan = { [Name in PlanStage]: { stage: Name; plan: StagePlans[Name] } }[PlanStage];

export const TRAINING_STAGES = ['pretrain', 'fine-tune', 'align', 'test'] as const;
export type TrainingStage = (typeof TRAINING_STAGES)[number];

/** Names the server itself in a shard: it trains in the place of teams whose devices can't. */
export const SERVER_WORKER = 'server';

export interface Player {
  id: string;
  name: string;
  teamId: string;
  connected: boolean;
  /** What the device's benchmark measured; null until it has. */
  device: Device | null;
  /** Whether the device says that it trains on a text of the player's own beside the team's; the text is nowhere here. */
  addsOwnText: boolean;
  /** What the page says; only shown, and nothing rests on it. */
  sign: Sign;
}

/** A player as the match knows him. */
export interface SeatedPlayer extends Player {
  /** Since when the page says so, in server milliseconds, pauses left out. */
  signSinceMs: number;
  /** Since when the player is not there, in server milliseconds, pauses left out; null while connected. */
  absentSinceMs: number | null;
}

export interface Proposal {
  id: string;
  proposerId: string;
  /** Everyone who is for it, the proposer first. */
  agreedIds: string[];
  proposed: TeamPlan;
}

/** What a member would choose, as far as it is now. */
export interface Draft {
  playerId: string;
  drafted: TeamPlan;
}

export interface CurvePoint {
  tokens: number;
  /** Mean training loss of the round, nats per token; null before the first round. */
  trainLoss: number | null;
  /** Referee's loss on the validation text common to all teams, bits per byte; null until scored. */
  bitsPerByte: number | null;
  /** The same for each kind of text; absent until scored. */
  perKind?: Record<ScoredKind, number>;
}

/** Weights that the referee has scored and the server still has. */
export interface ScoredCheckpoint {
  version: number;
  /** Tokens of the run when it was made. */
  tokens: number;
  bitsPerByte: number;
  /** On the kinds of text that the team bought. */
  ownBitsPerByte: number;
}

export interface ModelSample {
  prompt: string;
  text: string;
}

export interface TrainingRun {
  status: 'running' | 'finished';
  stoppedEarly: boolean;
  /** When the team stopped it, since for a moment it may think again; null where it has not. */
  stoppedAtMs: number | null;
  rowsTotal: number;
  rowsUsed: number;
  /** Rows still to be trained on; those of lost shards come back to the front. */
  rowsLeft: RowRange[];
  tokensTotal: number;
  /** Tokens of all workers together. */
  tokensUsed: number;
  /** Rounds ever opened, and those of them that count. */
  roundsOpened: number;
  roundsDone: number;
  /** The weights that the run began with. */
  firstVersion: number;
  /** The weights in use, named after the round that made them. */
  version: number;
  /** The newest weights that the referee found sound. */
  soundVersion: number;
  /** Their surprise at held-out text of the kinds the team bought, bits per byte; null before any was measured. */
  soundBitsPerByte: number | null;
  /** Rounds since the sound version, oldest first. */
  unjudged: UnjudgedRound[];
  /** How often in a row the referee took weights back. */
  rollbacks: number;
  /** Scored weights that may be gone back to, oldest first. */
  checkpoints: ScoredCheckpoint[];
  /** Versions that the team left behind when it went back, as ranges with both ends. */
  abandoned: [first: number, last: number][];
  /** What the team multiplies the planned learning rate by. */
  rateFactor: number;
  round: OpenRound | null;
  /** By player id, or SERVER_WORKER. */
  workers: Record<string, Worker>;
  curve: CurvePoint[];
  /** The same prompts answered at every scoring, oldest first. */
  filmstrip: { tokens: number; samples: ModelSample[] }[];
  /** Tokens at the newest scoring; the run is settled once it equals tokensUsed after finishing. */
  scoredTokens: number;
}

/** Per-kind scores and rule-scored evals of one model. */
export interface ModelScores {
  bitsPerByte: number;
  perKind: Record<ScoredKind, number>;
  /** Shares in 0..1 of what the model got right; `sentences`: those of its stories that hold together. */
  evals: { exercises: number; facts: number; form: number; sentences: number };
}

/** How surprised a model is that only counts words and has read the same for all labs: what their language is measured against. */
export type Yardstick = Pick<ModelScores, 'bitsPerByte' | 'perKind'>;

/** What the bought and cleaned text holds. */
export interface TeamText {
  /** Tokens of each dataset. */
  datasets: { kind: CorpusKind; tokens: number }[];
}

export interface Prepared {
  parameters: number;
  trainTokens: number;
  /** What each dataset gives: tokens it holds, tokens drawn from it, how often each is seen. */
  datasets: { kind: CorpusKind; tokens: number; drawnTokens: number; epochs: number }[];
  cleaning: CleaningOutcome;
  /** Documents that the team holds out of its own text. */
  heldOutDocuments: number;
  /** The untrained model and the trigram fitted on the team's own tokens, on the common validation text. */
  untrainedBitsPerByte: number;
  trigramBitsPerByte: number;
  untrainedSamples: ModelSample[];
  /** The checkpoint that the run goes on from, on this year's text: common, and in the team's own shares; absent for untrained weights. */
  start?: { bitsPerByte: number; ownBitsPerByte: number; samples: ModelSample[] };
}

/** What the referee found on the sealed test, at the end. */
export interface TeamResults {
  pretrained: ModelScores;
  tuned: ModelScores | null;
  /** The model after alignment, where the team keeps it. */
  aligned: ModelScores | null;
  /** What raters look for, in sampled answers to sealed questions; null without a tuned or an aligned model. */
  preference: {
    tuned: PreferenceScores | null;
    aligned: PreferenceScores | null;
    /** Of the aligned model from the tuned one, nats per answer. */
    klNats: number | null;
    /** How much more often each trait shows in the aligned model's answers than in the tuned one's. */
    rise: Record<Trait, Rise> | null;
  };
  /** Of the facts that have changed since the year before, the shares that the lab's model of then and that of now get right; absent in the first year. */
  changed?: { facts: number; before: number; now: number };
  /** Answers to the same held-out questions, before and after fine-tuning. */
  answers: {
    question: string;
    base: string;
    tuned: string;
    inForm: boolean;
    /** Why the tuned answer is not in form; null where it is. */
    fault: FormFault | null;
    isTrue: boolean;
  }[];
  /** The same for all labs. */
  yardstick: Yardstick;
  samples: {
    untrained: ModelSample[];
    pretrained: ModelSample[];
    tuned: ModelSample[];
    aligned: ModelSample[];
  };
}

export interface Team {
  id: string;
  name: string;
  /** Index into the eight team hues and shapes. */
  look: number;
  proposals: Proposal[];
  /** What each member would choose in the present stage, the first who had a draft first. */
  drafts: Draft[];
  /** Stages of the present generation whose plan was taken by default when the clock ran out. */
  defaulted: PlanStage[];
  /** Those where it took what the members had put together, though nobody had proposed it. */
  takenUnsaid: PlanStage[];
  /** What each stage remembers of the team in the present generation. */
  now: TeamSlices;
  /** The same for generations that are over, oldest first. */
  past: TeamSlices[];
  /** Rounds that were opened in runs that are given up, since their stage began again: their numbers are never used anew. */
  spentRounds: Partial<Record<TrainingStage, number>>;
}

/** What stages remember of a team, by stage: those that more than their own stage reads. */
export interface TeamSlices {
  data: DataTeamSlice;
  scale: ScaleTeamSlice;
  pretrain: PretrainTeamSlice;
  'fine-tune': FineTuneTeamSlice;
  align: AlignTeamSlice;
  test: TestTeamSlice;
  debrief: DebriefTeamSlice;
}

export interface DataTeamSlice {
  plan: DataPlan | null;
  /** What the members have put together; it ends up as the plan. */
  basket: Basket;
  labels: Labels;
  /** Documents that each player has labelled, by player: counting them anew at every swipe would take too long. */
  labelCounts: Record<string, number>;
  /** The team's own text, cut into tokens for probes; null until the referee has. */
  text: TeamText | null;
}

export interface ScaleTeamSlice {
  plan: ScalePlan | null;
  probes: Probe[];
}

export interface PretrainTeamSlice {
  prepared: Prepared | null;
  run: TrainingRun | null;
  /** The newest surprise of the pretrained model at the team's own held-out text, beside the common one at that moment. */
  ownHeldOut: OwnHeldOut | null;
}

export interface FineTuneTeamSlice {
  plan: FineTunePlan | null;
  /** Cards of the plan that don't fit into the model's context, and are left out; null until they were laid out. */
  cardsLeftOut: number | null;
  run: TrainingRun | null;
  /** Live answers of the base and the tuned model to a few held-out questions, with the share in form. */
  tuning: { inFormShare: number; baseInFormShare: number; answers: TeamResults['answers'] } | null;
}

export interface TestTeamSlice {
  plan: { gate: GateDecision } | null;
  examined: Examined | null;
  /** What the lab hardens its model against, as rivals have reached it; null where it does not. */
  hardening: AttackGoal[] | null;
  run: TrainingRun | null;
}

export interface AlignTeamSlice {
  /** Set once the team keeps or undoes; training again is no end. */
  plan: AlignPlan | null;
  run: TrainingRun | null;
  alignment: Alignment;
}

export interface DebriefTeamSlice {
  results: TeamResults | null;
  /** Points of the ranking. */
  score: TeamScore | null;
}

/** A stage as part of a match; in a later generation it is another step, with a memory of its own. */
export interface Step {
  id: StepId;
  generation: number;
  stage: Stage;
}
type StepId = `${number}.${Stage}`;

/** Slices that more than their own stage reads. */
export interface Slices {
  data: DataSlice;
  align: AlignSlice;
  arena: Arena;
}

export interface Match {
  code: string;
  /** Where others come in, such as `http://192.168.1.20:2567`: the addresses there are, the one that is shown first. */
  joinOrigins: readonly string[];
  settings: MatchSettings;
  stage: Stage;
  /** When the stage's clock runs out, in server milliseconds; null when it has none. */
  stageEndsAtMs: number | null;
  /** Since when there is something to do in the stage, in server milliseconds, pauses left out. */
  workSinceMs: number;
  /** The stage lasts until then, whoever is done: the host gave it more time. Null where nothing was given. */
  heldUntilMs: number | null;
  /** Set while all labs are done: what the stage's clock had left then, and who has asked for more time since. */
  ready: Ready | null;
  /** Server time at which the match was paused, or null. */
  pausedAtMs: number | null;
  /**
   * Set while a match that the server brought back after a restart waits for its host to go on: with all its moves, or without the
   * last ones, which could not be read.
   */
  broughtBack: 'whole' | 'damaged' | null;
  /** Set while timers are off. */
  untimed: Untimed | null;
  /** Null until a host has been here: nobody waits for one who never came. */
  host: HostScreens | null;
  /** The match has paused itself, since none of the host's screens was there. */
  isHostMissed: boolean;
  /** The host's links to more screens, by their id. */
  screens: Record<string, { kind: ScreenKind }>;
  locked: boolean;
  /** The compute budget of every team, set when the match starts. */
  budgetFlops: number | null;
  players: Record<string, SeatedPlayer>;
  /** Players whom the host has removed, and may take back. */
  removed: Record<string, SeatedPlayer>;
  /** Who looks on, and votes in the arena. */
  audience: Record<string, Watcher>;
  teams: Record<string, Team>;
  /** Labs whose models' words are hidden from everybody. */
  hushedIds: readonly string[];
  /** What players want the class to see of what models said. */
  shared: SharedAnswers;
  reports: readonly Report[];
  /** Answers to the open questions; null where none are asked. */
  survey: Survey | null;
  /** Of the projector. */
  volume: number;
  /** The stages that it goes through, in order; `at` is the one it is in. */
  schedule: readonly Step[];
  at: number;
  /** What each stage remembers, by its step's id; stages that are left out have a step here, too. */
  slices: Record<StepId, unknown>;
  /** Decides what is auctioned: a whole number of the match's own, which no client knows. */
  lotSeed: number;
  /** How often a stage was begun again. */
  repeats: number;
  /** Number of moves applied. */
  sequence: number;
  /** Ids of the moves applied, so that a retry never counts twice. */
  appliedMoveIds: Record<string, true>;
}
