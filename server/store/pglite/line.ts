/** A line to the database's thread. A thread that dies takes what it was asked with it, and the next question starts another. */

import { Worker } from 'node:worker_threads';
import type { Answer, Call, ThreadStart } from './calls.ts';

/** Far longer than any question takes. */
const ANSWER_MS = 20_000;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export class ThreadLine {
  readonly #folder: string;
  #epoch: number | null = null;
  #thread: Promise<Worker> | null = null;
  #waiting = new Map<number, Waiting>();
  #asked = 0;
  #isClosed = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Resolves to the process' number once the database is open. */
  async open(): Promise<number> {
    await this.#running();
    return this.#epoch ?? 0;
  }

  async call(method: Call['method'], parameters: unknown[]): Promise<unknown> {
    const worker = await this.#running();
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      /* A database that broke inside has been seen to keep its thread busy for ever. */
      const timer = setTimeout(() => void worker.terminate(), ANSWER_MS);
      const settled = (): void => clearTimeout(timer);
      this.#waiting.set(id, {
        resolve: (value) => (settled(), resolve(value)),
        reject: (error) => (settled(), reject(error)),
      });
      worker.postMessage({ id, method, parameters } satisfies Call);
    });
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    await this.call('close', []).catch(() => undefined);
    this.#isClosed = true;
    const worker = await this.#thread;
    await worker?.terminate();
  }

  #running(): Promise<Worker> {
    if (this.#isClosed) return Promise.reject(new Error('the database is closed'));
    this.#thread ??= this.#start();
    return this.#thread;
  }

  #start(): Promise<Worker> {
    const workerData: ThreadStart = { folder: this.#folder, epoch: this.#epoch };
    const worker = new Worker(new URL('./entry.mjs', import.meta.url), { workerData, execArgv: [] });
    return new Promise((resolve, reject) => {
      const end = (error: Error): void => {
        this.#thread = null;
        reject(error);
        const lost = this.#waiting;
        this.#waiting = new Map();
        for (const waiting of lost.values()) waiting.reject(error);
      };
      worker.once('error', (error) => end(error as Error));
      worker.once('exit', () => end(new Error("the database's thread has ended")));
      worker.on('message', (answer: Answer) => {
        if (answer.id === 0 && 'value' in answer) {
          this.#epoch = answer.value as number;
          resolve(worker);
          return;
        }
        const waiting = this.#waiting.get(answer.id);
        this.#waiting.delete(answer.id);
        if ('value' in answer) waiting?.resolve(answer.value);
        else waiting?.reject(new Error(answer.problem));
      });
    });
  }
}
