/** What the arena asks of the referee. */

import type { Match } from '../../match.ts';
import { HOUSE_ID } from './state.ts';
import { sliceOf } from '../../slices.ts';

/** Ask all labs' models and the House the same questions; under the House's name, since it is no team's own. */
export interface ArenaJob {
  kind: 'arena';
  teamId: typeof HOUSE_ID;
}

export function arenaJob(match: Match): ArenaJob | null {
  const arena = sliceOf(match, 'arena');
  return match.stage === 'arena' && !arena.sampled && !arena.revealed
    ? { kind: 'arena', teamId: HOUSE_ID }
    : null;
}
