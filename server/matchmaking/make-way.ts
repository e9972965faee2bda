/** Whether another match may be opened: bounds for the process and for one address, and who makes way for whom. */

import { fail, ok, type Result } from '../../shared/game/result.ts';
import type { Directory, HostedMatch } from './directory.ts';

/** Far more than one process can serve well; keeps a flood of matches from eating all memory. */
export const MOST_MATCHES = 100;
/** Open at once from one address: every class of a large school. */
export const MOST_OF_ADDRESS = 20;
/** A host who has just opened a match is not in its room yet. */
const GRACE_MS = 15_000;

/**
 * The match that is missed least, of these: nobody is in its room and it has not begun. One that nobody ever joined goes before
 * one with seats, the oldest first.
 */
function leastMissed(matches: readonly HostedMatch[], nowMs: number): HostedMatch | null {
  const idle = matches.filter(
    ({ visitors, openedAtMs, service }) =>
      visitors === 0 && nowMs - openedAtMs >= GRACE_MS && service.match.stage === 'lobby',
  );
  const empty = idle.find(({ service }) => Object.keys(service.match.players).length === 0);
  return empty ?? idle[0] ?? null;
}

/** Makes room for one more match of this address: where there is none, a match that nobody is in makes way, or it is refused. */
export function makeWay(directory: Directory, address: string, nowMs: number): Result<void> {
  const all = directory.all();
  const own = all.filter((hosted) => hosted.address === address);
  const isTooMany = own.length >= MOST_OF_ADDRESS;
  if (!isTooMany && all.length < MOST_MATCHES) return ok(undefined);
  const going = leastMissed(isTooMany ? own : all, nowMs);
  if (!going)
    return isTooMany ? fail('protocol/too_many_matches', { minutes: 1 }) : fail('protocol/server_busy');
  directory.remove(going.code);
  return ok(undefined);
}
