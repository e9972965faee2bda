/** Two curtains, and the jar of ballots. */

import { t } from '../../i18n/t.ts';
import type { TeamShapeName } from '../../ui/tokens.ts';
import { ballot, nextBallotPair, stagedPair } from '../spotlight/ballot.ts';
import { shapeOf } from '../../ui/team.ts';
import { contestantName } from '../spotlight/contestants.tsx';
import type { Picture } from '../picture.ts';

export interface ArenaState {
  /** The pair on stage; null until the models have answered. */
  pair: { question: string; a: string; b: string } | null;
  /** Who stands behind the curtains; null while they are closed. */
  who: Record<'a' | 'b', { name: string; /** Null for the House. */ shape: TeamShapeName | null }> | null;
  /** Votes of all so far, counted up: a ballot falls into the jar when this grows. Never which way. */
  votes: number;
  /** Votes that fill the jar. */
  wanted: number;
}

export const arenaPicture: Picture<ArenaState> = {
  of: (match, { playerId }) => {
    const all = ballot.value ?? [];
    const pair = playerId === null ? stagedPair.value : (nextBallotPair(all) ?? all.at(-1) ?? null);
    const standing = (id: string): NonNullable<ArenaState['who']>['a'] => {
      const team = match.teams.find((candidate) => candidate.id === id);
      return { name: contestantName(match, id), shape: team ? shapeOf(team.look) : null };
    };
    const who = pair?.reveal?.who;
    return {
      pair: pair && { question: pair.question, a: pair.a || '…', b: pair.b || '…' },
      who: who ? { a: standing(who.a), b: standing(who.b) } : null,
      votes: match.arena?.votes ?? 0,
      wanted: match.arena?.wanted ?? 0,
    };
  },
  describe: ({ pair, who, votes, wanted }) => {
    if (wanted === 0) return t('scene.arena.asking');
    if (pair === null) return t('scene.arena.jar', { votes, wanted });
    const names = who === null ? '' : t('scene.arena.who', { a: who.a.name, b: who.b.name });
    return t('scene.arena.twin', { votes, wanted, ...pair, who: names });
  },
  scene: () => import('./scene.ts'),
};
