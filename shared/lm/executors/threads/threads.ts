/** The executor on several threads over one memory: each computes the gradient of some rows, then updates some parameters. */

import type { StepSettings } from '../../../nn/adamw.ts';
import { decodeBase64, detectSimd, PAGE_BYTES, type SimdVariant } from '../../../nn/wasm/host.ts';
import { PLAIN_SIMD_MODULE, RELAXED_SIMD_MODULE } from '../../../nn/wasm/shared-kernels.generated.ts';
import type { ModelConfig } from '../../config.ts';
import type { Batch } from '../../language-model.ts';
import type { Network } from '../../network.ts';
import { createNetwork } from '../../networks.ts';
import { HeapExecutor } from '../heap-executor.ts';
import { fillActivations, partsOfStep, usedLength, type Trainer } from '../training.ts';
import { planPartActivations, planParts, splitRows, type Part } from './team-plan.ts';
import { Board, Member, type EngineThread, type SpawnThread, type ThreadStart } from './team.ts';
import { spawnWebThread } from './web-thread.ts';

export interface ThreadOptions {
  threads: number;
  variant?: SimdVariant;
  /** Starts a thread; the browser's way by default. */
  spawn?: SpawnThread;
}

/** Most memory of a training run; phones refuse to set aside more. */
const MEMORY_BYTES = 2 ** 30;

/** More threads bring little at these sizes, and the page needs a core too. */
const MOST_THREADS = 4;

/** How many threads a device with so many cores should race. */
export function threadsFor(cores: number): number {
  return Math.min(MOST_THREADS, Math.max(2, cores - 1));
}

/** Why this thread can't lead others, or null when it can: it needs shared memory and must be allowed to block. */
function whyNoThreads(): string | null {
  if (typeof SharedArrayBuffer === 'undefined') return 'there is no shared memory: the page is not isolated';
  try {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 0);
  } catch {
    return "the page's own thread must not wait";
  }
  return null;
}

/**
 * Results differ from those of one thread by rounding only, and are the same for the same number of threads. Throws a
 * RangeError on an invalid configuration, and an Error where there is no shared memory, this thread must not block or a
 * thread can't be started.
 */
export async function createThreadedExecutor(
  config: ModelConfig,
  { threads, variant = detectSimd(), spawn = spawnWebThread }: ThreadOptions,
): Promise<HeapExecutor> {
  if (!variant) throw new Error('wasm threads: this device has no WASM SIMD');
  const reason = whyNoThreads();
  if (reason) throw new Error(`wasm threads: ${reason}`);
  const network = createNetwork(config);
  const parts = planParts(network, threads);
  const code = variant === 'relaxed' ? RELAXED_SIMD_MODULE : PLAIN_SIMD_MODULE;
  const module = await WebAssembly.compile(decodeBase64(code));
  const maximum = MEMORY_BYTES / PAGE_BYTES;
  const memory = new WebAssembly.Memory({ initial: 1, maximum, shared: true });
  const board = Board.create(threads);
  const start = { config: { ...config }, threads, module, memory, board };
  const others = await spawnAll(
    Array.from({ length: threads - 1 }, (_, i) => ({ ...start, thread: i + 1 })),
    spawn,
  );
  try {
    const leader = new Member({ ...start, thread: 0 });
    const backend = `wasm (${variant} SIMD, ${threads} threads)`;
    const trainer = new TeamTrainer(network, leader, new Board(board, threads), parts, others);
    return new HeapExecutor(
      'wasm',
      config,
      { ...leader.host, backend },
      { network: { ...network, heapLayout: parts[0].heapLayout }, trainer },
    );
  } catch (error) {
    for (const thread of others) thread.terminate();
    throw error;
  }
}

/** All threads, or an Error after ending those that did start. */
async function spawnAll(starts: readonly ThreadStart[], spawn: SpawnThread): Promise<EngineThread[]> {
  const outcomes = await Promise.allSettled(starts.map((start) => spawn(start)));
  const threads = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (!failure) return threads;
  for (const thread of threads) thread.terminate();
  throw new Error(`wasm threads: ${String(failure.reason)}`);
}

class TeamTrainer implements Trainer {
  readonly #network: Network;
  readonly #leader: Member;
  readonly #board: Board;
  readonly #parts: readonly Part[];
  readonly #others: readonly EngineThread[];

  constructor(
    network: Network,
    leader: Member,
    board: Board,
    parts: readonly Part[],
    others: readonly EngineThread[],
  ) {
    this.#network = network;
    this.#leader = leader;
    this.#board = board;
    this.#parts = parts;
    this.#others = others;
  }

  step(batch: Batch, divisor: number, update: StepSettings): { nats: number; gradientNorm: number } {
    this.#board.setUpdate(
      divisor,
      update.learningRate,
      update.weightDecay,
      update.clipNorm,
      update.stepCount,
    );
    let nats = 0;
    for (const [index, part] of partsOfStep(this.#network, batch).entries()) {
      this.#fill(part);
      this.#run(index === 0 ? 'gradients' : 'more gradients');
      nats += this.#board.total();
    }
    this.#run('reduce');
    const gradientNorm = Math.sqrt(this.#board.total());
    this.#board.setGradientNorm(gradientNorm);
    this.#run('update');
    return { nats, gradientNorm };
  }

  dispose(): void {
    this.#board.quit();
    for (const thread of this.#others) thread.terminate();
  }

  #run(command: Parameters<Member['work']>[0]): void {
    this.#board.give(command, this.#others.length);
    this.#leader.work(command);
    this.#board.join();
  }

  /** Puts every thread's rows into its activations. */
  #fill(batch: Batch): void {
    const network = this.#network;
    const threads = this.#parts.length;
    const lengths = Array.from({ length: batch.rows }, (_, row) => usedLength(batch, row));
    const bounds = splitRows(lengths, threads);
    const counts = this.#parts.map((_, thread) => bounds[thread + 1] - bounds[thread]);
    const rows = Math.max(...counts);
    const length = (batch.length + 3) & ~3;
    const { host } = this.#leader;
    const plans = this.#parts.map((part, thread) => planPartActivations(network, part, thread, rows, length));
    host.reserve(plans[threads - 1].end);
    plans.forEach((activations, thread) => {
      fillActivations(host, activations, batch, bounds[thread], bounds[thread + 1]);
    });
    this.#board.setShape(rows, length, counts);
  }
}
