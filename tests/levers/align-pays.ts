/** The lever of the align stage: a lab as the game makes one, some careful votes, and what they make of its model. */

import { countTargets, pickRows } from '../../shared/data/rows.ts';
import { scorePreference, type PreferenceScores } from '../../shared/evals/preference.ts';
import type { Preference } from '../../shared/game/stages/align/preferences.ts';
import { DEFAULT_ALIGN_TRAINING } from '../../shared/game/stages/align/state.ts';
import { DEFAULT_DATA_PLAN, type DataPlan } from '../../shared/game/stages/data/plan.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/game/stages/fine-tune/plan.ts';
import { DEFAULT_SCALE_PLAN } from '../../shared/game/stages/scale/plan.ts';
import { alignRound } from '../../shared/lm/dpo.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { PRETRAINING, runRound } from '../../shared/lm/pretrain.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createSchedule, learningRateAt } from '../../shared/lm/schedule.ts';
import { FINE_TUNING, FINE_TUNING_ROWS, fineTuningSchedule } from '../../shared/lm/sft.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';
import { judge } from '../../client/bots/raters.ts';
import type { Examinee } from '../../server/referee/examine.ts';
import { alignRows, samplePairs } from '../../server/referee/pairs.ts';
import { practise } from '../../server/referee/practice.ts';
import { talk } from '../../server/referee/preference.ts';
import { lessonCards, lessonRows, prepareModel, prepareTuningRows } from '../../server/referee/prepare.ts';
import type { MatchSeeds } from '../../server/referee/tasks.ts';
import { createTexts } from '../../server/referee/texts.ts';
import type { Lever, Measures } from './lever.ts';

/** The least compute that a match gives a lab. */
const BUDGET_FLOPS = 0.6e12;
/** Pairs of a lab's answers in a match of three. */
const PAIRS = 100;
/** What two or three players get through while the stage's clock runs. */
const VOTES = 56;
/** Rounds of test questions, each asked as often as in a match. */
const TALKS = 4;

const seedsOf = (seed: number): MatchSeeds => ({
  world: hashSeed(seed, 'world'),
  market: hashSeed(seed, 'market'),
  validation: hashSeed(seed, 'validation'),
  sealed: hashSeed(seed, 'sealed'),
  weights: hashSeed(seed, 'weights'),
  shards: hashSeed(seed, 'shards'),
  sampling: hashSeed(seed, 'sampling'),
});

/** A lab that decided nothing but perhaps what it buys, up to the align stage. */
export async function tunedLab(seed: number, data: DataPlan = DEFAULT_DATA_PLAN) {
  const seeds = seedsOf(seed);
  const key = { matchId: `align-pays ${seed}`, generation: 1, seeds };
  const texts = createTexts(seeds);
  const { config, tokenizer, rows, weights } = await prepareModel(texts, {
    ...key,
    data,
    scale: DEFAULT_SCALE_PLAN,
    checkpoint: null,
    budgetFlops: BUDGET_FLOPS,
  });
  const model = await createWasmExecutor(config);
  await model.load(weights);
  const now = (): number => 0;
  const batchTokens = PRETRAINING.batchRows * config.contextLength;
  const reading = createSchedule(PRETRAINING.peakLearningRate, countTargets(rows), batchTokens);
  await runRound({ executor: model, rows, learningRate: (tokens) => learningRateAt(reading, tokens), now });
  const task = { ...key, config, tokenizer, plan: DEFAULT_FINE_TUNE_PLAN };
  const random = createRandom(hashSeed(seeds.shards, 'replay'));
  const replayed = Math.round(task.plan.replayShare * FINE_TUNING_ROWS);
  const replay = pickRows(
    rows,
    Array.from({ length: replayed }, () => random.int(rows.count)),
  );
  const lessons = prepareTuningRows(texts, { ...task, replay }).rows;
  const school = fineTuningSchedule(countTargets(lessons));
  await runRound({
    executor: model,
    rows: lessons,
    batchRows: FINE_TUNING.batchRows,
    weightDecay: FINE_TUNING.weightDecay,
    clipNorm: FINE_TUNING.clipNorm,
    learningRate: (tokens) => learningRateAt(school, tokens),
    now,
  });
  return { texts, task, examinee: { model, tokenizer: tokenizerFromJSON(tokenizer) }, model, rows };
}

export type Lab = Awaited<ReturnType<typeof tunedLab>>;

/** What a careful rater says of so many pairs of the model's answers: nothing where neither is better. */
export async function vote({ texts, task, examinee }: Lab): Promise<Preference[]> {
  const { sampling } = task.seeds;
  const pairs = await samplePairs(texts, examinee, PAIRS, hashSeed(sampling, 'pairs'));
  const read = createRandom(hashSeed(sampling, 'votes')).shuffle(pairs).slice(0, VOTES);
  return read.flatMap((pair) => {
    const choice = judge(pair);
    if (choice === 'skip') return [];
    const [chosen, rejected] = choice === 'a' ? [pair.a, pair.b] : [pair.b, pair.a];
    return [{ trait: pair.trait, question: pair.question, chosen, rejected }];
  });
}

/** The rows that these votes make, as the referee lays them. */
async function rowsOf({ texts, task, examinee }: Lab, preferences: Preference[]): Promise<Rows> {
  const cards = lessonCards(texts, task);
  const seed = hashSeed(task.seeds.sampling, 'practice');
  const { pairs } = await practise({ world: texts.world, examinee, cards }, preferences, seed);
  return alignRows({ ...task, preferences }, pairs, lessonRows(texts, task));
}

/** Trains the lab's model on these votes, by pairs, as tightly held as by the standard plan. */
export async function alignOn(lab: Lab, preferences: Preference[]): Promise<void> {
  const rows = await rowsOf(lab, preferences);
  const settings = { sftWeight: DEFAULT_ALIGN_TRAINING.sftWeight, now: () => 0 };
  for await (const { end } of alignRound({ executor: lab.model, rows, ...settings }))
    if (end === 'diverged') break;
}

export async function measureTalk({ texts, task }: Lab, examinee: Examinee): Promise<Measures[string]> {
  const { suite } = texts.sealed;
  const scores: PreferenceScores[] = [];
  for (let time = 0; time < TALKS; time++) {
    const { asked, answers } = await talk(suite, examinee, hashSeed(task.seeds.sampling, `talk ${time}`));
    scores.push(scorePreference(suite.world, asked, answers));
  }
  const mean = (share: keyof PreferenceScores): number =>
    scores.reduce((sum, score) => sum + score[share], 0) / scores.length;
  return {
    friendly: mean('kindShare'),
    true: mean('trueShare'),
    'in form': mean('inFormShare'),
    variety: mean('variety'),
  };
}

export const alignPays: Lever = {
  name: 'align-pays',
  question: `What do ${VOTES} careful votes make of a lab that decided nothing else?`,
  arms: {
    tuned: `pretrained for ${BUDGET_FLOPS / 1e12} TFLOP and fine-tuned, by the standard plans`,
    aligned: `and aligned on ${VOTES} pairs of its answers, by the standard plan`,
  },
  metrics: {
    friendly: 'share of answers to sealed questions that are friendly and in form',
    'in form': 'share that have the shape of an answer',
    variety: 'different answers / answers',
    true: 'share of true answers about facts and recipes',
  },
  claims: [
    { metric: 'friendly', off: 'tuned', on: 'aligned', expected: 'rises' },
    { metric: 'in form', off: 'tuned', on: 'aligned', expected: 'kept' },
    { metric: 'variety', off: 'tuned', on: 'aligned', expected: 'kept' },
    { metric: 'true', off: 'tuned', on: 'aligned', expected: 'reported' },
  ],
  measure: async (seed) => {
    const lab = await tunedLab(seed);
    const tuned = await measureTalk(lab, lab.examinee);
    await alignOn(lab, await vote(lab));
    const measures = { tuned, aligned: await measureTalk(lab, lab.examinee) };
    lab.model.dispose();
    return measures;
  },
};
