/** What a lab chose, kept with its model, so that a bot can play that lab elsewhere. */

import { z } from 'zod';
import { STAGE_RULES } from '../game/stages/registry.ts';

const { data, scale, 'fine-tune': fineTune, align } = STAGE_RULES;

/** A plan as its stage reads it. One of another version of the game is left out, and the rest of the file is still good. */
const homePlans = z.strictObject({
  data: data.plan.shape.nullable().catch(null),
  scale: scale.plan.shape.nullable().catch(null),
  'fine-tune': fineTune.plan.shape.nullable().catch(null),
  align: align.plan.shape.nullable().catch(null),
});

export type HomePlans = z.output<typeof homePlans>;

/** The plans in a file that was read; what can't be read is left out. */
export function readHomePlans(plans: unknown): HomePlans {
  const read = homePlans.safeParse(plans);
  return read.success ? read.data : { data: null, scale: null, 'fine-tune': null, align: null };
}
