/** What it costs to leave out the two tables that formats of other tools have no place for: embeddings of the token before, and of values. */

import { mixRows } from '../../shared/data/mixture.ts';
import { countTargets } from '../../shared/data/rows.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { DEFAULT_SCALE_PLAN, tokensForPlan } from '../../shared/game/stages/scale/plan.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { PRETRAINING, runRound } from '../../shared/lm/pretrain.ts';
import { createSchedule, learningRateAt } from '../../shared/lm/schedule.ts';
import { parameterSpec } from '../../shared/lm/spec.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { measureModel } from '../../server/referee/examine.ts';
import type { MatchSeeds } from '../../server/referee/tasks.ts';
import { preparedTextOf } from '../../server/referee/team-text.ts';
import { createTexts } from '../../server/referee/texts.ts';
import type { Lever, Measures } from './lever.ts';

/** The least compute that a match gives a lab. */
const BUDGET_FLOPS = 0.6e12;
/** What the two look-ups take of a step, at most: the plain model reads so much more. */
const TIME_OF_TABLES = 0.05;

const SEED_NAMES = ['world', 'market', 'validation', 'sealed', 'weights', 'shards', 'sampling'] as const;
const OWN_TABLES = ['previousEmbedding', 'valueEmbedding'];

/** The same executor, in which these tables are zero before and after every step. */
async function withoutTables(executor: Executor): Promise<Executor> {
  const tables = parameterSpec(executor.config).tensors.filter(({ name }) => OWN_TABLES.includes(name));
  const clear = async (): Promise<void> => {
    const weights = await executor.weights();
    for (const { offset, size } of tables) weights.fill(0, offset, offset + size);
    await executor.load(weights, { keepMoments: true });
  };
  await clear();
  const plain: Executor = Object.create(executor);
  plain.step = async (batch, options) => {
    const result = await executor.step(batch, options);
    await clear();
    return result;
  };
  return plain;
}

export const portable: Lever = {
  name: 'portable',
  question: 'What would a model cost that every tool for language models can run?',
  arms: {
    own: 'the default model',
    plain: `the same without the two tables that no common format has, and ${100 * TIME_OF_TABLES} % more to read for the time that they take`,
  },
  metrics: { 'bits per byte': 'bits per byte on the sealed text of a match' },
  claims: [{ metric: 'bits per byte', off: 'own', on: 'plain', expected: 'rises' }],
  measure: async (seed) => {
    const drawn = Object.fromEntries(SEED_NAMES.map((name) => [name, hashSeed(seed, name)]));
    const seeds = drawn as Record<(typeof SEED_NAMES)[number], number> satisfies MatchSeeds;
    const texts = createTexts(seeds);
    const key = { matchId: `portable ${seed}`, generation: 1, seeds };
    const { tokenizer, datasets } = preparedTextOf(texts, { ...key, data: DEFAULT_DATA_PLAN, labels: [] });
    const config = modelConfig(DEFAULT_SCALE_PLAN, tokenizer.vocabSize);
    const measures: Measures = {};
    for (const [arm, budget] of [
      ['own', BUDGET_FLOPS],
      ['plain', BUDGET_FLOPS * (1 + TIME_OF_TABLES)],
    ] as const) {
      const { datasets: _reports, ...rows } = mixRows({
        datasets,
        contextLength: config.contextLength,
        trainTokens: tokensForPlan(DEFAULT_SCALE_PLAN, config.vocabSize, budget),
        random: createRandom(seeds.shards),
      });
      const own = await createWasmExecutor(config);
      await own.load(initialWeights(config, seeds.weights));
      const executor = arm === 'plain' ? await withoutTables(own) : own;
      const schedule = createSchedule(
        PRETRAINING.peakLearningRate,
        countTargets(rows),
        PRETRAINING.batchRows * config.contextLength,
      );
      const learningRate = (tokens: number): number => learningRateAt(schedule, tokens);
      await runRound({ executor, rows, learningRate, now: () => 0 });
      const { bitsPerByte } = await measureModel(texts.sealed, { model: own, tokenizer });
      measures[arm] = { 'bits per byte': bitsPerByte };
      own.dispose();
    }
    return measures;
  },
};
