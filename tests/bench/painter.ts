/**
 * `npm run bench:painter`: one training step of the default painter, ours against the same network in TensorFlow.js, in turns
 * on one thread of the processor; JSON last.
 */

import { setFlagsFromString } from 'node:v8';
import { PATCH_PIXELS, PATCH_VALUES, PATCHES, PICTURE_VALUES, PIXELS } from '../../shared/image/config.ts';
import { fillNoise, TIME_FEATURES, writeTimeFeatures } from '../../shared/image/noise.ts';
import { Painter } from '../../shared/image/painter.ts';
import { toPatchMajor } from '../../shared/image/pixels.ts';
import { conditionSize, painterSpec } from '../../shared/image/tensors.ts';
import { DEFAULT_PAINTER } from '../../shared/image/train.ts';
import { createWasmHost } from '../../shared/nn/wasm/host.ts';
import type { TensorSpec } from '../../shared/nn/tensors.ts';
import { createRandom } from '../../shared/random.ts';
import { installPeers } from './peers.ts';
import { median } from './statistics.ts';

const PICTURES = 32;
const WORDS = 32;
const COLORS = 16;
const ROUNDS = 15;
const LEARNING_RATE = 1e-3;
const BACKENDS = ['wasm', 'cpu'] as const;

/** What peers/tfjs-painter.mjs exports. */
interface Peer {
  create(options: {
    tensors: readonly TensorSpec[];
    weights: Float32Array;
    backend: string;
    layers: number;
    width: number;
    patches: number;
    learningRate: number;
  }): Promise<{ backend: string; step(batch: object): Promise<number> }>;
}

/** Milliseconds of the processor that a call takes: the machine may have other work. */
async function processorMillis(
  call: () => number | Promise<number>,
): Promise<{ millis: number; loss: number }> {
  const before = process.cpuUsage();
  const loss = await call();
  const { user, system } = process.cpuUsage(before);
  return { millis: (user + system) / 1000, loss };
}

async function main(): Promise<void> {
  setFlagsFromString('--experimental-wasm-relaxed-simd');
  installPeers();
  const config = { ...DEFAULT_PAINTER, words: WORDS, colors: COLORS };
  const painter = new Painter(config, await createWasmHost());
  const random = createRandom(1);
  const values = new Float32Array(PICTURES * PICTURE_VALUES);
  fillNoise(random, values);
  const times = Float32Array.from({ length: PICTURES }, () => random.next());
  const words = Array.from({ length: PICTURES }, () => [random.int(WORDS)]);
  const colors = Uint8Array.from({ length: PICTURES * PIXELS }, () => random.int(COLORS));

  /* The same batch in the network's own order, for the peer. */
  const size = conditionSize(config);
  const conditions = new Float32Array(PICTURES * size);
  words.forEach(([word], picture) => {
    writeTimeFeatures(times[picture], conditions, picture * size);
    conditions[picture * size + TIME_FEATURES + word] = 1;
  });
  const patches = new Float32Array(values.length);
  toPatchMajor(values, PICTURES, PATCH_VALUES, patches, 0);
  const targets = new Int32Array(colors.length);
  toPatchMajor(colors, PICTURES, PATCH_PIXELS, targets, 0);
  const batch = { values: patches, conditions, conditionSize: size, targets, colors: COLORS };

  const weights = painter.weights();
  const { create } = (await import('./peers/tfjs-painter.mjs' as string)) as Peer;
  const shape = { tensors: painterSpec(config).tensors, weights, patches: PATCHES, ...DEFAULT_PAINTER };
  const rows = [];
  for (const backend of BACKENDS) {
    painter.load(weights);
    const peer = await create({ ...shape, backend, learningRate: LEARNING_RATE });
    const own: number[] = [];
    const theirs: number[] = [];
    let difference = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const update = { learningRate: LEARNING_RATE, weightDecay: 0, clipNorm: 0 };
      const ours = await processorMillis(() => painter.step({ values, times, words }, colors, update));
      const peers = await processorMillis(() => peer.step(batch));
      difference = Math.max(difference, Math.abs(ours.loss - peers.loss));
      own.push(ours.millis);
      theirs.push(peers.millis);
    }
    const row = {
      peer: peer.backend,
      ownMillis: Number(median(own).toFixed(1)),
      peerMillis: Number(median(theirs).toFixed(1)),
      timesAsFast: Number((median(theirs) / median(own)).toFixed(1)),
      largestDifferenceOfLosses: Number(difference.toExponential(1)),
    };
    console.log(
      `${row.peer}: ${row.peerMillis} ms a step; ours (${painter.backend}): ${row.ownMillis} ms, ${row.timesAsFast} times as fast; losses differ by ${row.largestDifferenceOfLosses} at most`,
    );
    rows.push(row);
  }
  console.log(JSON.stringify({ ok: true, pictures: PICTURES, parameters: weights.length, rows }));
}

await main();
