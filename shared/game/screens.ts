/** Links of the host's to more screens: a projector that only looks on, or a remote control; the host may withdraw each. */

import { z } from 'zod';
import { RANDOM_ID } from './ids.ts';
import { lookUp, put, takeOut } from './look-up.ts';
import type { Match } from './match.ts';
import { fail, type Result } from './result.ts';
import type { ScreenKind } from './screen-kinds.ts';
import { done, hostMove, systemMove, type MoveTable } from './stage.ts';

/** Links that are open at once: more than anybody keeps an eye on. */
const MOST_SCREENS = 6;

function open(match: Match, screenId: string, kind: ScreenKind): Result<void> {
  if (Object.keys(match.screens).length >= MOST_SCREENS)
    return fail('host/many_screens', { most: MOST_SCREENS });
  put(match.screens, screenId, { kind });
  return done();
}

export const SCREEN_MOVES = {
  'screen/open': systemMove<{ screenId: string; kind: ScreenKind }>(({ match }, { screenId, kind }) =>
    open(match, screenId, kind),
  ),
  /** Whoever has the link is out from then on. */
  'host/withdraw-screen': hostMove({ screenId: z.string().regex(RANDOM_ID) }, ({ match }, { screenId }) => {
    if (!lookUp(match.screens, screenId)) return fail('host/no_such_screen');
    takeOut(match.screens, screenId);
    return done();
  }),
} satisfies MoveTable;
