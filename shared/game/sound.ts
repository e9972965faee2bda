/** How loud the projector is, wherever it stands: the host sets it on the console. */

import { z } from 'zod';
import { done, hostMove, type MoveTable } from './stage.ts';

/** In steps; at 0 there is no sound. */
export const MAX_VOLUME = 10;
export const USUAL_VOLUME = 5;

export const SOUND_MOVES = {
  'host/volume': hostMove({ volume: z.number().int().min(0).max(MAX_VOLUME) }, ({ match }, { volume }) => {
    match.volume = volume;
    return done();
  }),
} satisfies MoveTable;
