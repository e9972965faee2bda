/** What is shown of a model's inside is what a forward pass computes that is written as the formulas are. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { rotationTable } from '../../nn/rotary.ts';
import { chooseToken } from '../decoding/choice.ts';
import { createJsExecutor } from '../executors/js.ts';
import { createWasmExecutor } from '../executors/wasm.ts';
import { initialWeights } from '../init.ts';
import { parameterSpec } from '../spec.ts';
import { TINY } from '../testing.ts';
import { upToLayer, withoutHeads, type HeadPlace } from './ablation.ts';
import { nearestRows, principalPlane } from './embedding-map.ts';
import { probe } from './probe.ts';
import { readStream, type Patch } from './stream.ts';
import { reweigh } from './reweigh.ts';

const random = createRandom(4);
/** Large enough that every part matters. */
const weights = initialWeights(TINY, 1).map((weight) => 4 * weight + random.next() - 0.5);
const PROMPT = [0, 3, 19, 3, 7, 11];

interface Naive {
  /** [layers][heads][query][key]. */
  attention: number[][][][];
  /** [layers + 1][positions]: chances after each layer. */
  chances: number[][][];
}

/** The forward pass in plain numbers, without some heads. */
function naiveForward(tokens: readonly number[], left: readonly HeadPlace[] = []): Naive {
  const { width, heads, layers, contextLength } = TINY;
  const headWidth = width / heads;
  const tensors = new Map(parameterSpec(TINY).tensors.map((tensor) => [tensor.name, tensor]));
  const at = (name: string, index: number): number => weights[(tensors.get(name)?.offset ?? NaN) + index];
  const range = (size: number): number[] => [...Array(size).keys()];
  const sum = (size: number, of: (i: number) => number): number =>
    range(size).reduce((all, i) => all + of(i), 0);
  const norm = (x: number[], name: string): number[] => {
    const mean = sum(width, (c) => x[c]) / width;
    const variance = sum(width, (c) => (x[c] - mean) ** 2) / width;
    return x.map(
      (value, c) =>
        ((value - mean) / Math.sqrt(variance + 1e-5)) * at(`${name}.gain`, c) + at(`${name}.bias`, c),
    );
  };
  const linear = (x: number[], name: string, outputs: number): number[] =>
    range(outputs).map(
      (o) => at(`${name}.bias`, o) + sum(x.length, (i) => x[i] * at(`${name}.weight`, i * outputs + o)),
    );
  const softmax = (x: number[]): number[] => {
    const all = sum(x.length, (i) => Math.exp(x[i]));
    return x.map((value) => Math.exp(value) / all);
  };
  const table = rotationTable(contextLength, headWidth);
  const turn = (x: number[], position: number): number[] =>
    x.map((value, c) => {
      const [cosine, sine] = [0, 1].map(
        (part) => table[position * headWidth + (c % headWidth) - (c % 2) + part],
      );
      return c % 2 === 0 ? value * cosine - x[c + 1] * sine : x[c - 1] * sine + value * cosine;
    });
  const saying = (x: number[]): number[] => {
    const last = norm(x, 'finalNorm');
    return softmax(
      range(TINY.vocabSize).map((token) =>
        sum(width, (c) => last[c] * at('head', c * TINY.vocabSize + token)),
      ),
    );
  };
  const vector = (name: string, token: number): number[] =>
    range(width).map((c) => at(name, token * width + c));
  let stream = tokens.map((token, position) => {
    const before = vector('previousEmbedding', position === 0 ? 0 : tokens[position - 1]);
    return vector('tokenEmbedding', token).map((value, c) => value + before[c]);
  });
  const ownValues = tokens.map((token) => vector('valueEmbedding', token));
  const chances = [stream.map(saying)];
  const attention = range(layers).map((layer) => {
    const block = `block${layer}`;
    const qkv = stream.map((x) => linear(norm(x, `${block}.norm1`), `${block}.qkv`, 3 * width));
    const [q, k] = [0, width].map((from) =>
      qkv.map((x, position) => turn(x.slice(from, from + width), position)),
    );
    const weightsOf = range(heads).map((head) =>
      tokens.map((_, i) =>
        softmax(
          range(i + 1).map(
            (j) =>
              sum(headWidth, (c) => q[i][head * headWidth + c] * k[j][head * headWidth + c]) /
              Math.sqrt(headWidth),
          ),
        ),
      ),
    );
    stream = stream.map((x, i) => {
      const mixed = range(width).map((c) => {
        const head = Math.floor(c / headWidth);
        const isLeft = left.some((one) => one.layer === layer && one.head === head);
        return isLeft
          ? 0
          : sum(i + 1, (j) => weightsOf[head][i][j] * (qkv[j][2 * width + c] + ownValues[j][c]));
      });
      const middle = linear(mixed, `${block}.projection`, width).map((value, c) => value + x[c]);
      const hidden = linear(norm(middle, `${block}.norm2`), `${block}.expand`, 4 * width).map(
        (value) => Math.max(0, value) ** 2,
      );
      return linear(hidden, `${block}.contract`, width).map((value, c) => value + middle[c]);
    });
    chances.push(stream.map(saying));
    return weightsOf;
  });
  return { attention, chances };
}

const KINDS = [
  ['js', createJsExecutor],
  ['wasm', createWasmExecutor],
] as const;

/** What an executor of that kind sees with these weights. */
async function seen(create: (typeof KINDS)[number][1], loaded: Float32Array) {
  const executor = await create(TINY);
  await executor.load(loaded);
  const inside = await executor.inspect(PROMPT, TINY.vocabSize);
  executor.dispose();
  return inside;
}

/** Chances in the order of the tokens. */
const byToken = (candidates: readonly { token: number; chance: number }[]): number[] =>
  candidates.toSorted((a, b) => a.token - b.token).map(({ chance }) => chance);

function expectClose(actual: readonly number[], wanted: readonly number[]): void {
  expect(actual).toHaveLength(wanted.length);
  actual.forEach((value, index) => expect(value).toBeCloseTo(wanted[index], 4));
}

describe.each(KINDS)('in %s', (_, create) => {
  const naive = naiveForward(PROMPT);

  it('attention and chances are those of the formulas', async () => {
    const { attention, candidates } = await seen(create, weights);
    const { length } = PROMPT;
    naive.attention.forEach((heads, layer) =>
      heads.forEach((rows, head) =>
        rows.forEach((row, i) => {
          const whole = [...row, ...Array(length - row.length).fill(0)];
          expectClose(Array.from(attention[layer][head].subarray(i * length, (i + 1) * length)), whole);
        }),
      ),
    );
    candidates.forEach((each, position) => expectClose(byToken(each), naive.chances[TINY.layers][position]));
  });

  it('the lens tells what would be said after each layer', async () => {
    for (let layers = 0; layers <= TINY.layers; layers++) {
      const { candidates } = await seen(create, upToLayer(TINY, weights, layers));
      candidates.forEach((each, position) => expectClose(byToken(each), naive.chances[layers][position]));
    }
  });

  it('a model without a head is one whose head mixes nothing', async () => {
    for (const left of [
      [{ layer: 0, head: 1 }],
      [
        { layer: 0, head: 0 },
        { layer: 1, head: 1 },
      ],
    ]) {
      const { candidates } = await seen(create, withoutHeads(TINY, weights, left));
      const wanted = naiveForward(PROMPT, left).chances[TINY.layers];
      candidates.forEach((each, position) => expectClose(byToken(each), wanted[position]));
      const changed = wanted.some((each, position) =>
        each.some((value, token) => Math.abs(value - naive.chances[TINY.layers][position][token]) > 0.01),
      );
      expect(changed).toBe(true);
    }
  });
});

describe('the stream', () => {
  const read = (tokens: readonly number[], patch?: Patch) => readStream(TINY, weights, tokens, patch);
  const stateOf = (tokens: readonly number[], layer: number, position: number): Float32Array =>
    read(tokens).after[layer].slice(position * TINY.width, (position + 1) * TINY.width);

  it('ends in the logits that an executor has, and in chances of the formulas', () => {
    const { logits, after } = read(PROMPT);
    expect(after).toHaveLength(TINY.layers + 1);
    const sizes = Array.from(logits, Math.exp);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    expectClose(
      sizes.map((size) => size / all),
      naiveForward(PROMPT).chances[TINY.layers][PROMPT.length - 1],
    );
  });

  it('says the same where its own state is put back, and the other text where that is the last one', () => {
    const other = [0, 5, 2, 9];
    const { logits } = read(PROMPT);
    const own = { layer: 1, position: 2, vector: stateOf(PROMPT, 1, 2) };
    expectClose(Array.from(read(PROMPT, own).logits), Array.from(logits));
    const last = { layer: TINY.layers, position: PROMPT.length - 1, vector: stateOf(other, TINY.layers, 3) };
    expectClose(Array.from(read(PROMPT, last).logits), Array.from(read(other).logits));
    const early = { layer: 0, position: 1, vector: stateOf(other, 0, 2) };
    expect(
      Math.max(...read(PROMPT, early).logits.map((value, i) => Math.abs(value - logits[i]))),
    ).toBeGreaterThan(0.01);
  });
});

describe('a linear probe', () => {
  const chance = createRandom(8);
  const noise = (): number => chance.next() - 0.5;
  /** As many numbers as examples: any labels can be told apart on what was fitted. */
  const width = 40;
  const examples = (signal: number): { states: Float32Array[]; isFirst: boolean[] } => {
    const isFirst = Array.from({ length: 40 }, (_, i) => i % 4 < 2);
    const states = isFirst.map((first) =>
      Float32Array.from({ length: width }, (_, c) => noise() + (c === 7 ? (first ? signal : -signal) : 0)),
    );
    return { states, isFirst };
  };
  const rightOf = ({ states, isFirst }: ReturnType<typeof examples>): number =>
    probe(states, isFirst).right.filter(Boolean).length;

  it('finds what is there in examples that it was not fitted on, and nothing where there is nothing', () => {
    expect(rightOf(examples(2))).toBeGreaterThan(37);
    const nothing = Array.from({ length: 20 }, () => rightOf(examples(0)));
    const mean = nothing.reduce((sum, right) => sum + right, 0) / nothing.length;
    expect(mean).toBeGreaterThan(14);
    expect(mean).toBeLessThan(24);
  });

  it('is what fitting on all others, one by one, comes to', () => {
    const { states, isFirst } = examples(0.6);
    const left = probe(states, isFirst).right;
    expect(left.filter(Boolean).length).toBeGreaterThan(20);
    expect(probe(states, isFirst).byChance).toBe(20);
    /* Twins on both sides of the cut can't be told apart. */
    const twins = probe([...states, ...states], [...isFirst, ...isFirst.map((first) => !first)]);
    expect(twins.right.filter(Boolean).length).toBe(0);
  });
});

describe('a look at 64 tokens', () => {
  it('takes no more than a frame at the default size, on one core', async () => {
    const config = { ...TINY, vocabSize: 1024, contextLength: 64, width: 48, layers: 2, heads: 3 };
    const executor = await createWasmExecutor(config);
    const prompt = Array.from({ length: 64 }, (_, index) => (index * 37) % config.vocabSize);
    const millis: number[] = [];
    for (let tried = 0; tried < 20; tried++) {
      const before = process.cpuUsage();
      await executor.inspect(prompt, 3);
      const { user, system } = process.cpuUsage(before);
      millis.push((user + system) / 1000);
    }
    /* Of the processor, not of the clock: other tests run beside this one. */
    expect(millis.toSorted((a, b) => a - b)[10]).toBeLessThan(16);
  });
});

describe('chances of being drawn', () => {
  const logits = Float32Array.from([2, 1, 0.5, 0, -1]);
  const candidates = Array.from(logits, (logit, token) => ({ token, chance: Math.exp(logit) / 13.2 }));

  it.each([
    [1, 1],
    [0.5, 1],
    [1.5, 0.8],
    [0.7, 0.95],
    [0, 1],
  ])('at temperature %f and top-p %f are how often each is drawn', (temperature, topP) => {
    const draws = 20_000;
    const counts = [0, 0, 0, 0, 0];
    const chance = createRandom(9);
    for (let i = 0; i < draws; i++) counts[chooseToken(logits, { temperature, topP }, chance)]++;
    for (const { token, drawn } of reweigh(candidates, { temperature, topP })) {
      expect(Math.abs(counts[token] / draws - drawn)).toBeLessThan(0.02);
      if (drawn === 0) expect(counts[token]).toBe(0);
    }
  });
});

describe('a map of vectors', () => {
  /** Three groups, far apart in a wide space; every vector of a group points about the same way. */
  const [groups, each, width] = [3, 20, 12];
  const rows = new Float32Array(groups * each * width).map((_, i) => {
    const group = Math.floor(i / (each * width));
    return (i % width === group * 3 ? 5 : 0) + 0.3 * (random.next() - 0.5);
  });
  const groupOf = (row: number): number => Math.floor(row / each);

  it('keeps groups together and apart', () => {
    const places = principalPlane(rows, groups * each, width);
    const distance = (a: number, b: number): number =>
      Math.hypot(places[2 * a] - places[2 * b], places[2 * a + 1] - places[2 * b + 1]);
    for (let a = 0; a < groups * each; a++) {
      for (let b = 0; b < groups * each; b++) {
        if (groupOf(a) === groupOf(b)) expect(distance(a, b)).toBeLessThan(1);
        else expect(distance(a, b)).toBeGreaterThan(3);
      }
    }
  });

  it('finds neighbours in the own group', () => {
    const near = nearestRows(rows, groups * each, width, 25, 5);
    expect(near).toHaveLength(5);
    for (const { row, likeness } of near) {
      expect(groupOf(row)).toBe(1);
      expect(likeness).toBeGreaterThan(0.9);
    }
    expect(near.map(({ likeness }) => likeness)).toEqual(
      near.map(({ likeness }) => likeness).toSorted((a, b) => b - a),
    );
  });

  it('of vectors that are all alike has one place', () => {
    expect([...principalPlane(new Float32Array(6), 3, 2)]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(nearestRows(new Float32Array(6), 3, 2, 0, 1)[0].likeness).toBe(0);
  });
});
