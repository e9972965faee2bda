/** The shapes of ids, beside what makes them. No name that every object inherits fits any of those that index a record. */

/** Random bytes of the server's own ids (players, pairs), and what they are in base64url. */
export const RANDOM_ID_BYTES = 9;
export const RANDOM_ID_CHARACTERS = 12;
export const RANDOM_ID = /^[\w-]{12}$/;

/** Random bytes of a token, and what they are in base64url. */
export const TOKEN_BYTES = 24;
export const TOKEN = /^[\w-]{32}$/;

/** A team is named by its place among the teams. */
export function teamIdAt(index: number): string {
  return `team-${index + 1}`;
}
export const TEAM_ID = /^team-\d{1,2}$/;

/** What a player makes (proposals, probes) is named by the player and by how many moves there were before. */
export function madeId(playerId: string, sequence: number): string {
  return `${playerId}.${sequence}`;
}
export const MADE_ID = /^[\w-]{12}\.\d{1,9}$/;

/** Moves are named by their clients. These ids are used behind a prefix only. */
export const MOVE_ID = /^[\w.-]{1,64}$/;
