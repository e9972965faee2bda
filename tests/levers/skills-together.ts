/**
 * Whether skills are learned together: trains one model on stories and the exercises of some skills, each on a row of its
 * own, within two minutes of one processor thread, and asks it exercises that it never saw.
 * `npm run experiment:skills -- [--skills add,sort,count] [--seeds 5] [--seed 1] [--tokens 3000000]`. JSON, one line a seed.
 */

import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { complete } from '../../server/referee/examine.ts';
import { mixRows } from '../../shared/data/mixture.ts';
import { countTargets, encodeDocuments } from '../../shared/data/rows.ts';
import { exercisePrompt, scoreSkills } from '../../shared/evals/exercises.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { createRoundRate, INNER_SETTINGS } from '../../shared/lm/federated/round-rate.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { generateCorpus } from '../../shared/world/corpus.ts';
import { heldOutExercises } from '../../shared/world/exercises.ts';
import { type Skill, SKILLS } from '../../shared/world/skills.ts';
import { createWorld } from '../../shared/world/world.ts';

/** Node 20 has relaxed SIMD behind this flag; it must be set before the first kernel is compiled. */
setFlagsFromString('--experimental-wasm-relaxed-simd');

const VOCAB_SIZE = 512;
const CONFIG = modelConfig({ size: 'small', contextLength: 32 }, VOCAB_SIZE);
const STORY_BYTES = 300_000;
const EXERCISE_BYTES = 600_000;
/** Of the tokens; the rest are stories. */
const EXERCISE_PERCENT = 60;
const MAX_SECONDS = 120;
const ASKED = 50;
const ANSWER_TOKENS = 32;

function cpuMillis(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Share of right answers by skill, and the processor seconds that training took. */
async function learnTogether(seed: number, skills: readonly Skill[], trainTokens: number) {
  const world = createWorld(hashSeed(seed, 'world'));
  const stories = generateCorpus(world, 'stories', { bytes: STORY_BYTES, seed });
  const exercises = generateCorpus(world, 'exercises', { bytes: EXERCISE_BYTES, seed, knobs: { skills } });
  const sample = [...stories.slice(0, 200), ...exercises.slice(0, 2_000)].map(({ text }) => text);
  const tokenizer = trainBpe(sample, VOCAB_SIZE);
  const rows = mixRows({
    datasets: [
      { documents: encodeDocuments(stories, tokenizer), share: 100 - EXERCISE_PERCENT },
      { documents: encodeDocuments(exercises, tokenizer), share: EXERCISE_PERCENT },
    ],
    contextLength: CONFIG.contextLength,
    trainTokens,
    random: createRandom(hashSeed(seed, 'mixture')),
  });
  const tokensTotal = countTargets(rows);
  const model = await createWasmExecutor(CONFIG);
  await model.load(initialWeights(CONFIG, seed));
  const learningRate = createRoundRate({
    kind: 'pretrain',
    architecture: model.config.architecture,
    contextLength: CONFIG.contextLength,
    tokensUsed: 0,
    tokensTotal,
    shardTokens: [tokensTotal],
    isFresh: true,
  });
  const { millis, tokens } = await runRound({
    ...INNER_SETTINGS.pretrain,
    executor: model,
    rows,
    learningRate,
    now: cpuMillis,
    maxMillis: MAX_SECONDS * 1000,
  });
  const asked = skills.flatMap((skill) => heldOutExercises(world, ASKED, seed, skill));
  const prompts = asked.map((exercise) => [END, ...tokenizer.encode(exercisePrompt(exercise))]);
  const answers = await complete({ model, tokenizer }, prompts, {
    maxTokens: ANSWER_TOKENS,
    temperature: 0,
    topP: 1,
    seed: 0,
  });
  model.dispose();
  return { scores: scoreSkills(asked, answers), seconds: millis / 1000, tokens };
}

const { values: options } = parseArgs({
  options: {
    skills: { type: 'string', default: 'backwards,add,sort' },
    seeds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    tokens: { type: 'string', default: '3000000' },
  },
});
const [seeds, first, tokens] = [Number(options.seeds), Number(options.seed), Number(options.tokens)];
const skills = SKILLS.filter((skill) => options.skills.split(',').includes(skill));
const isWhole = [seeds, first, tokens].every((value) => Number.isInteger(value) && value > 0);
if (!isWhole || skills.length !== options.skills.split(',').length) {
  console.error(`Give whole numbers above 0, and --skills out of ${SKILLS.join(', ')}.`);
  process.exit(2);
}
for (let seed = first; seed < first + seeds; seed++) {
  const result = await learnTogether(seed, skills, tokens);
  console.log(JSON.stringify({ seed, ...result }));
}
