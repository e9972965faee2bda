/** How bots label pages: by the signs of junk that every reader sees. */

import { isDealtTo } from '../../shared/game/stages/data/labels.ts';
import type { Verdict } from '../../shared/game/stages/data/state.ts';

/** Markup, menus, shouting and shops. */
const JUNK = /[|<>{}[\]]|&\w+;|!!!|\b(?:cookies|click|visitor|doctors hate)\b/i;

/** Keep what reads like prose. */
export function verdictOn(text: string): Verdict {
  return JUNK.test(text) ? 'toss' : 'keep';
}

/** The first so many pages of this bot's own hand, each with its verdict; numbers count from 1. */
export function labelHand(
  texts: readonly string[],
  memberIds: readonly string[],
  playerId: string,
  count: number,
): { number: number; verdict: Verdict }[] {
  return texts
    .map((text, place) => ({ number: place + 1, verdict: verdictOn(text) }))
    .filter(({ number }) => isDealtTo(memberIds, playerId, number))
    .slice(0, count);
}
