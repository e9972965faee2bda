/** The referee's tasks of no stage in particular: training in a team's place, measuring smaller versions of a model, forgetting a match. */

import type { ReadingReply } from '../../../shared/game/wire/routes.ts';
import type { Update } from '../../../shared/game/wire/update.ts';
import { measureCompressed } from '../compress.ts';
import { forgetPainters } from '../painter.ts';
import { forgetAtelier } from '../pictures.ts';
import { writeReading } from '../reading.ts';
import { forgetStandIns, trainAsStandIn } from '../stand-in.ts';
import { tokenizerOf, withModel } from '../model.ts';
import { forgetTeamTexts } from '../team-text.ts';
import type { CompressedModel, ShardTask, MatchKey, ModelTask } from '../tasks.ts';
import { forgetTexts, textsOf } from '../texts.ts';

export const anyStageTasks = {
  trainShard: (task: ShardTask): Promise<Update | null> => trainAsStandIn(task),

  async reading(key: MatchKey): Promise<ReadingReply> {
    return writeReading(textsOf(key));
  },

  compress(task: ModelTask): Promise<CompressedModel[]> {
    return withModel(task, (executor) =>
      measureCompressed(textsOf(task).sealed, { executor, tokenizer: tokenizerOf(task) }),
    );
  },

  async forget({ matchId }: Pick<MatchKey, 'matchId'>): Promise<void> {
    forgetTexts(matchId);
    forgetStandIns(matchId);
    forgetTeamTexts(matchId);
    forgetAtelier(matchId);
    forgetPainters(matchId);
  },
};
