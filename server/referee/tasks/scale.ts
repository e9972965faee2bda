/** The referee's tasks of the scale stage: probes. */

import type { ModelScores } from '../../../shared/game/match.ts';
import { measureModel } from '../examine.ts';
import { tokenizerOf, withModel } from '../model.ts';
import { layProbeRows } from '../prepare.ts';
import type { LaidProbe, ModelTask, ProbeTask } from '../tasks.ts';
import { textsOf } from '../texts.ts';

export const scaleTasks = {
  async layProbe(task: ProbeTask): Promise<LaidProbe> {
    return layProbeRows(textsOf(task), task);
  },

  measure(task: ModelTask): Promise<Pick<ModelScores, 'bitsPerByte' | 'perKind'>> {
    return withModel(task, (executor) =>
      measureModel(textsOf(task).validation, { model: executor, tokenizer: tokenizerOf(task) }),
    );
  },
};
