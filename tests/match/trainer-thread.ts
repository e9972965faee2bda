/** The thread behind a Trainer: holds one executor with its moments between the rounds of a run. */

import { setFlagsFromString } from 'node:v8';
import { parentPort } from 'node:worker_threads';
import { decodeRows } from '../../shared/data/rows.ts';
import { decodeCheckpoint } from '../../shared/lm/checkpoint.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { FINE_TUNING, fineTuningSchedule } from '../../shared/lm/fine-tune.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { PRETRAINING, runRound } from '../../shared/lm/pretrain.ts';
import { createSchedule, learningRateAt } from '../../shared/lm/schedule.ts';
import { createWasmExecutor } from '../../shared/lm/wasm/executor.ts';
import { encodeUpdate } from '../../shared/protocol/update.ts';
import { PROBE_CONFIG } from '../../shared/rules/scale.ts';
import type { TrainingStage } from '../../shared/rules/match.ts';
import type { RoundTask, Speed, TrainerReply, TrainerRequest } from './trainer.ts';

// Node 20 has relaxed SIMD behind this flag; it must be set before the kernels are compiled.
setFlagsFromString('--experimental-wasm-relaxed-simd');

/** A round stops here even with rows left, as a browser's does. */
const MAX_ROUND_MILLIS = 8000;
const PROBE_MILLIS = 600;

let executor: Executor | null = null;
/** The run whose moments the executor holds. */
let heldStage: TrainingStage | null = null;

async function probe(): Promise<Speed> {
  const device = await createWasmExecutor(PROBE_CONFIG);
  await device.load(initialWeights(PROBE_CONFIG, 1));
  const size = PRETRAINING.batchRows * PROBE_CONFIG.contextLength;
  const tokens = Int32Array.from({ length: size }, (_, i) => (i * 7) % PROBE_CONFIG.vocabSize);
  const batch = {
    rows: PRETRAINING.batchRows,
    length: PROBE_CONFIG.contextLength,
    tokens,
    targets: tokens,
    weights: new Float32Array(size).fill(1),
  };
  const options = { learningRate: 1e-3, weightDecay: 0, clipNorm: 1 };
  await device.step(batch, options);
  const startMs = performance.now();
  let steps = 0;
  while (performance.now() - startMs < PROBE_MILLIS) {
    await device.step(batch, options);
    steps++;
  }
  const tokensPerSecond = (1000 * steps * size) / (performance.now() - startMs);
  device.dispose();
  return { tokensPerSecond, backend: device.backend };
}

/** Loads the checkpoint, keeping the moments of an earlier round of the same run; nothing to do for weights still held. */
async function prepare(task: RoundTask): Promise<Executor> {
  if (task.checkpoint) {
    const { config, weights } = decodeCheckpoint(task.checkpoint);
    const sameRun = executor !== null && heldStage === task.stage;
    if (!sameRun) {
      executor?.dispose();
      executor = await createWasmExecutor(config);
      heldStage = task.stage;
    }
    await executor?.load(weights, { keepMoments: sameRun });
  }
  if (!executor) throw new Error('a round without a checkpoint, and no weights held');
  return executor;
}

async function train(task: RoundTask): Promise<Uint8Array<ArrayBuffer>> {
  const device = await prepare(task);
  const rows = decodeRows(task.shard);
  const before = await device.weights();
  const { contextLength } = device.config;
  const fineTuning = task.stage === 'fine-tune';
  const settings = fineTuning ? FINE_TUNING : PRETRAINING;
  const batchTokens = settings.batchRows * contextLength;
  const schedule = fineTuning
    ? fineTuningSchedule(task.tokensTotal)
    : createSchedule(settings.peakLearningRate, task.tokensTotal, batchTokens);
  const last = await runRound({
    executor: device,
    rows,
    batchRows: settings.batchRows,
    weightDecay: settings.weightDecay,
    clipNorm: settings.clipNorm,
    learningRate: (roundTokens) => learningRateAt(schedule, task.tokensUsed + roundTokens),
    now: () => performance.now(),
    maxMillis: MAX_ROUND_MILLIS,
  });
  if (last.end === 'diverged') throw new Error('the loss is no longer finite');
  const delta = (await device.weights()).map((weight, i) => weight - before[i]);
  const { rowsUsed, tokens, loss, millis } = last;
  return encodeUpdate({ rowsUsed, tokens, trainLoss: loss, millis, delta });
}

async function answer(request: TrainerRequest): Promise<TrainerReply> {
  const { id } = request;
  try {
    return 'probe' in request ? { id, speed: await probe() } : { id, update: await train(request.round) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', async (request: TrainerRequest) => parentPort?.postMessage(await answer(request)));
