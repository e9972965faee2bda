/** A lab's painter as the match has it: what it decided, and the weights of its newest part, which lie in the store. */

import { ownTeamSlice } from '../../shared/game/slices.ts';
import { stepsDone, type PaintTeam } from '../../shared/game/stages/paint/state.ts';
import type { PicturesTeam } from '../../shared/game/stages/pictures/state.ts';
import { bytesOfFloats, floatsOfBytes } from '../match/value-bytes.ts';
import type { MatchValues } from '../match/values.ts';
import type { JobContext } from './context.ts';

const nameOf = (teamId: string, steps: number): string => `${teamId}/painter/${steps}`;

/** Keeps the weights that a part has come to; those that it went on from are not needed any more. */
export function putPainter(
  values: MatchValues,
  teamId: string,
  from: number,
  steps: number,
  weights: Float32Array,
): void {
  values.put(nameOf(teamId, steps), bytesOfFloats(weights));
  if (from > 0) values.remove(nameOf(teamId, from));
}

/** Null before the first part. */
export async function painterWeights(
  values: MatchValues,
  teamId: string,
  steps: number,
): Promise<Float32Array | null> {
  const bytes = steps > 0 ? await values.get(nameOf(teamId, steps)) : null;
  return bytes && floatsOfBytes(bytes);
}

/** What the referee needs to know of it. Throws where the lab has not decided yet. */
export async function painterTask({ key, team, values }: JobContext, teamId: string) {
  const own = ownTeamSlice<PaintTeam>(team(teamId), 'paint');
  const { plan: pictures, set } = ownTeamSlice<PicturesTeam>(team(teamId), 'pictures');
  if (!own.plan || !pictures) throw new Error(`${teamId} has no painter`);
  const from = stepsDone(own);
  const weights = await painterWeights(values, teamId, from);
  return { task: { ...key, teamId, plan: own.plan, weights }, own, from, pictures, set };
}
