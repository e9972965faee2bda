/** Whose device trains a lab's painter: the fastest of its members' that are here, else the server. */

import { membersOf } from '../../members.ts';
import { SERVER_WORKER, type Match, type Team } from '../../match.ts';
import { ownTeamSlice } from '../../slices.ts';
import { usableSpeed } from '../../training/workers.ts';
import { isPainted, type PaintTeam } from './state.ts';

/** A player's id or SERVER_WORKER; null where there is nothing to train, or no plan yet. */
export function painterOf(match: Match, team: Team): string | null {
  const own = ownTeamSlice<PaintTeam>(team, 'paint');
  if (match.stage !== 'paint' || !own.plan || isPainted(own)) return null;
  if (own.isLate) return SERVER_WORKER;
  const [fastest] = membersOf(match, team.id)
    .filter(({ id, connected }) => connected && !own.unableIds.includes(id))
    .map(({ id, device }) => ({ id, speed: usableSpeed(device?.tokensPerSecond ?? 0) }))
    .filter(({ speed }) => speed > 0)
    .sort((a, b) => b.speed - a.speed || (a.id < b.id ? -1 : 1));
  return fastest?.id ?? SERVER_WORKER;
}
