/** Which players to move so that labs are as big as each other, give or take one. */

import type { MatchView } from '../../shared/game/sync/view.ts';

export interface Moving {
  playerId: string;
  from: string;
  to: string;
}

/** Whoever came last to the biggest lab goes to the smallest, until that is no gain. Whoever is here stays before who is away. */
export function balancingMoves({ players, teams }: Pick<MatchView, 'players' | 'teams'>): Moving[] {
  const members = new Map(
    teams.map(({ id }) => {
      const own = players.filter(({ teamId }) => teamId === id);
      const isHere = (here: boolean) =>
        own.filter(({ connected }) => connected === here).map((each) => each.id);
      return [id, [...isHere(true), ...isHere(false)]];
    }),
  );
  const moves: Moving[] = [];
  for (;;) {
    const bySize = [...members].toSorted(([, a], [, b]) => a.length - b.length);
    const [smallest, biggest] = [bySize[0], bySize[bySize.length - 1]];
    if (!smallest || !biggest || biggest[1].length - smallest[1].length < 2) return moves;
    const playerId = biggest[1].pop() ?? '';
    smallest[1].unshift(playerId);
    moves.push({ playerId, from: biggest[0], to: smallest[0] });
  }
}
