/**
 * `npm run bench:serving`: what serving costs, each side by side on this machine: 64 requests with one system prompt against one by
 * one, 8 bits against 32, 10,000 requests simulated, and a room's answers while a burst is put to a real replica; JSON last.
 */

import { createApp } from '../../server/app.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { DEFAULT_SCALE_PLAN } from '../../shared/game/stages/scale/plan.ts';
import { shopOf } from '../../shared/game/stages/deploy/shown.ts';
import type { Format } from '../../shared/game/stages/deploy/state.ts';
import { stepOf } from '../../shared/game/sync/view.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import { createRandom } from '../../shared/random.ts';
import { arrivalTimes } from '../../shared/serving/arrivals.ts';
import { simulateServing } from '../../shared/serving/simulate.ts';
import { SPECIAL_COUNT } from '../../shared/tokenizer/special.ts';
import { joinAs, openMatch, type FakePlayer, type Guest } from '../rooms/fake-player.ts';
import { median } from './statistics.ts';

const VOCAB = 1024;
const CONFIG = modelConfig(DEFAULT_SCALE_PLAN, VOCAB);
const ROUNDS = 9;
/** Code is compiled anew while it is first used. */
const WARM_UP = 6;
const REQUESTS = 64;
/** Examples before each question, the question and the answer, in tokens: all of the default context but a few. */
const SHARED = 40;
const QUESTION = 10;
const ANSWER = 10;
const SIMULATED = 10_000;
/** Times that the burst is put to a replica, and milliseconds between two moves of a player in another room meanwhile. */
const BURSTS = 4;
const BETWEEN_MOVES_MS = 15;

const OPTIONS = { maxTokens: ANSWER, temperature: 0, topP: 1, seed: 0, stopTokens: [] };

/** Milliseconds of the processor: the machine may have other work. */
async function processorMillis(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Medians of several ways to do the same, in turns, after some turns that are not counted. */
async function inTurns<Name extends string>(
  ways: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(ways) as Name[];
  const millis = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < WARM_UP + ROUNDS; round++)
    for (const name of names) {
      const spent = await processorMillis(ways[name]);
      if (round >= WARM_UP) millis.get(name)?.push(spent);
    }
  return Object.fromEntries(names.map((name) => [name, median(millis.get(name) ?? [])])) as Record<
    Name,
    number
  >;
}

async function replicaOf(weights: Float32Array): Promise<Executor> {
  const executor = await createWasmExecutor(CONFIG);
  await executor.load(weights);
  return executor;
}

function drawPrompts(): number[][] {
  const random = createRandom(1);
  const tokens = (count: number): number[] =>
    Array.from({ length: count }, () => SPECIAL_COUNT + random.int(VOCAB - SPECIAL_COUNT));
  const shared = tokens(SHARED);
  return Array.from({ length: REQUESTS }, () => [...shared, ...tokens(QUESTION)]);
}

async function batching(executor: Executor) {
  const prompts = drawPrompts();
  /* One that begins otherwise, so that nothing is shared. */
  const apart = [...prompts.slice(1), prompts[0].toReversed()];
  const { alone, together, unshared } = await inTurns({
    alone: async () => {
      for (const prompt of prompts) await executor.generate([prompt], OPTIONS);
    },
    together: () => executor.generate(prompts, OPTIONS),
    unshared: () => executor.generate(apart, OPTIONS),
  });
  const perSecond = (millis: number): number => Math.round((1000 * REQUESTS * ANSWER) / millis);
  return {
    tokensPerSecondAlone: perSecond(alone),
    tokensPerSecondTogether: perSecond(together),
    tokensPerSecondNothingShared: perSecond(unshared),
    timesAsFast: alone / together,
  };
}

async function bits(weights: Float32Array) {
  const fileOf = (format: Format): Uint8Array =>
    encodeCheckpoint({ config: CONFIG, weights, tokenizerHash: '', step: 0, tokens: 0 }, format);
  const files = { fp32: fileOf('fp32'), int8: fileOf('int8') };
  const prompts = drawPrompts();
  const replica = { fp32: await replicaOf(weights), int8: await replicaOf(weights) };
  const load = (format: 'fp32' | 'int8') => (): Promise<void> =>
    replica[format].load(decodeCheckpoint(files[format]).weights);
  const sample = (format: 'fp32' | 'int8') => (): unknown => replica[format].generate(prompts, OPTIONS);
  return {
    fileShare: files.int8.length / files.fp32.length,
    loadMillis: await inTurns({ fp32: load('fp32'), int8: load('int8') }),
    sampleMillis: await inTurns({ fp32: sample('fp32'), int8: sample('int8') }),
  };
}

async function simulation(): Promise<{ simulatedMillis: number }> {
  const arrivals = arrivalTimes(createRandom(5), 1, SIMULATED).map((atMs) => ({
    atMs,
    promptTokens: 12,
    answerTokens: 9,
    patienceMs: 50,
    key: `${atMs}`,
  }));
  const phase = { stepMs: 0.02, tokenMs: 0.006 };
  const plant = {
    speed: { prefill: phase, decode: phase },
    batch: 8,
    balancing: 'shared' as const,
    queueLimit: 64,
    cache: null,
    replicas: { least: 1, most: 4, bootMs: 5 },
  };
  const { millis } = await inTurns({ millis: () => simulateServing(arrivals, plant) });
  return { simulatedMillis: millis };
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))] ?? NaN;

/** Milliseconds of each answer to a player in another room while `isOn`. */
async function answersWhile(player: FakePlayer, isOn: () => boolean): Promise<number[]> {
  const millis: number[] = [];
  while (isOn()) {
    const began = performance.now();
    await player.move({ type: 'lobby/benchmark', tokensPerSecond: 1, backend: 'bench' });
    millis.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MOVES_MS));
  }
  return millis;
}

async function toDeploy(host: Guest): Promise<void> {
  for (const stage of ['data', 'scale', 'pretrain', 'fine-tune'] as const) {
    await host.until(stage, (view) => view.stage === stage);
    if (stage === 'pretrain') await host.until('models', ({ teams }) => teams.every(({ ready }) => ready));
    await host.move({ type: 'host/skip' });
    if (stage === 'fine-tune') await host.move({ type: 'host/skip' });
  }
}

/** A room's answers while the referee times a replica of another match, and as long without. */
async function besideBursts() {
  const app = await createApp({ port: 0, allowExperiments: true });
  const experiment = { seed: 5, budgetFlops: 3e9, clockScale: 50 };
  const host = await openMatch(app.url, { teamCount: 2, leftOut: ['align', 'test'], experiment });
  const ada = await joinAs(app.url, host.code, 'Ada');
  await joinAs(app.url, host.code, 'Bo');
  const other = await openMatch(app.url, { teamCount: 2, experiment });
  const player = await joinAs(app.url, other.code, 'Cy');
  await host.move({ type: 'host/start' });
  await toDeploy(host);
  const isTimed = (): boolean => ada.view().teams.some((team) => shopOf(team)?.replica);
  const [beside, without]: [number[], number[]] = [[], []];
  for (let burst = 0; burst < BURSTS; burst++) {
    const began = performance.now();
    beside.push(...(await answersWhile(player, () => !isTimed())));
    const tookMs = performance.now() - began;
    const until = performance.now() + tookMs;
    without.push(...(await answersWhile(player, () => performance.now() < until)));
    await host.move({ type: 'host/repeat', step: stepOf(host.view()) });
    await ada.until('a replica that is not timed', () => !isTimed());
  }
  await app.close();
  return {
    answers: [beside.length, without.length],
    p99BesideBurst: percentile(beside, 0.99),
    p99Without: percentile(without, 0.99),
  };
}

async function main(): Promise<void> {
  console.info = console.log = console.error;
  const weights = initialWeights(CONFIG, 1);
  const executor = await replicaOf(weights);
  const report = {
    batching: await batching(executor),
    bits: await bits(weights),
    ...(await simulation()),
    room: await besideBursts(),
  };
  process.stdout.write(`${JSON.stringify({ parameters: weights.length, ...report })}\n`);
}

await main();
process.exit(0);
