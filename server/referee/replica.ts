/** Times a real replica of a lab's model: each phase by batch size, and a burst of requests beside what the simulation says of it. */

import { arrivalTimes } from '../../shared/serving/arrivals.ts';
import { simulateServing, type Plant } from '../../shared/serving/simulate.ts';
import { batchMillis, fitPhase, type ReplicaSpeed, type TimedPhase } from '../../shared/serving/speed.ts';
import { BATCH, usualBatchMs } from '../../shared/game/stages/deploy/plant.ts';
import type { Burst, Replica } from '../../shared/game/stages/deploy/state.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { createRandom, type Random } from '../../shared/random.ts';
import { END, SPECIAL_COUNT } from '../../shared/tokenizer/special.ts';
import { itemAt } from './item-at.ts';

/** Batches that are timed. */
const BATCH_SIZES = [1, 2, 4, 8, 16];
/** All that is timed is done so often, and the fastest counts: a machine has other things to do, too. */
const TIMES = 5;
const PROMPT_TOKENS = 12;
const ANSWER_TOKENS = 10;

/** Requests of a burst, and how many come in the time of a full batch, as a share of it. */
const BURST_REQUESTS = 96;
const BURST_LOADS = [0.4, 0.8, 1.2];
/** A batch so large that more adds little. */
const LARGE_BATCH = 64;

/** Milliseconds, such as performance.now. */
type Clock = () => number;

async function timeOf(now: Clock, work: () => Promise<unknown>): Promise<number> {
  let fastest = Infinity;
  for (let time = 0; time < TIMES; time++) {
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

/** How fast the model reads and writes. */
async function timePhases(model: LanguageModel, now: Clock): Promise<ReplicaSpeed> {
  const random = createRandom(1);
  const reads: TimedPhase[] = [];
  const writes: TimedPhase[] = [];
  /* The first batches are slow: nothing is compiled yet. */
  await timeOf(now, () => write(model, drawPrompts(model, LARGE_BATCH, random), ANSWER_TOKENS, []));
  for (const requests of BATCH_SIZES) {
    const prompts = drawPrompts(model, requests, random);
    const readMs = await timeOf(now, () => write(model, prompts, 1, []));
    const allMs = await timeOf(now, () => write(model, prompts, 1 + ANSWER_TOKENS, []));
    reads.push({ requests, steps: PROMPT_TOKENS, millis: readMs });
    writes.push({ requests, steps: ANSWER_TOKENS, millis: Math.max(0, allMs - readMs) });
  }
  return { prefill: fitPhase(reads), decode: fitPhase(writes) };
}

/** Requests at a replica that is really there: they come by a clock that only its real work moves on, so that nobody waits for it. */
async function burst(
  model: LanguageModel,
  now: Clock,
  prompts: number[][],
  load: number,
  speed: ReplicaSpeed,
): Promise<Burst> {
  const perMs = (load * BATCH) / usualBatchMs(speed);
  const times = arrivalTimes(createRandom(2), perMs, prompts.length / perMs).slice(0, prompts.length);
  const sizes: { promptTokens: number; answerTokens: number }[] = [];
  let [clockMs, next, waited] = [0, 0, 0];
  while (next < times.length) {
    clockMs = Math.max(clockMs, itemAt(times, next));
    let end = next;
    while (end < times.length && end - next < BATCH && itemAt(times, end) <= clockMs) end++;
    const batch = prompts.slice(next, end);
    const answers = await write(model, batch, ANSWER_TOKENS, [END]);
    clockMs += await timeOf(now, () => write(model, batch, ANSWER_TOKENS, [END]));
    for (let place = next; place < end; place++) waited += clockMs - itemAt(times, place);
    for (const answer of answers)
      sizes.push({ promptTokens: PROMPT_TOKENS, answerTokens: Math.max(1, answer.length) });
    next = end;
  }
  const plant: Plant = {
    speed,
    replicas: { least: 1, most: 1, bootMs: 0 },
    batch: BATCH,
    queueLimit: Infinity,
    cache: null,
  };
  const arrivals = times.map((atMs, place) => ({
    atMs,
    ...itemAt(sizes, place),
    patienceMs: Infinity,
    key: '',
  }));
  const { served } = simulateServing(arrivals, plant);
  const forecast = served.reduce(
    (sum, { waitMs, prefillMs, decodeMs }) => sum + waitMs + prefillMs + decodeMs,
    0,
  );
  return { load, forecastMs: forecast / times.length, measuredMs: waited / times.length };
}

function answersPerSecond(speed: ReplicaSpeed, requests: number): number {
  const batch = Array.from({ length: requests }, () => ({
    promptTokens: PROMPT_TOKENS,
    answerTokens: ANSWER_TOKENS,
  }));
  const { prefillMs, decodeMs } = batchMillis(speed, batch);
  return (1000 * requests * ANSWER_TOKENS) / (prefillMs + decodeMs);
}

/** All that is measured of a replica: under a second for the usual model. */
export async function timeReplica(model: LanguageModel, now: Clock): Promise<Replica> {
  const speed = await timePhases(model, now);
  const prompts = drawPrompts(model, BURST_REQUESTS, createRandom(3));
  const bursts: Burst[] = [];
  for (const load of BURST_LOADS) bursts.push(await burst(model, now, prompts, load, speed));
  return {
    speed,
    alonePerSecond: answersPerSecond(speed, 1),
    batchedPerSecond: answersPerSecond(speed, LARGE_BATCH),
    bursts,
  };
}
