/** The referee's tasks of pretraining: the big run's rows and weights, and scores along the way. */

import type { TextDocument } from '../../../shared/world/document.ts';
import { measureModel, measureText, writeSamples } from '../examine.ts';
import { tokenizerOf, withModel } from '../model.ts';
import { prepareModel } from '../prepare.ts';
import type { ModelTask, PreparedModel, PrepareTask, RunScore } from '../tasks.ts';
import { textsOf } from '../texts.ts';

interface ScoreTask extends ModelTask {
  heldOut: readonly TextDocument[];
}

interface PretrainScore extends RunScore {
  /** Bits per byte of the team's own held-out text; null where there is none. */
  ownHeldOut: number | null;
}

export const pretrainTasks = {
  prepare(task: PrepareTask): Promise<PreparedModel> {
    return prepareModel(textsOf(task), task);
  },

  score(task: ScoreTask): Promise<PretrainScore> {
    return withModel(task, async (executor) => {
      const { validation } = textsOf(task);
      const examinee = { model: executor, tokenizer: tokenizerOf(task) };
      const surprise = await measureModel(validation, examinee);
      const ownHeldOut = task.heldOut.length > 0 ? await measureText(task.heldOut, examinee) : null;
      const samples = await writeSamples(validation.suite, examinee, task.seeds.sampling);
      return { ...surprise, ownHeldOut, samples };
    });
  },
};
