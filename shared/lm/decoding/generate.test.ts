/** Ways to continue a prompt, and what can be seen inside while a model reads. */

import { describe, expect, it } from 'vitest';
import type { Executor, Inspection } from '../executor.ts';
import { createJsExecutor } from '../executors/js.ts';
import { createTfjsExecutor } from '../executors/tfjs/executor.ts';
import { createWasmExecutor } from '../executors/wasm.ts';
import { initialWeights } from '../init.ts';
import type { SamplingOptions } from '../language-model.ts';
import { TINY, TINY_GRU } from '../testing.ts';
import { sharedLength } from './generate.ts';

const PROMPT = [3, 1, 4, 1, 5];
const GREEDY: SamplingOptions = { maxTokens: 7, temperature: 0, topP: 1, seed: 1, stopTokens: [] };
const SAMPLING: SamplingOptions = { ...GREEDY, temperature: 1 };

/** A model with opinions: weights several times as large as usual at the start. */
async function opinionated(
  create: typeof createJsExecutor = createWasmExecutor,
  strength = 10,
): Promise<Executor> {
  const executor = await create(TINY);
  await executor.load(initialWeights(TINY, 5).map((weight) => strength * weight));
  return executor;
}

/** log P(answer | prompt) by evaluation of the whole text. */
async function logProbability(
  executor: Executor,
  prompt: readonly number[],
  answer: readonly number[],
): Promise<number> {
  const text = [...prompt, ...answer];
  const length = text.length - 1;
  const weights = new Float32Array(length).fill(1, prompt.length - 1);
  const [loss] = await executor.rowLosses({
    rows: 1,
    length,
    weights,
    tokens: Int32Array.from(text.slice(0, -1)),
    targets: Int32Array.from(text.slice(1)),
  });
  return -loss;
}

describe('sampling', () => {
  it('with top-k 1 is greedy, whatever the temperature', async () => {
    const executor = await opinionated();
    const greedy = await executor.generate([PROMPT], GREEDY);
    expect(await executor.generate([PROMPT], { ...SAMPLING, temperature: 5, topK: 1 })).toEqual(greedy);
  });

  it('keeps to the allowed tokens, greedy or not', async () => {
    const executor = await opinionated();
    const allowedTokens = [2, 7, 11];
    for (const options of [GREEDY, { ...SAMPLING, temperature: 3 }, { ...GREEDY, beams: 3 }]) {
      const answers = await executor.generate([PROMPT, [1]], { ...options, allowedTokens });
      for (const token of answers.flat()) expect(allowedTokens).toContain(token);
    }
  });

  it('repeats itself less when that is penalized', async () => {
    const executor = await opinionated();
    const prompts = Array.from({ length: 20 }, (_, token) => [token]);
    const distinct = async (repetitionPenalty: number): Promise<number> => {
      const answers = await executor.generate(prompts, { ...GREEDY, maxTokens: 11, repetitionPenalty });
      return answers.reduce((sum, answer, token) => sum + new Set([token, ...answer]).size, 0);
    };
    expect(await distinct(1)).toBeLessThan(0.85 * prompts.length * 12);
    expect(await distinct(1000)).toBeGreaterThan(0.95 * prompts.length * 12);
  });

  it.each([
    [{ temperature: -1 }, /temperature must be 0 or more, not -1/],
    [{ temperature: Number.NaN }, /temperature must be 0 or more, not NaN/],
    [{ topP: 1.5 }, /topP must be from 0 to 1, not 1.5/],
    [{ topK: 2.5 }, /topK must be a whole number from 0/],
    [{ maxTokens: -1 }, /maxTokens must be a whole number from 0/],
    [{ repetitionPenalty: 0 }, /repetitionPenalty must be above 0/],
    [{ seed: Infinity }, /seed must be a number/],
    [{ stopTokens: [20] }, /token 20 is outside the vocabulary of 20/],
    [{ allowedTokens: [-1] }, /token -1 is outside/],
    [{ allowedTokens: [] }, /allowedTokens must name at least one/],
    [{ beams: 65 }, /beams must be from 1 to 64/],
    [{ beams: 4, temperature: 1 }, /temperature must be 0/],
  ])('refuses %o in words', async (change, message) => {
    const executor = await createJsExecutor(TINY);
    await expect(executor.generate([PROMPT], { ...GREEDY, ...change })).rejects.toThrow(message);
  });
});

describe('many answers to one prompt', () => {
  it.each([
    ['WASM', createWasmExecutor],
    ['plain JavaScript', createJsExecutor],
  ])(
    'are what each place would get among other prompts, though the prompt is read once: in %s',
    async (_, create) => {
      const executor = await opinionated(create, 3);
      const WARM = { ...SAMPLING, temperature: 2 };
      const places = Array.from({ length: 100 }, (_, place) => place);
      const together = await executor.generate(
        places.map(() => PROMPT),
        WARM,
      );
      expect(new Set(together.map((answer) => answer.join())).size).toBeGreaterThan(20);
      for (const place of [0, 1, 63, 64, 99]) {
        const among = places.map((other) => (other === place ? PROMPT : [1 + (other % 19), other % 20]));
        expect((await executor.generate(among, WARM))[place]).toEqual(together[place]);
      }
    },
  );
});

describe('prompts that begin alike', () => {
  it.each([
    ['a transformer in WASM', createWasmExecutor, TINY],
    ['a transformer in plain JavaScript', createJsExecutor, TINY],
    ['a recurrent network in WASM', createWasmExecutor, TINY_GRU],
  ] as const)('get to the number what they get where nothing is shared: %s', async (_, create, config) => {
    const executor = await create(config);
    await executor.load(initialWeights(config, 5).map((weight) => 3 * weight));
    /* More than there are slots, of several lengths, some of them twice. */
    const prompts = Array.from({ length: 90 }, (_, place) =>
      [...PROMPT, place % 19, place % 7, place % 3].slice(0, 6 + (place % 3)),
    );
    const warm = { ...SAMPLING, maxTokens: 4, temperature: 2 };
    const together = await executor.generate(prompts, warm);
    expect(sharedLength(prompts)).toBe(PROMPT.length);
    expect(new Set(together.map((answer) => answer.join())).size).toBeGreaterThan(20);
    const apart = await executor.generate([...prompts, [1, 2]], warm);
    expect(apart.slice(0, -1)).toEqual(together);
  });

  it('are read as they are where too little is shared, or all are the same', () => {
    expect(
      sharedLength([
        [1, 2, 3, 4],
        [1, 2, 3, 5],
      ]),
    ).toBe(0);
    expect(sharedLength([PROMPT, PROMPT])).toBe(0);
    expect(sharedLength([PROMPT, [...PROMPT, 2]])).toBe(PROMPT.length - 1);
    expect(sharedLength([])).toBe(0);
  });
});

describe('beam search', () => {
  it('finds the likeliest of all continuations when it may look at enough of them', async () => {
    const executor = await opinionated();
    let best = { answer: [0, 0], score: -Infinity };
    for (let a = 0; a < TINY.vocabSize; a++) {
      for (let b = 0; b < TINY.vocabSize; b++) {
        const score = await logProbability(executor, PROMPT, [a, b]);
        if (score > best.score) best = { answer: [a, b], score };
      }
    }
    const wide = { ...GREEDY, maxTokens: 2, beams: TINY.vocabSize };
    expect(await executor.generate([PROMPT], wide)).toEqual([best.answer]);
  });

  it('finds texts at least as likely as greedy choice does, and mostly likelier ones', async () => {
    const executor = await opinionated(createWasmExecutor, 4);
    const prompts = Array.from({ length: 20 }, (_, token) => [token]);
    const greedy = await executor.generate(prompts, GREEDY);
    const searched = await executor.generate(prompts, { ...GREEDY, beams: 8 });
    let better = 0;
    for (const [index, prompt] of prompts.entries()) {
      const gain =
        (await logProbability(executor, prompt, searched[index])) -
        (await logProbability(executor, prompt, greedy[index]));
      expect(gain).toBeGreaterThan(-1e-4);
      if (gain > 1e-4) better++;
    }
    expect(better).toBeGreaterThan(10);
  });

  it('ends at a stop token and at the end of the context', async () => {
    const executor = await opinionated();
    const [free] = await executor.generate([PROMPT], { ...GREEDY, maxTokens: 50, beams: 3 });
    expect(free).toHaveLength(TINY.contextLength - PROMPT.length);
    const [stopped] = await executor.generate([PROMPT], { ...GREEDY, beams: 1, stopTokens: free });
    expect(stopped.length).toBeLessThan(free.length);
    const full = Array.from({ length: TINY.contextLength }, () => 1);
    expect(await executor.generate([full], { ...GREEDY, beams: 3 })).toEqual([[]]);
  });
});

describe('an inspection', () => {
  it('shows, at every position, what greedy choice goes on with and how likely it is', async () => {
    const executor = await opinionated();
    const [answer] = await executor.generate([PROMPT], GREEDY);
    const text = [...PROMPT, ...answer];
    const { candidates } = await executor.inspect(text, 4);
    expect(candidates.map((list) => list.length)).toEqual(text.map(() => 4));
    for (let at = PROMPT.length; at < text.length; at++) {
      const [first, second] = candidates[at - 1];
      expect(first.token).toBe(text[at]);
      expect(first.chance).toBeGreaterThanOrEqual(second.chance);
      const nats = await logProbability(executor, text.slice(0, at), [text[at]]);
      expect(first.chance).toBeCloseTo(Math.exp(nats), 4);
    }
  });

  it('shows attention to the past only, each row adding up to 1, and the same on every executor', async () => {
    const makers = [
      createJsExecutor,
      createWasmExecutor,
      (config: typeof TINY) => createWasmExecutor(config, 'plain'),
      (config: typeof TINY) => createTfjsExecutor(config, 'cpu'),
    ] as (typeof createJsExecutor)[];
    const seen: Inspection[] = [];
    for (const create of makers) seen.push(await (await opinionated(create)).inspect(PROMPT, 3));
    for (const { attention, residualNorms, candidates } of seen) {
      expect(attention).toHaveLength(TINY.layers);
      expect(residualNorms).toHaveLength(TINY.layers + 1);
      for (const weights of attention.flat()) {
        for (let i = 0; i < PROMPT.length; i++) {
          const row = weights.subarray(i * PROMPT.length, (i + 1) * PROMPT.length);
          expect(row.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
          expect(row.subarray(i + 1).every((weight) => weight === 0)).toBe(true);
        }
      }
      attention.flat().forEach((weights, which) => {
        const wanted = seen[0].attention.flat()[which];
        weights.forEach((weight, i) => expect(weight).toBeCloseTo(wanted[i], 4));
      });
      residualNorms.forEach((norms, layer) =>
        norms.forEach((norm, i) => expect(norm / seen[0].residualNorms[layer][i]).toBeCloseTo(1, 4)),
      );
      expect(candidates.flat().map(({ token }) => token)).toEqual(
        seen[0].candidates.flat().map(({ token }) => token),
      );
    }
    await expect((await opinionated()).inspect([], 1)).rejects.toThrow(/prompt: must hold/);
  });
});
