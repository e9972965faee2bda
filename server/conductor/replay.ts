/** Old text for lessons, drawn from what a team's model read. */

import { pickRows } from '../../shared/data/rows.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import type { JobContext } from './context.ts';

/** So many of the team's own pretraining rows. */
export function replayRows({ model, random }: JobContext, teamId: string, count: number): Rows {
  const { rows } = model(teamId);
  if (!rows.pretrain) throw new Error(`no pretraining rows of ${teamId}`);
  const all = rows.pretrain.count;
  const chance = random('shards', `replay of ${teamId}`);
  return pickRows(
    rows.pretrain,
    Array.from({ length: count }, () => chance.int(all)),
  );
}
