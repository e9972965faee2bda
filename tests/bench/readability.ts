/**
 * `npm run bench:readability`: trains the default model on the default mixture for a minute of one CPU thread, as a weak
 * device does, and reads two hundred of its stories: how many sentences hold together? JSON last, non-zero exit below the bounds.
 */

import { setFlagsFromString } from 'node:v8';
import { parseArgs } from 'node:util';
import { cpus } from 'node:os';
import { continueOpeners, SAMPLE_CHOICE } from '../../server/referee/examine.ts';
import { prepareModel } from '../../server/referee/prepare.ts';
import { createTexts } from '../../server/referee/texts.ts';
import type { MatchSeeds } from '../../server/referee/tasks.ts';
import { countTargets } from '../../shared/data/rows.ts';
import { measureReadability } from '../../shared/evals/recognizer.ts';
import { buildSuite } from '../../shared/evals/suite.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { flopsPerToken } from '../../shared/lm/flops.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { createRoundRate, INNER_SETTINGS } from '../../shared/lm/round-rate.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createWasmExecutor } from '../../shared/lm/wasm/executor.ts';
import { hashSeed } from '../../shared/random.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/rules/data.ts';
import { DEFAULT_SCALE_PLAN, modelConfig } from '../../shared/rules/scale.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: '7' },
  },
});
const SECONDS = Number(options.seconds);
const SEED = Number(options.seed);
/** Eight openers each, one for each of a world's plots. */
const SUITES = 25;
const SHOWN = 20;
const BOUNDS = { recognizedShare: 0.9, distinctShare: 0.6 };

setFlagsFromString('--experimental-wasm-relaxed-simd');

/** Processor time of this process, which trains on one thread: what others do on the machine doesn't count. */
function cpuMillis(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** One worker's whole run as a single round, by the rates of the game. */
function train(executor: Executor, rows: Rows, maxMillis: number): ReturnType<typeof runRound> {
  const tokensTotal = countTargets(rows);
  const learningRate = createRoundRate({
    kind: 'pretrain',
    contextLength: rows.contextLength,
    tokensUsed: 0,
    tokensTotal,
    shardTokens: [tokensTotal],
    isFresh: true,
  });
  return runRound({
    ...INNER_SETTINGS.pretrain,
    executor,
    rows,
    learningRate,
    now: cpuMillis,
    maxMillis,
  });
}

const names = ['world', 'market', 'validation', 'sealed', 'weights', 'shards', 'sampling'] as const;
const seeds = Object.fromEntries(names.map((name) => [name, hashSeed(SEED, name)])) as Record<
  keyof MatchSeeds,
  number
>;
const texts = createTexts(seeds);
const plans = { matchId: 'bench', seeds, data: DEFAULT_DATA_PLAN, scale: DEFAULT_SCALE_PLAN };
const config = modelConfig(plans.scale, plans.data.vocabSize);
const prepareFor = (tokens: number) =>
  prepareModel(texts, { ...plans, budgetFlops: tokens * flopsPerToken(config) });

const PROBE_TOKENS = 500_000;
const WARM_UP_MILLIS = 500;
const PROBE_MILLIS = 3_000;
const executor = await createWasmExecutor(config);
const probe = await prepareFor(PROBE_TOKENS);
await executor.load(probe.weights);
await train(executor, probe.rows, WARM_UP_MILLIS);
const { tokens, millis } = await train(executor, probe.rows, PROBE_MILLIS);

const { rows, weights, tokenizer: file } = await prepareFor((tokens / millis) * 1000 * SECONDS);
await executor.load(weights);
const trained = await train(executor, rows, SECONDS * 1000);

const tokenizer = tokenizerFromJSON(file);
const openers = Array.from({ length: SUITES }, (_, suite) =>
  hashSeed(seeds.validation, `suite ${suite}`),
).flatMap((seed) => buildSuite(texts.world, seed).storyOpeners);
const continued = await continueOpeners(openers, { executor, tokenizer }, seeds.sampling);
executor.dispose();

const stories = openers.map((opener, index) => opener + continued[index]);
const counts = measureReadability(texts.world, stories);
const recognizedShare = counts.recognized / Math.max(1, counts.sentences);
const distinctShare = counts.distinct / Math.max(1, counts.recognized);
const ok = recognizedShare >= BOUNDS.recognizedShare && distinctShare >= BOUNDS.distinctShare;
const report = {
  ok,
  machine: { cores: cpus().length, processor: cpus()[0]?.model },
  seed: SEED,
  parameters: weights.length,
  tokens: trained.tokens,
  trainingSeconds: trained.millis / 1000,
  trainLoss: trained.recentLoss,
  sampling: SAMPLE_CHOICE,
  recognizedShare,
  distinctShare,
  ...counts,
  bounds: BOUNDS,
  samples: stories.slice(0, SHOWN),
};
if (!options.json) {
  console.log(report.samples.join('\n'));
  console.log(`${(100 * recognizedShare).toFixed(1)} % of ${counts.sentences} sentences hold together`);
}
console.log(JSON.stringify(report));
if (!ok) process.exitCode = 1;
