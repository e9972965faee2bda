/** What threads say to each other through a few shared numbers: a command, who still works on it, and each part's result. */

import { updateWeights } from '../../../nn/adamw.ts';
import type { KernelHost } from '../../../nn/kernels.ts';
import { addRows } from '../../../nn/products.ts';
import { hostOf } from '../../../nn/wasm/host.ts';
import type { ModelConfig } from '../../config.ts';
import type { BatchPlan, Network } from '../../network.ts';
import { createNetwork } from '../../networks.ts';
import { addGradients, clearGradients, layOutRows } from '../training.ts';
import { planPartActivations, planParts, rangeStart, type Part } from './team-plan.ts';

/** Integers of the board. */
const COMMAND_COUNT = 0;
const COMMAND = 1;
const WORKING = 2;
const FAILED = 3;
const ROWS_THAT_FIT = 4;
const LENGTH = 5;
/** Rows of each thread, from here on. */
const ROW_COUNTS = 6;

/** Numbers of the board: those of an update, then a result of each thread. */
const DIVISOR = 0;
const LEARNING_RATE = 1;
const WEIGHT_DECAY = 2;
const CLIP_NORM = 3;
const STEP_COUNT = 4;
const GRADIENT_NORM = 5;
const RESULTS = 6;

/**
 * The gradient of a thread's rows; that of more rows added to it; all gradients summed over a thread's range of parameters; the
 * update of that range.
 */
export type Command = 'gradients' | 'more gradients' | 'reduce' | 'update';
const COMMANDS: readonly Command[] = ['gradients', 'more gradients', 'reduce', 'update'];

/** The command that ends a thread. */
const QUIT = -1;

/** Longer than any part of a step should take on the slowest device. */
const PATIENCE_MILLIS = 20_000;

/** Everything that a thread is started with; it can be posted to a worker. */
export interface ThreadStart {
  config: ModelConfig;
  thread: number;
  threads: number;
  module: WebAssembly.Module;
  memory: WebAssembly.Memory;
  board: SharedArrayBuffer;
}

/** A started worker. */
export interface EngineThread {
  terminate(): void;
}

/** Starts a worker that calls `serve`; resolves when it is ready, and rejects when it can't be. */
export type SpawnThread = (start: ThreadStart) => Promise<EngineThread>;

/** The numbers that all threads see. */
export class Board {
  readonly integers: Int32Array;
  readonly numbers: Float64Array;

  constructor(buffer: SharedArrayBuffer, threads: number) {
    const results = RESULTS + threads;
    this.numbers = new Float64Array(buffer, 0, results);
    this.integers = new Int32Array(buffer, results * 8);
  }

  static create(threads: number): SharedArrayBuffer {
    return new SharedArrayBuffer((RESULTS + threads) * 8 + (ROW_COUNTS + threads) * 4);
  }

  /** Gives a command to the other threads. */
  give(command: Command | typeof QUIT, others: number): void {
    const { integers } = this;
    Atomics.store(integers, COMMAND, command === QUIT ? QUIT : COMMANDS.indexOf(command));
    Atomics.store(integers, WORKING, others);
    Atomics.add(integers, COMMAND_COUNT, 1);
    Atomics.notify(integers, COMMAND_COUNT);
  }

  quit(): void {
    this.give(QUIT, 0);
  }

  /** Blocks until the others are done. Throws an Error when one failed or does not answer. */
  join(): void {
    const { integers } = this;
    for (let working = 1; working > 0;) {
      if (Atomics.load(integers, FAILED)) throw new Error('wasm threads: a thread failed');
      working = Atomics.load(integers, WORKING);
      if (working > 0 && Atomics.wait(integers, WORKING, working, PATIENCE_MILLIS) === 'timed-out') {
        throw new Error('wasm threads: a thread does not answer');
      }
    }
  }

  /** Blocks until there is a command after the `seen`th; null to quit. */
  next(seen: number): Command | null {
    Atomics.wait(this.integers, COMMAND_COUNT, seen);
    const command = Atomics.load(this.integers, COMMAND);
    return command === QUIT ? null : COMMANDS[command];
  }

  done(failed: boolean): void {
    if (failed) Atomics.store(this.integers, FAILED, 1);
    Atomics.sub(this.integers, WORKING, 1);
    Atomics.notify(this.integers, WORKING);
  }

  setShape(rowsThatFit: number, length: number, rowCounts: readonly number[]): void {
    this.integers.set([rowsThatFit, length, ...rowCounts], ROWS_THAT_FIT);
  }

  setUpdate(
    divisor: number,
    learningRate: number,
    weightDecay: number,
    clipNorm: number,
    step: number,
  ): void {
    this.numbers.set([divisor, learningRate, weightDecay, clipNorm, step], DIVISOR);
  }

  setGradientNorm(norm: number): void {
    this.numbers[GRADIENT_NORM] = norm;
  }

  /** Sum of the threads' results, always in the same order. */
  total(): number {
    return this.numbers.subarray(RESULTS).reduce((sum, result) => sum + result, 0);
  }
}

/** One thread's work on commands. */
export class Member {
  readonly host: KernelHost;
  readonly #start: ThreadStart;
  readonly #board: Board;
  readonly #network: Network;
  readonly #parts: readonly Part[];
  #activations: BatchPlan | undefined;

  constructor(start: ThreadStart) {
    this.#start = start;
    this.#board = new Board(start.board, start.threads);
    this.#network = createNetwork(start.config);
    this.#parts = planParts(this.#network, start.threads);
    const { packing } = this.#parts[start.thread];
    this.host = hostOf(start.module, start.memory, 'wasm threads', packing);
  }

  /** Throws what a kernel throws. */
  work(command: Command): void {
    const { thread } = this.#start;
    const { numbers } = this.#board;
    if (command === 'gradients') clearGradients(this.host.kernels, this.#parts[thread].heapLayout);
    if (command === 'gradients' || command === 'more gradients')
      numbers[RESULTS + thread] = this.#gradients();
    else if (command === 'reduce') numbers[RESULTS + thread] = this.#reduce();
    else this.#update();
  }

  #gradients(): number {
    const { config, thread } = this.#start;
    const { integers, numbers } = this.#board;
    const part = this.#parts[thread];
    const rows = integers[ROWS_THAT_FIT];
    const length = integers[LENGTH];
    if (this.#activations?.rows !== rows || this.#activations.length !== length) {
      this.#activations = planPartActivations(this.#network, part, thread, rows, length);
    }
    const activations = this.#activations;
    this.host.reserve(activations.end);
    const lengths = this.host.integers().subarray(activations.rowLengths);
    layOutRows(activations, Array.from(lengths.subarray(0, integers[ROW_COUNTS + thread])));
    const { vocabSize } = config;
    return addGradients(this.host.kernels, vocabSize, activations, numbers[DIVISOR]);
  }

  /** Sums the gradients of this thread's range into the first thread's; returns the sum of their squares. */
  #reduce(): number {
    const { kernels } = this.host;
    const [start, size] = this.#range();
    const [first, ...others] = this.#parts.map(({ heapLayout }) => heapLayout.gradients + start);
    for (const other of others) addRows(kernels, other, first, size);
    return kernels.sumOfSquares(first, size);
  }

  #update(): void {
    const { numbers } = this.#board;
    const [start, size] = this.#range();
    updateWeights(this.host.kernels, this.#parts[0].heapLayout, start, size, numbers[GRADIENT_NORM], {
      learningRate: numbers[LEARNING_RATE],
      weightDecay: numbers[WEIGHT_DECAY],
      clipNorm: numbers[CLIP_NORM],
      stepCount: numbers[STEP_COUNT],
    });
  }

  #range(): [start: number, size: number] {
    const { thread, threads } = this.#start;
    const { parameterCount } = this.#parts[0].heapLayout;
    const start = rangeStart(parameterCount, thread, threads);
    return [start, rangeStart(parameterCount, thread + 1, threads) - start];
  }
}

/** The life of a thread: works on commands until it is told to quit; blocks all the while. `ready` is called first. */
export function serve(start: ThreadStart, ready: () => void): void {
  const member = new Member(start);
  const board = new Board(start.board, start.threads);
  ready();
  let seen = 0;
  for (let command = board.next(seen++); command; command = board.next(seen++)) {
    let failed = true;
    try {
      member.work(command);
      failed = false;
    } finally {
      board.done(failed);
    }
  }
}
