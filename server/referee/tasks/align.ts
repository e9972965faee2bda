/** The referee's tasks of the align stage: pairs to rate, rows of preferences for DPO, and what came of it. */

import type { PreferenceScores } from '../../../shared/evals/preference.ts';
import type { Preference } from '../../../shared/game/stages/align/preferences.ts';
import {
  BEST_OF,
  type AlignOutcome,
  type BestOf,
  type RewardFit,
  type Taught,
} from '../../../shared/game/stages/align/state.ts';
import type { Executor } from '../../../shared/lm/executor.ts';
import type { Rows } from '../../../shared/lm/rows.ts';
import { hashSeed } from '../../../shared/random.ts';
import type { Principle } from '../../../shared/world/traits.ts';
import { baseAnswers } from '../base-answers.ts';
import { measureBestOf } from '../best-of.ts';
import { answerQuestions, measureModel, writeSamples } from '../examine.ts';
import { tokenizerOf, withModel } from '../model.ts';
import { alignRows, questionRows, samplePairs } from '../pairs.ts';
import { estimateKl, measurePreference, shareKept, showAnswers } from '../preference.ts';
import { fitReward, practise, whatIsTaught } from '../practice.ts';
import { labelPairs } from '../principles.ts';
import { lessonCards, lessonRows } from '../prepare.ts';
import type { MatchKey, ModelTask, PairDraft, PrepareAlignTask, RunScore } from '../tasks.ts';
import { textsOf } from '../texts.ts';
import { proxyWins, tokenReward } from '../token-reward.ts';

/** Samples pairs to rate from a tuned model, and measures it as it is before aligning. */
interface SamplePairsTask extends ModelTask {
  teamId: string;
  count: number;
}

/** Scores an aligned model beside the tuned one that it began as. */
interface AlignTask extends ModelTask {
  baseWeights: Float32Array;
  /** What the reward model likes. */
  reward: Readonly<Record<string, number>>;
  /** What the model judged by, if it did. */
  principles: readonly Principle[];
}

interface FitTask extends MatchKey {
  decided: readonly Preference[];
}

interface ChooseTask extends ModelTask {
  decided: readonly Preference[];
}

interface PreparedAlign {
  rows: Rows;
  pairsUsed: number;
  taught: Taught;
  reward: Record<string, number>;
}

interface AlignScore extends RunScore {
  outcome: AlignOutcome;
}

export const alignTasks = {
  samplePairs(task: SamplePairsTask): Promise<{ pairs: PairDraft[]; before: PreferenceScores }> {
    return withModel(task, async (executor) => {
      const texts = textsOf(task);
      const examinee = { model: executor, tokenizer: tokenizerOf(task) };
      const seed = hashSeed(task.seeds.sampling, `pairs of ${task.teamId}`);
      return {
        pairs: await samplePairs(texts, examinee, task.count, seed),
        before: await measurePreference(texts.validation.suite, examinee, task.seeds.sampling),
      };
    });
  },

  fitReward: ({ decided }: FitTask): Promise<Omit<RewardFit, 'votes'>> => Promise.resolve(fitReward(decided)),

  chooseBest: (task: ChooseTask): Promise<BestOf[]> =>
    withModel(task, (model) => {
      const tokenizer = tokenizerOf(task);
      const reward = tokenReward(task.decided, tokenizer);
      const seed = hashSeed(task.seeds.sampling, 'best of');
      const { suite } = textsOf(task).validation;
      return measureBestOf(suite, { model, tokenizer }, reward, BEST_OF, seed);
    }),

  prepareAlign: (task: PrepareAlignTask): Promise<PreparedAlign> =>
    withModel(task, async (model) => {
      const texts = textsOf(task);
      const examinee = { model, tokenizer: tokenizerOf(task) };
      const { principles, pairs: open, seeds } = task;
      const { preferences, people } =
        principles.length > 0
          ? await labelPairs(texts, examinee, principles, open, seeds.sampling)
          : { preferences: task.preferences, people: null };
      const found = { reward: tokenReward(preferences, examinee.tokenizer), pairsUsed: preferences.length };
      const lessons = lessonRows(texts, task);
      if (task.method === 'reward') {
        const taught = { ...whatIsTaught(preferences), asked: 0, practised: 0, people };
        return { ...found, rows: questionRows(lessons, seeds.shards), taught };
      }
      const where = { world: texts.world, examinee, cards: lessonCards(texts, task) };
      const { pairs, taught } = await practise(where, preferences, hashSeed(seeds.sampling, 'practice'));
      const rows = alignRows({ ...task, preferences }, pairs, lessons);
      return { ...found, rows, taught: { ...taught, people } };
    }),

  async scoreAlign(task: AlignTask): Promise<AlignScore> {
    const { validation } = textsOf(task);
    const { suite } = validation;
    const tokenizer = tokenizerOf(task);
    const withBase = <T>(use: (executor: Executor) => Promise<T>): Promise<T> =>
      withModel({ config: task.config, weights: task.baseWeights }, use);
    const before = await baseAnswers(suite, { ...task, weights: task.baseWeights }, 'chat');
    return withModel(task, async (executor) => {
      const examinee = { model: executor, tokenizer };
      const after = await answerQuestions(suite.questions, examinee, 'chat');
      const surprise = await measureModel(validation, examinee);
      const { sampling } = task.seeds;
      return {
        ...surprise,
        samples: await writeSamples(suite, examinee, sampling),
        outcome: {
          after: await measurePreference(suite, examinee, sampling),
          klNats: await estimateKl(suite, examinee, withBase, sampling),
          proxyWins: proxyWins(task.reward, tokenizer, before, after),
          answers: showAnswers(suite, before, after),
          kept: task.principles.map((principle) => ({
            principle,
            before: shareKept(suite, principle, before),
            after: shareKept(suite, principle, after),
          })),
        },
      };
    });
  },
};
