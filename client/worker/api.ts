/** What the page asks of the engine, whether that runs in a worker or on the page itself. */

import type { AlignSettings } from '../../shared/lm/align.ts';
import type { ExecutorKind } from '../../shared/lm/executor.ts';
import type { TrainingStage } from '../../shared/rules/match.ts';

export interface ProbeReport {
  /** Training speed of PROBE_CONFIG; 0 when nothing on this device can train. */
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
  /** How to align; null in the other stages. */
  align: AlignSettings | null;
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
  delta: Float32Array<ArrayBuffer>;
}

/** Told when a backend failed and the next one took over. */
export interface FellBack {
  from: string;
  to: string;
}

export interface TalkJob {
  /** Names the checkpoint, so that a second question needs no second load. */
  checkpointName: string;
  /** The bytes; null when the engine answered with this checkpoint before. */
  checkpoint: Uint8Array<ArrayBuffer> | null;
  tokenizer: unknown;
  text: string;
  /** 'continue' goes on from the text; 'answer' uses the chat form that fine-tuning taught. */
  manner: 'continue' | 'answer';
  seed: number;
}

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
  /**
   * What became of the last update: its weights are now this version; or they are not the server's, whose average with
   * others' must be fetched, while the optimizer's moments stay; or (null) there is something wrong with all of it.
   */
  settle(outcome: number | 'keep-moments' | null): Promise<void>;
  /** Samples from a checkpoint, in this browser. */
  talk(job: TalkJob): Promise<string>;
}
