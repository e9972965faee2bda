/** What a match of strangers knows of ratings: which devices play in which lab, and what it came to for each. */

import type { ClassTextSlice } from './class-text.ts';
import { lookUp, put } from './look-up.ts';
import type { Match } from './match.ts';
import { fail } from './result.ts';
import { done, systemMove, type MoveTable } from './stage.ts';

/** Points after the match, and how many of them it brought. */
export interface RatingChange {
  points: number;
  gained: number;
}

/** By player. */
type RatingsView = Record<string, RatingChange>;

/** What the lobby remembers: devices by their players, of those who were there before the match began. */
export interface LobbySlice extends ClassTextSlice {
  raters: Record<string, string>;
  /** By player; null until the match is rated. */
  rated: RatingsView | null;
}

/** What all may know of the lobby. */
export interface LobbyView extends ClassTextSlice {
  rated: RatingsView | null;
}

/** There is one lobby, however many generations. */
const lobbyOf = ({ slices }: Match): LobbySlice => slices['1.lobby'] as LobbySlice;

/** Notes the device of a player who has just sat down. */
export function noteRater(match: Match, playerId: string, raterId: string | undefined): void {
  if (raterId === undefined || match.settings.quick !== 'public' || match.stage !== 'lobby') return;
  put(lobbyOf(match).raters, playerId, raterId);
}

/** By player, what the match did to the ratings; null until that is known. */
export function ratingsTold(match: Match): LobbySlice['rated'] {
  return lobbyOf(match).rated;
}

/** The labs of people with their devices and what they came to, gone or not; null while a lab's score is open. */
export function ratedLabs(match: Match): { raterIds: string[]; score: number }[] | null {
  const { raters } = lobbyOf(match);
  const teams = Object.values(match.teams);
  if (teams.some(({ now }) => now.pretrain.run !== null && now.debrief.score === null)) return null;
  return teams.map(({ id, now }) => ({
    raterIds: Object.values(match.players).flatMap((player) =>
      player.teamId === id ? (lookUp(raters, player.id) ?? []) : [],
    ),
    score: now.debrief.score?.total ?? 0,
  }));
}

export const RATING_MOVES = {
  /** What it came to, by device. */
  'rating/told': systemMove<{ outcome: Record<string, RatingChange> }>(({ match }, { outcome }) => {
    const lobby = lobbyOf(match);
    if (lobby.rated) return fail('train/repeat');
    lobby.rated = {};
    for (const [playerId, raterId] of Object.entries(lobby.raters)) {
      const change = lookUp(outcome, raterId);
      if (change) put(lobby.rated, playerId, change);
    }
    return done();
  }),
} satisfies MoveTable;
