/** Trains the game's default model on one thread with the game's own code, and reads the stories that it then tells. */

import { setFlagsFromString } from 'node:v8';
import { continueOpeners, type Examinee } from '../../server/referee/examine.ts';
import { prepareModel } from '../../server/referee/prepare.ts';
import type { MatchSeeds } from '../../server/referee/tasks.ts';
import { createTexts, type MatchTexts } from '../../server/referee/texts.ts';
import { countTargets } from '../../shared/data/rows.ts';
import { measureReadability, type Readability } from '../../shared/evals/recognizer.ts';
import { buildSuite } from '../../shared/evals/suite.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { flopsPerToken } from '../../shared/lm/flops.ts';
import { runRound, type RoundProgress } from '../../shared/lm/pretrain.ts';
import { createRoundRate, INNER_SETTINGS } from '../../shared/lm/federated/round-rate.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { hashSeed } from '../../shared/random.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import { DEFAULT_SCALE_PLAN } from '../../shared/game/stages/scale/plan.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';

/** Node 20 has relaxed SIMD behind this flag; it must be set before the first kernel is compiled. */
setFlagsFromString('--experimental-wasm-relaxed-simd');

const SEED_NAMES = ['world', 'market', 'validation', 'sealed', 'weights', 'shards', 'sampling'] as const;
const TRIAL_TOKENS = 500_000;
const WARM_UP_MILLIS = 500;
const TRIAL_MILLIS = 3_000;

export interface ReadModel {
  parameters: number;
  trained: RoundProgress;
  readability: Readability;
  /** Each opener with what the model made of it. */
  stories: string[];
}

/** Processor time of this process, which trains on one thread: what others do on the machine doesn't count. */
function cpuMillis(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One worker's whole run as a single round, at the rates of the game. */
export function train(
  executor: Executor,
  rows: Rows,
  maxMillis = Infinity,
  kind: keyof typeof INNER_SETTINGS = 'pretrain',
): Promise<RoundProgress> {
  const tokensTotal = countTargets(rows);
  const learningRate = createRoundRate({
    kind,
    architecture: executor.config.architecture,
    contextLength: rows.contextLength,
    tokensUsed: 0,
    tokensTotal,
    shardTokens: [tokensTotal],
    isFresh: true,
  });
  return runRound({ ...INNER_SETTINGS[kind], executor, rows, learningRate, now: cpuMillis, maxMillis });
}

/** Everything that follows from one seed, as the server would draw it for a match. */
export function setUp(seed: number) {
  const seeds = Object.fromEntries(SEED_NAMES.map((name) => [name, hashSeed(seed, name)])) as Record<
    keyof MatchSeeds,
    number
  >;
  const texts = createTexts(seeds);
  const plans = {
    matchId: `bench ${seed}`,
    generation: 1,
    seeds,
    data: DEFAULT_DATA_PLAN,
    scale: DEFAULT_SCALE_PLAN,
    checkpoint: null,
  };
  const config = modelConfig(plans.scale, plans.data.vocabSize);
  const prepare = (tokens: number) =>
    prepareModel(texts, { ...plans, budgetFlops: tokens * flopsPerToken(config) });
  return { seeds, texts, plans, config, prepare };
}

/** Tokens that this machine trains on in a second of one thread. */
export async function probeTokensPerSecond(seed: number): Promise<number> {
  const { config, prepare } = setUp(seed);
  const { rows, weights } = await prepare(TRIAL_TOKENS);
  const executor = await createWasmExecutor(config);
  await executor.load(weights);
  await train(executor, rows, WARM_UP_MILLIS);
  const { tokens, millis } = await train(executor, rows, TRIAL_MILLIS);
  executor.dispose();
  return (tokens / millis) * 1000;
}

/**
 * Trains on so many tokens, for no longer than `maxMillis` of processor time, and lets the model go on from the openers
 * of `suites` suites, eight each, as the referee does for the wall.
 */
export async function trainAndRead(
  seed: number,
  { tokens, maxMillis = Infinity, suites }: { tokens: number; maxMillis?: number; suites: number },
): Promise<ReadModel> {
  const { texts, config, prepare } = setUp(seed);
  const { rows, weights, tokenizer: file } = await prepare(tokens);
  const executor = await createWasmExecutor(config);
  await executor.load(weights);
  const trained = await train(executor, rows, maxMillis);
  const stories = await tellStories(texts, { model: executor, tokenizer: tokenizerFromJSON(file) }, suites);
  executor.dispose();
  return {
    parameters: weights.length,
    trained,
    readability: measureReadability(texts.world, stories),
    stories,
  };
}

/** The openers of so many suites, eight each, and how the model goes on from each. */
export async function tellStories(
  { world, seeds }: MatchTexts,
  examinee: Examinee,
  suites: number,
): Promise<string[]> {
  const openers = Array.from({ length: suites }, (_, suite) =>
    buildSuite(world, hashSeed(seeds.validation, `suite ${suite}`)),
  ).flatMap(({ storyOpeners }) => storyOpeners);
  const continued = await continueOpeners(openers, examinee, seeds.sampling);
  return openers.map((opener, index) => opener + continued[index]);
}
