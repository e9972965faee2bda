/** Ten thousand damaged or malicious checkpoints and updates: each is refused with its reason, or is sound to compute with. */

import { describe, expect, it } from 'vitest';
import type { HeapExecutor } from '../shared/lm/executors/heap-executor.ts';
import { CheckpointError, decodeCheckpoint, encodeCheckpoint } from '../shared/lm/checkpoint.ts';
import { initialWeights } from '../shared/lm/init.ts';
import { createWasmExecutor } from '../shared/lm/executors/wasm.ts';
import { outerStep } from '../shared/lm/federated/outer-step.ts';
import { randomBatch, TINY } from '../shared/lm/testing.ts';
import { WEIGHT_FORMATS } from '../shared/nn/formats/weight-format.ts';
import { encodeUpdate } from '../shared/game/wire/update.ts';
import { decodeUpdate } from '../shared/game/wire/read-update.ts';
import { createRandom, type Random } from '../shared/random.ts';
import { checkUpdate } from '../shared/game/training/run.ts';

const FILES = 5000;
const WEIGHTS = initialWeights(TINY, 1);
const CHECKPOINT = { config: TINY, tokenizerHash: 'bpe', step: 12, tokens: 34_567, weights: WEIGHTS };
const UPDATE = {
  rowsUsed: 32,
  tokens: 2048,
  trainLoss: 3.25,
  millis: 4800,
  delta: WEIGHTS.map((weight) => weight / 10),
};

/** What attackers write in place of a number or a text of a header. */
const VALUES =
  '-1 0 1 2 0.5 -0 1e999 -1e999 1e21 4096 65532 4294967296 9007199254740993 NaN null true [] {} "" "int4" "fp64"'
    .split(' ')
    .concat('"__proto__"', '{"toString":1,"valueOf":1}', `"${'x'.repeat(300)}"`);
const EXTRA_FIELDS = ['"__proto__":{"width":16}', '"constructor":1', '"step":0', '"dtype":"fp32"', '"":0'];
/** Bits of NaN, the infinities, a subnormal, the largest number, -0 and an innocent 1. */
const FLOATS = [0x7fc00000, 0x7f800000, 0xff800000, 0x00000001, 0x7f7fffff, 0x80000000, 0x3f800000];
const LENGTHS = [0, 4, 5, 1020, 4096, 4100, 0x7fffffff, 0x80000000, 0xffffffff];

type Damage = (bytes: Uint8Array, random: Random) => Uint8Array;

function changeHeader(bytes: Uint8Array, change: (json: string) => string): Uint8Array {
  const end = 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true);
  let json = change(new TextDecoder().decode(bytes.subarray(8, end)).trimEnd());
  while (new TextEncoder().encode(json).length % 4) json += ' ';
  const header = new TextEncoder().encode(json);
  const result = new Uint8Array(8 + header.length + bytes.length - end);
  result.set(bytes.subarray(0, 8));
  new DataView(result.buffer).setUint32(4, header.length, true);
  result.set(header, 8);
  result.set(bytes.subarray(end), 8 + header.length);
  return result;
}

function setWord(bytes: Uint8Array, at: number, word: number): Uint8Array {
  const result = bytes.slice();
  if (at + 4 <= result.length) new DataView(result.buffer).setUint32(at, word, true);
  return result;
}

const DAMAGES: readonly Damage[] = [
  (bytes, random) => {
    const result = bytes.slice();
    for (let i = 0; i <= random.int(8); i++) result[random.int(result.length)] ^= 1 << random.int(8);
    return result;
  },
  (bytes, random) => {
    const result = bytes.slice();
    result[random.int(200)] = random.int(256);
    return result;
  },
  (bytes, random) => bytes.subarray(0, random.chance(0.3) ? random.int(12) : random.int(bytes.length)),
  (bytes, random) => {
    const result = new Uint8Array(bytes.length + 1 + random.int(64));
    result.set(bytes);
    return result;
  },
  (bytes, random) => {
    const start = random.int(bytes.length);
    return bytes.slice().fill(random.pick([0, 0xff, 0x80, 0x7f]), start, start + random.int(400));
  },
  (bytes, random) => {
    const result = bytes.slice();
    result.copyWithin(random.int(bytes.length), random.int(bytes.length), random.int(bytes.length));
    return result;
  },
  (bytes, random) => setWord(bytes, 300 + 4 * random.int(bytes.length / 4 - 80), random.pick(FLOATS)),
  (bytes, random) => setWord(bytes, 4, random.pick(LENGTHS)),
  (bytes, random) =>
    changeHeader(bytes, (json) => {
      const values = [...json.matchAll(/:("[^"]*"|[\d.]+|\{)/g)].filter(([, value]) => value !== '{');
      if (values.length === 0) return json;
      const { index, 1: old } = random.pick(values);
      return json.slice(0, index + 1) + random.pick(VALUES) + json.slice(index + 1 + old.length);
    }),
  (bytes, random) =>
    changeHeader(bytes, (json) => {
      const places = [...json.matchAll(/[{,]/g)].map(({ index }) => index + 1);
      if (places.length === 0) return json;
      const at = random.pick(places);
      return `${json.slice(0, at)}${random.pick(EXTRA_FIELDS)},${json.slice(at)}`;
    }),
  (bytes, random) =>
    changeHeader(bytes, (json) =>
      random.pick([`${json} ${json}`, `[${json}]`, json.slice(1), '', ' '.repeat(40), `\ufeff${json}`]),
    ),
  (bytes, random) => Uint8Array.from({ length: bytes.length }, () => random.int(256)),
];

/** A seeded sequence of files, each damaged once or twice. */
function* damaged(bases: readonly Uint8Array[], seed: number): Generator<Uint8Array> {
  const random = createRandom(seed);
  for (let file = 0; file < FILES; file++) {
    const once = random.pick(DAMAGES)(random.pick(bases), random);
    const hasHeader =
      once.length > 400 && new DataView(once.buffer, once.byteOffset).getUint32(4, true) < 400;
    yield random.chance(0.3) && hasHeader ? random.pick(DAMAGES)(once, random) : once;
  }
}

describe('five thousand hostile checkpoints', () => {
  it('are each refused with a reason, or hold a model that computes finite numbers', async () => {
    const outcomes = new Map<string, number>();
    const executors = new Map<string, HeapExecutor>();
    for (const bytes of damaged(
      WEIGHT_FORMATS.map((format) => encodeCheckpoint(CHECKPOINT, format)),
      1,
    )) {
      let outcome = 'accepted';
      try {
        const { config, weights } = decodeCheckpoint(bytes);
        const shape = JSON.stringify(config);
        const executor = executors.get(shape) ?? (await createWasmExecutor(config));
        executors.set(shape, executor);
        await executor.load(weights);
        const { nats } = await executor.evaluate(randomBatch(config, 1, 12));
        expect(Number.isFinite(nats)).toBe(true);
      } catch (error) {
        if (!(error instanceof CheckpointError)) throw error;
        expect(error.message.length).toBeGreaterThan(error.reason.length + 5);
        outcome = error.reason;
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(outcomes.get('accepted')).toBeGreaterThan(FILES / 20);
    expect([...outcomes.keys()].sort()).toEqual([
      'accepted',
      'checkpoint/bad_config',
      'checkpoint/bad_header',
      'checkpoint/bad_integer',
      'checkpoint/not_a_checkpoint',
      'checkpoint/not_finite',
      'checkpoint/out_of_range',
      'checkpoint/too_short',
      'checkpoint/unknown_dtype',
      'checkpoint/unknown_version',
      'checkpoint/wrong_size',
    ]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 20_000);
});

describe('five thousand hostile updates', () => {
  it('are each refused with a code, or leave finite weights when they are taken with an honest one', () => {
    const squares = WEIGHTS.reduce((sum, weight) => sum + weight * weight, 0);
    const limits = { parameterCount: WEIGHTS.length, allottedRows: 40, weightsNorm: Math.sqrt(squares) };
    const honest = { delta: UPDATE.delta, tokens: UPDATE.tokens };
    const outcomes = new Map<string, number>();
    for (const bytes of damaged([encodeUpdate(UPDATE)], 2)) {
      const decoded = decodeUpdate(bytes);
      const checked = decoded.ok ? checkUpdate(decoded.value, limits) : decoded;
      const outcome = checked.ok ? 'accepted' : checked.error.code;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (!checked.ok) continue;
      const { delta, tokens, rowsUsed, trainLoss, millis } = checked.value;
      for (const number of [tokens, rowsUsed, trainLoss, millis]) expect(Number.isFinite(number)).toBe(true);
      const { weights, velocity } = outerStep(WEIGHTS, [{ delta, tokens: UPDATE.tokens }, honest], null);
      expect(weights.every(Number.isFinite)).toBe(true);
      expect(velocity?.every(Number.isFinite)).toBe(true);
    }
    expect(outcomes.get('accepted')).toBeGreaterThan(FILES / 20);
    expect([...outcomes.keys()].sort()).toEqual([
      'accepted',
      'protocol/bad_message',
      'train/absurd_norm',
      'train/no_tokens',
      'train/not_finite',
      'train/too_many_tokens',
      'train/wrong_shape',
    ]);
  }, 20_000);
});
