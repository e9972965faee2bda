/** What may be known of a painting lab: all see how far it is, itself and the host what it paints by now. */

import type { Match, Team } from '../../match.ts';
import { ownTeamSlice } from '../../slices.ts';
import { painterOf } from './painter.ts';
import { stepsDone, type PaintTeam } from './state.ts';

export interface PaintView {
  steps: number;
  stepsTotal: number;
}

export function viewPaint(team: Team): PaintView | null {
  const own = ownTeamSlice<PaintTeam>(team, 'paint');
  return own.plan ? { steps: stepsDone(own), stepsTotal: own.stepsTotal } : null;
}

export interface PaintOwnView extends Pick<PaintTeam, 'plan' | 'parts' | 'shown'> {
  /** Whose device trains now: a player's id, or the server; null where nobody does. */
  painterId: string | null;
}

export function viewOwnPaint(match: Match, team: Team): PaintOwnView | null {
  const own = ownTeamSlice<PaintTeam>(team, 'paint');
  if (!own.plan) return null;
  const { plan, parts, shown } = own;
  return { plan, parts, shown, painterId: painterOf(match, team) };
}
