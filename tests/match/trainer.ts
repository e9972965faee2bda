/** A bot's device: the language-model engine in a thread of its own, asked by messages. */

import { Worker } from 'node:worker_threads';
import type { TrainingStage } from '../../shared/rules/match.ts';

export interface RoundTask {
  stage: TrainingStage;
  /** The round's checkpoint, or null when the thread still holds exactly these weights. */
  checkpoint: Uint8Array | null;
  /** Rows to train on, as `encodeRows` wrote them. */
  shard: Uint8Array;
  /** Targets of the whole run and those trained on so far: the learning rate's place in its schedule. */
  tokensTotal: number;
  tokensUsed: number;
}

export type TrainerRequest = { id: number } & ({ probe: true } | { round: RoundTask });
export type TrainerReply = { id: number } & (
  | { error: string }
  | { speed: Speed }
  /** The update as `encodeUpdate` wrote it. */
  | { update: Uint8Array<ArrayBuffer> }
);

export interface Speed {
  tokensPerSecond: number;
  backend: string;
}

/** A request without its id. */
type Question = TrainerRequest extends infer Request
  ? Request extends unknown
    ? Omit<Request, 'id'>
    : never
  : never;

export class Trainer {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, (reply: TrainerReply) => void>();
  private asked = 0;

  constructor() {
    const options = { execArgv: ['--import', 'tsx'] };
    this.worker = new Worker(new URL('./trainer-thread.ts', import.meta.url), options);
    this.worker.on('message', (reply: TrainerReply) => {
      this.waiting.get(reply.id)?.(reply);
      this.waiting.delete(reply.id);
    });
    this.worker.on('error', (error) => {
      for (const [id, answer] of this.waiting) answer({ id, error: String(error) });
      this.waiting.clear();
    });
  }

  /** Training speed with the probe model. */
  async probe(): Promise<Speed> {
    const reply = await this.ask({ probe: true });
    if ('speed' in reply) return reply.speed;
    throw new Error('error' in reply ? reply.error : 'no speed');
  }

  /** Trains one round; resolves to the body of the upload. */
  async train(round: RoundTask): Promise<Uint8Array<ArrayBuffer>> {
    const reply = await this.ask({ round });
    if ('update' in reply) return reply.update;
    throw new Error('error' in reply ? reply.error : 'no update');
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private ask(question: Question): Promise<TrainerReply> {
    const id = ++this.asked;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.worker.postMessage({ id, ...question });
    });
  }
}
