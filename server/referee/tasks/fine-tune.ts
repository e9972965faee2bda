/** The referee's tasks of fine-tuning: rows of the lessons, and answers beside those of the model it began as. */

import { scoreForm } from '../../../shared/evals/suite.ts';
import type { TeamResults } from '../../../shared/game/match.ts';
import { baseAnswers } from '../base-answers.ts';
import { answerQuestions, compareAnswers, measureModel, writeSamples } from '../examine.ts';
import { tokenizerOf, withModel } from '../model.ts';
import { prepareTuningRows } from '../prepare.ts';
import type { ModelTask, PrepareTuningTask, RunScore } from '../tasks.ts';
import { textsOf } from '../texts.ts';

/** Scores a model that is being fine-tuned: as before, and its answers beside those of the model it began as. */
interface TuningTask extends ModelTask {
  baseWeights: Float32Array;
}

interface TuningScore extends RunScore {
  inFormShare: number;
  baseInFormShare: number;
  answers: TeamResults['answers'];
}

export const fineTuneTasks = {
  async prepareTuning(task: PrepareTuningTask): Promise<ReturnType<typeof prepareTuningRows>> {
    return prepareTuningRows(textsOf(task), task);
  },

  async scoreTuning(task: TuningTask): Promise<TuningScore> {
    const { validation } = textsOf(task);
    const { suite } = validation;
    const tokenizer = tokenizerOf(task);
    const base = await baseAnswers(suite, { ...task, weights: task.baseWeights }, 'plain');
    return withModel(task, async (executor) => {
      const examinee = { model: executor, tokenizer };
      const tuned = await answerQuestions(suite.questions, examinee, 'chat');
      const surprise = await measureModel(validation, examinee);
      return {
        ...surprise,
        samples: await writeSamples(suite, examinee, task.seeds.sampling),
        inFormShare: scoreForm(suite, tuned).score,
        baseInFormShare: scoreForm(suite, base).score,
        answers: compareAnswers(suite, base, tuned),
      };
    });
  },
};
