/** What the stage of painting asks of the referee. */

import { SERVER_WORKER, type Match, type Team } from '../../match.ts';
import { ownTeamSlice } from '../../slices.ts';
import { painterOf } from './painter.ts';
import { stepsDone, type PaintTeam } from './state.ts';

/** Train a part in the lab's place; or paint a few captions with what a device has trained. */
interface PaintJob {
  kind: 'paint' | 'paintSamples';
  teamId: string;
}

export function paintJob(match: Match, team: Team): PaintJob | null {
  if (match.stage !== 'paint') return null;
  if (painterOf(match, team) === SERVER_WORKER) return { kind: 'paint', teamId: team.id };
  const own = ownTeamSlice<PaintTeam>(team, 'paint');
  return own.shownAtSteps < stepsDone(own) ? { kind: 'paintSamples', teamId: team.id } : null;
}
