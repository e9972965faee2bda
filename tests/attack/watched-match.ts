/** Looks at a match from inside its server, and tells what people changed from what the server itself did. */

import type { HostedMatch } from '../../server/matchmaking/directory.ts';
import type { Match } from '../../shared/game/match.ts';
import type { Ids } from './draws.ts';
import { hashOf } from './hash.ts';
import { sliceOf } from '../../shared/game/slices.ts';

/** A match at one moment. */
export interface Look {
  hash: string;
  sequence: number;
  /** Moves that were applied so far: of players and of the host, and of the server. */
  byPeople: number;
  byServer: number;
}

export interface WatchedMatch {
  match: Match;
  hosted: HostedMatch;
  look(): Look;
}

/** Counts whose moves are applied from now on. */
export function watchMatch(hosted: HostedMatch): WatchedMatch {
  const { service } = hosted;
  const { match } = service;
  const submit = service.submit.bind(service);
  const counts = { byPeople: 0, byServer: 0 };
  service.submit = (move, actor, id) => {
    const result = submit(move, actor, id);
    if (result.ok && !result.value.repeated) counts[actor.kind === 'system' ? 'byServer' : 'byPeople']++;
    return result;
  };
  return {
    match,
    hosted,
    look: () => ({ hash: hashOf(match), sequence: match.sequence, ...counts }),
  };
}

/** What is wrong where no move of people was applied between two looks, in words. */
export function traces(before: Look, after: Look): string[] {
  const moves = after.sequence - before.sequence;
  if (moves !== after.byServer - before.byServer)
    return [`${moves} moves were applied that nobody submitted`];
  return moves === 0 && before.hash !== after.hash ? ['the match is another one, without a move'] : [];
}

/** The ids of a match as they are at any moment. */
export function idsIn(match: Match): Ids {
  return {
    teamIds: () => Object.keys(match.teams),
    playerIds: () => Object.keys(match.players),
    pairIds: () => [
      ...Object.keys(sliceOf(match, 'align').pairs),
      ...Object.keys(sliceOf(match, 'arena').pairs),
    ],
    proposalIds: () => Object.values(match.teams).flatMap(({ proposals }) => proposals.map(({ id }) => id)),
  };
}

/** All ids of a match, for those who have no business with them. */
export function allIds(match: Match): string[] {
  const ids = idsIn(match);
  return [...ids.teamIds(), ...ids.playerIds(), ...ids.pairIds(), ...ids.proposalIds()];
}
