/** What the page asks of the engine, whether that runs in a worker or on the page itself. */

import type { OwnCard } from '../../../shared/data/own-cards.ts';
import type { OwnTextProblem } from '../../../shared/data/own-text.ts';
import type { AlignSettings } from '../../../shared/lm/align.ts';
import type { ExecutorKind } from '../../../shared/lm/executor.ts';
import type { Adapter } from '../../../shared/lm/lora/adapter.ts';
import type { LessonPlace } from '../../../shared/lm/lessons.ts';
import type { HeadPlace } from '../../../shared/lm/inspect/ablation.ts';
import type { NoiseLevel } from '../../../shared/lm/federated/privacy-account.ts';
import type { TrainingStage } from '../../../shared/game/match.ts';
import type { Inside, WordLayout, WordMap } from './inside.ts';
import type { ProbeAnswer, ProbeQuestion, Swapped, SwapPlace } from './states.ts';

export interface ProbeReport {
  /** Training speed of BENCHMARK_CONFIG; 0 when nothing on this device can train. */
  tokensPerSecond: number;
  /** The winner's backend in words. */
  backend: string;
}

export interface TrainJob {
  stage: TrainingStage;
  /** Version of the weights the round starts from. */
  version: number;
  /** The checkpoint of that version; null when the engine says it holds it. */
  checkpoint: Uint8Array<ArrayBuffer> | null;
  /** The round's rows, in their binary form. */
  shard: Uint8Array<ArrayBuffer>;
  /** Tokens of the run so far and in all, for the learning rate. */
  tokensUsed: number;
  tokensTotal: number;
  /** Tokens allotted to each worker of the round, this device first. */
  shardTokens: readonly number[];
  /** What the team multiplies the planned learning rate by. */
  rateFactor: number;
  /** How to align; null in the other stages. */
  align: AlignSettings | null;
  /** What the engine needs to train on the player's own text too, or on own cards where it fine-tunes; null to leave them out. */
  own: { tokenizer: unknown; noise: NoiseLevel; cards?: readonly OwnCard[] } | null;
}

/** A model beside the lab's, trained on all of these rows: a probe from its first step to its last, or a small copy for one part of its lessons. */
export interface TrialJob {
  checkpoint: Uint8Array<ArrayBuffer>;
  /** Its rows, in their binary form. */
  shard: Uint8Array<ArrayBuffer>;
  /** How much there is in all parts; absent for a probe. The checkpoint says how many tokens came before. */
  lessons?: Pick<LessonPlace, 'rowsTotal' | 'tokensTotal'>;
}

export interface TrainProgress {
  tokens: number;
  tokensPerSecond: number;
  /** Newest training loss, nats per token. */
  loss: number;
  /** Share of the round's time spent in training steps, 0 to 1. */
  load: number;
}

export interface TrainOutcome {
  rowsUsed: number;
  tokens: number;
  trainLoss: number;
  millis: number;
  /** The change of the weights as the wire will carry it: rounded to int8 blocks, and clipped and noised with own text. */
  delta: Float32Array<ArrayBuffer>;
  /** Tokens of own text or own cards among those trained on; null when none was used. This stays on the page. */
  ownTokens: number | null;
}

/** What was found in a pasted text; the text itself stays in the engine. */
export type OwnTextReport =
  | { ok: true; bytes: number; leftOut: number }
  | { ok: false; problem: OwnTextProblem };

/** Told when a backend failed and the next one took over. */
export interface FellBack {
  from: string;
  to: string;
}

/** A model that can be talked to. */
export interface SpeakingModel {
  /** Names it, so that a second question needs no second load. */
  name: string;
  /** A checkpoint, or for a model that only counts the rows that it counts. */
  kind: 'checkpoint' | 'counts';
  bytes: Uint8Array<ArrayBuffer>;
  tokenizer: unknown;
  /** Switched on before it is asked; a checkpoint with another adapter, or none, has another name. */
  adapter?: Adapter;
}

export interface TalkJob {
  model: SpeakingModel;
  text: string;
  /** 'continue' goes on from the text; 'answer' uses the chat form that fine-tuning taught. */
  manner: 'continue' | 'answer';
  seed: number;
  /** 0 for the likeliest token each time; what talks are held at unless it is said. */
  temperature?: number;
}

/** Which of some words comes next? */
export interface GuessJob {
  model: SpeakingModel;
  before: string;
  words: readonly string[];
}

/** What does a model do while it reads this? */
export interface InspectJob {
  model: SpeakingModel;
  text: string;
  manner: 'continue' | 'answer';
  /** Attention heads that are switched off. */
  without: readonly HeadPlace[];
}

/** Where do its words lie, and which are closest to this one? */
export interface WordMapJob {
  model: SpeakingModel;
  word: string;
  layout: WordLayout;
}

/** Read a text with a state that the model had while it read another one. */
export interface SwapJob {
  model: SpeakingModel;
  text: string;
  other: string;
  manner: 'continue' | 'answer';
  place: SwapPlace;
}

/** Can these words be told apart by the model's states? */
export interface ProbeStatesJob {
  model: SpeakingModel;
  question: ProbeQuestion;
}

/** Learn a person's own text: by an adapter beside the weights, or by all of them. The text never leaves the engine. */
export interface AdaptJob {
  model: SpeakingModel;
  text: string;
  way: 'adapter' | 'full';
}

/** What came of it, in bits per byte of the text's end that was not learned; or what is wrong with the text. */
export type AdaptOutcome =
  | {
      ok: true;
      /** Null where all the weights learned. */
      adapter: Adapter | null;
      /** Numbers that learned. */
      numbers: number;
      seconds: number;
      before: number;
      after: number;
      /** Bytes of the text, and sentences with rude words that were left out. */
      bytes: number;
      leftOut: number;
    }
  | { ok: false; problem: OwnTextProblem };

/** The only executor that a test allows: a kind, or WASM on several threads. */
export type ForcedExecutor = ExecutorKind | 'wasm-threads';

export interface EngineApi {
  /** Races the executors of this device; `forced` allows only one, for tests. */
  probe(forced: ForcedExecutor | null): Promise<ProbeReport>;
  /** Whether the newest weights of this run are here, from an accepted round of its own. */
  holds(stage: TrainingStage, version: number): Promise<boolean>;
  /** Trains one round; null when the loss broke and nothing is worth sending. */
  train(
    job: TrainJob,
    onProgress: (progress: TrainProgress) => void,
    onFallback: (fallback: FellBack) => void,
  ): Promise<TrainOutcome | null>;
  /** Trains a probe or a small copy beside the lab's model; null when the loss broke. */
  trial(job: TrialJob, onProgress: (progress: TrainProgress) => void): Promise<TrainOutcome | null>;
  /**
   * What became of the last update: its weights are now this version; or it was averaged with others', and the average
   * must be fetched; or it was lost on the way; or (null) there is something wrong with all of it. The optimizer's moments
   * stay but in the last case; what rounding left out of updates that count is owed to the next one.
   */
  settle(outcome: number | 'averaged' | 'lost' | null): Promise<void>;
  /** Checks and keeps a text of the player's own to train on; null forgets it. It never leaves the engine. */
  keepOwnText(text: string | null): Promise<OwnTextReport | null>;
  /**
   * Forgets all that belongs to a seat, once work under way has ended: weights, moments, own text. What is known of the
   * device stays.
   */
  forgetSeat(): Promise<void>;
  /** Teaches a copy of a model a text of the player's own; `onStep` is told the share of it that is done. */
  adapt(job: AdaptJob, onStep: (done: number) => void): Promise<AdaptOutcome>;
  /** Samples from a model, in this browser. */
  talk(job: TalkJob): Promise<string>;
  /** The model's own probability of each word, as the whole next word. */
  guess(job: GuessJob): Promise<number[]>;
  /** Looks into a model while it reads. */
  inspect(job: InspectJob): Promise<Inside>;
  /** A model's words on a map. */
  mapWords(job: WordMapJob): Promise<WordMap>;
  /** Puts a state of one text into another. */
  swapStates(job: SwapJob): Promise<Swapped>;
  /** Tells words apart by a model's states. */
  probeStates(job: ProbeStatesJob): Promise<ProbeAnswer>;
}
