/** What examining a model costs: the referee shares two cores with the room, so a score must be cheap. */

import { describe, expect, it } from 'vitest';
import { promptTokens } from '../../shared/data/rows.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { parameterSpec } from '../../shared/lm/spec.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { SCORED_KINDS, type ScoredKind } from '../../shared/world/document.ts';
import { complete, measureModel } from './examine.ts';
import { itemAt } from './item-at.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import { createTexts, type Texts } from './texts.ts';

const MAX_CPU_SECONDS = 0.4;
const HELD_OUT_TOKENS = 2000;
const ANSWERS = 100;
const ANSWER_TOKENS = 30;

/** 202,400 parameters. */
const CONFIG: ModelConfig = {
  architecture: 'transformer',
  vocabSize: 256,
  contextLength: 64,
  width: 80,
  layers: 2,
  heads: 5,
};

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };

/** The executor, counting the tokens that it reads and writes; no answer ends early, so that the work is always the same. */
function counted(executor: Executor): {
  executor: Executor;
  read: () => number;
  written: () => number;
} {
  let read = 0;
  let written = 0;
  return {
    executor: {
      config: executor.config,
      evaluate: async (batch) => {
        const result = await executor.evaluate(batch);
        read += result.weight;
        return result;
      },
      generate: async (prompts, options) => {
        const answers = await executor.generate(prompts, { ...options, stopTokens: [] });
        written += answers.reduce((sum, answer) => sum + answer.length, 0);
        return answers;
      },
    } as Partial<Executor> as Executor,
    read: () => read,
    written: () => written,
  };
}

describe('scoring a model of 200 thousand parameters', () => {
  it(`of ${HELD_OUT_TOKENS} held-out tokens and ${ANSWERS} answers takes at most ${MAX_CPU_SECONDS} s of processor time`, async () => {
    expect(parameterSpec(CONFIG).parameterCount).toBeGreaterThan(200_000);
    const { validation, market } = createTexts(seeds);
    const tokenizer = trainBpe(
      takeBytes(market.stories, 50_000).map(({ text }) => text),
      CONFIG.vocabSize,
    );
    const texts = Object.fromEntries(
      SCORED_KINDS.map((kind) => [kind, takeBytes(validation.texts[kind], 700)]),
    ) as Texts<ScoredKind>;
    const prompts = Array.from({ length: ANSWERS }, (_, index) => {
      const { questions } = validation.suite;
      return promptTokens(itemAt(questions, index % questions.length).question, tokenizer).slice(0, 16);
    });
    const weights = initialWeights(CONFIG, 1);
    const seconds: number[] = [];
    for (let repeat = 0; repeat < 3; repeat++) {
      const before = process.cpuUsage();
      const model = await createWasmExecutor(CONFIG);
      await model.load(weights);
      const { executor, read, written } = counted(model);
      await measureModel({ ...validation, texts }, { model: executor, tokenizer });
      const options = { maxTokens: ANSWER_TOKENS, temperature: 0.7, topP: 0.9, seed: 1 };
      await complete({ model: executor, tokenizer }, prompts, options);
      const { user, system } = process.cpuUsage(before);
      seconds.push((user + system) / 1e6);
      expect(read()).toBeGreaterThanOrEqual(HELD_OUT_TOKENS);
      expect(written()).toBe(ANSWERS * ANSWER_TOKENS);
    }
    console.log(`processor time of scoring, s: ${seconds.map((value) => value.toFixed(3)).join(', ')}`);
    expect(Math.min(...seconds)).toBeLessThan(MAX_CPU_SECONDS);
  });
});
