/** Times a real replica of a lab's model: each phase by batch size, and a burst of requests beside what the simulation says of it. */

import { arrivalTimes } from '../../shared/serving/arrivals.ts';
import { simulateServing, type Arrival } from '../../shared/serving/simulate.ts';
import { batchMillis, fitPhase, type PhaseSpeed, type ReplicaSpeed } from '../../shared/serving/speed.ts';
import { BATCH, usualBatchMs } from '../../shared/game/stages/deploy/plant.ts';
import type { Burst, Replica } from '../../shared/serving/replica.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { pick, PROCESSOR_CANDIDATES } from '../../shared/lm/executors/pick.ts';
import { BENCHMARK_CONFIG } from '../../shared/game/training/model.ts';
import { createRandom, type Random } from '../../shared/random.ts';
import { END, SPECIAL_COUNT } from '../../shared/tokenizer/special.ts';
import { itemAt } from './item-at.ts';

/** Batches that are timed: kernels work on four rows at a time, so what lies between is timed, too. */
const BATCH_SIZES = [1, 2, 3, 4, 6, 8, 11, 16];
/** All that is timed is done often, and the fastest counts: a machine has other things to do, too. */
const TIMES = 6;
/** So often in a row is a batch of each size timed, before and after each burst: a machine is not as fast all the time. */
const TIMES_IN_A_ROW = 2;
const PROMPT_TOKENS = 12;
const ANSWER_TOKENS = 10;

/** Requests of a burst, and how many come in the time of a full batch, as a share of it. */
const BURST_REQUESTS = 96;
const BURST_LOADS = [0.4, 0.8, 1.2];
/** A batch so large that more adds little. */
const LARGE_BATCH = 64;

/** Milliseconds, such as performance.now. */
type Clock = () => number;

async function timeOf(now: Clock, times: number, work: () => Promise<unknown>): Promise<number> {
  let fastest = Infinity;
  for (let time = 0; time < times; time++) {
    const began = now();
    await work();
    fastest = Math.min(fastest, now() - began);
  }
  return fastest;
}

/** Prompts that have nothing in common, so that each is read on its own. */
function drawPrompts(model: LanguageModel, count: number, random: Random): number[][] {
  const { vocabSize } = model.config;
  const token = (): number => SPECIAL_COUNT + random.int(vocabSize - SPECIAL_COUNT);
  return Array.from({ length: count }, () => Array.from({ length: PROMPT_TOKENS }, token));
}

function write(model: LanguageModel, prompts: number[][], maxTokens: number, stopTokens: number[]) {
  return model.generate(prompts, { maxTokens, temperature: 0, topP: 1, seed: 0, stopTokens });
}

/** How fast the model reads and writes: the fastest of all times that it was looked at. */
class Stopwatch {
  readonly #model: LanguageModel;
  readonly #now: Clock;
  readonly #timed: { prompts: number[][]; readMs: number; allMs: number }[];

  constructor(model: LanguageModel, now: Clock) {
    const random = createRandom(1);
    this.#model = model;
    this.#now = now;
    this.#timed = BATCH_SIZES.map((requests) => ({
      prompts: drawPrompts(model, requests, random),
      readMs: Infinity,
      allMs: Infinity,
    }));
  }

  async look(): Promise<void> {
    for (const size of this.#timed) {
      const time = (tokens: number): Promise<number> =>
        timeOf(this.#now, TIMES_IN_A_ROW, () => write(this.#model, size.prompts, tokens, []));
      size.readMs = Math.min(size.readMs, await time(1));
      size.allMs = Math.min(size.allMs, await time(1 + ANSWER_TOKENS));
    }
  }

  get speed(): ReplicaSpeed {
    const phase = (steps: number, millis: (size: { readMs: number; allMs: number }) => number): PhaseSpeed =>
      fitPhase(
        this.#timed.map((size) => ({
          requests: size.prompts.length,
          steps,
          millis: Math.max(0, millis(size)),
        })),
      );
    return {
      prefill: phase(PROMPT_TOKENS, ({ readMs }) => readMs),
      decode: phase(ANSWER_TOKENS, ({ readMs, allMs }) => allMs - readMs),
    };
  }
}

interface Measured {
  load: number;
  arrivals: Arrival[];
  /** Mean time from a request to its answer. */
  measuredMs: number;
}

/** Requests at a replica that is really there: they come by a clock that only its real work moves on, so that nobody waits for it. */
async function burst(
  model: LanguageModel,
  now: Clock,
  prompts: number[][],
  load: number,
  speed: ReplicaSpeed,
): Promise<Measured> {
  const perMs = (load * BATCH) / usualBatchMs(speed);
  const times = arrivalTimes(createRandom(2), perMs, prompts.length / perMs).slice(0, prompts.length);
  const arrivals: Arrival[] = [];
  let [clockMs, next, waited] = [0, 0, 0];
  while (next < times.length) {
    clockMs = Math.max(clockMs, itemAt(times, next));
    let end = next;
    while (end < times.length && end - next < BATCH && itemAt(times, end) <= clockMs) end++;
    const batch = prompts.slice(next, end);
    const answers = await write(model, batch, ANSWER_TOKENS, [END]);
    clockMs += await timeOf(now, TIMES, () => write(model, batch, ANSWER_TOKENS, [END]));
    answers.forEach(({ length }, index) => {
      const atMs = itemAt(times, next + index);
      waited += clockMs - atMs;
      /* The first word comes with the last of the prompt; whoever says END is asked for one word more than it says. */
      const answerTokens = Math.min(length, ANSWER_TOKENS - 1);
      arrivals.push({ atMs, promptTokens: PROMPT_TOKENS, answerTokens, patienceMs: Infinity, key: '' });
    });
    next = end;
  }
  return { load, arrivals, measuredMs: waited / times.length };
}

/** The same requests at a replica that is simulated. */
function besideForecast({ load, arrivals, measuredMs }: Measured, speed: ReplicaSpeed): Burst {
  const replicas = { least: 1, most: 1, bootMs: 0 };
  const { served } = simulateServing(arrivals, {
    speed,
    replicas,
    batch: BATCH,
    balancing: 'shared',
    queueLimit: Infinity,
    cache: null,
  });
  const forecast = served.reduce(
    (sum, { waitMs, prefillMs, decodeMs }) => sum + waitMs + prefillMs + decodeMs,
    0,
  );
  return { load, forecastMs: forecast / served.length, measuredMs };
}

function answersPerSecond(speed: ReplicaSpeed, requests: number): number {
  const batch = Array.from({ length: requests }, () => ({
    promptTokens: PROMPT_TOKENS,
    answerTokens: ANSWER_TOKENS,
  }));
  const { prefillMs, decodeMs } = batchMillis(speed, batch);
  return (1000 * requests * ANSWER_TOKENS) / (prefillMs + decodeMs);
}

/** All that is timed of a replica: under a second for the usual model. */
export async function timeReplica(
  model: LanguageModel,
  now: Clock,
): Promise<Omit<Replica, 'requestBytes' | 'benchmarkTokensPerSecond'>> {
  const prompts = drawPrompts(model, BURST_REQUESTS, createRandom(3));
  /* The first batches are slow: nothing is compiled yet. */
  await write(model, prompts.slice(0, LARGE_BATCH), ANSWER_TOKENS, []);
  const stopwatch = new Stopwatch(model, now);
  await stopwatch.look();
  const measured: Measured[] = [];
  for (const load of BURST_LOADS) {
    measured.push(await burst(model, now, prompts, load, stopwatch.speed));
    await stopwatch.look();
  }
  const { speed } = stopwatch;
  return {
    speed,
    alonePerSecond: answersPerSecond(speed, 1),
    batchedPerSecond: answersPerSecond(speed, LARGE_BATCH),
    bursts: measured.map((one) => besideForecast(one, speed)),
  };
}

/** The machine runs the benchmark so often, for so long each, and the fastest counts; once in the life of its thread. */
const BENCHMARKS = 6;
const BENCHMARK_MILLIS = 40;
let benchmarked: Promise<number> | null = null;

async function fastestBenchmark(): Promise<number> {
  let fastest = 0;
  for (let time = 0; time < BENCHMARKS; time++) {
    const { executor, tokensPerSecond } = await pick(BENCHMARK_CONFIG, {
      now: () => performance.now(),
      raceMillis: BENCHMARK_MILLIS,
      candidates: PROCESSOR_CANDIDATES.slice(0, 1),
    });
    executor.dispose();
    fastest = Math.max(fastest, tokensPerSecond);
  }
  return fastest;
}

/** The benchmark that each device runs in the lobby, run on this machine. */
export function benchmarkMachine(): Promise<number> {
  benchmarked ??= fastestBenchmark();
  return benchmarked;
}
