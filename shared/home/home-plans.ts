/** What a lab chose, kept with its model, so that a bot can play that lab elsewhere. */

import { z } from 'zod';
import { STAGE_RULES } from '../game/stages/registry.ts';

const { data, scale, 'fine-tune': fineTune, align } = STAGE_RULES;

/** A plan as its stage reads it. One of another version of the game is left out, and the rest of the file is still good. */
export const homePlans = z.strictObject({
  data: data.plan.shape.nullable().catch(null),
  scale: scale.plan.shape.nullable().catch(null),
  'fine-tune': fineTune.plan.shape.nullable().catch(null),
  align: align.plan.shape.nullable().catch(null),
});

export type HomePlans = z.output<typeof homePlans>;
