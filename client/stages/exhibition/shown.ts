/** What the page knows of the exhibition: what a lab hung, and who is ahead. */

import type { ExhibitionView } from '../../../shared/game/stages/exhibition/rules.ts';
import { playingTeams, type MatchView, type TeamView } from '../../../shared/game/sync/view.ts';

/** Null until the referee has measured it. */
export function exhibitionOf({ views }: Pick<TeamView, 'views'>): ExhibitionView | null {
  return (views.exhibition as ExhibitionView | undefined) ?? null;
}

/** From best to worst; those that are not measured yet come last. */
export function ranked(match: MatchView): TeamView[] {
  const pointsOf = (team: TeamView): number => exhibitionOf(team)?.score.total ?? -1;
  return playingTeams(match).toSorted((a, b) => pointsOf(b) - pointsOf(a) || (a.id < b.id ? -1 : 1));
}
