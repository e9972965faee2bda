/** The museum wall: the labs by rank. */

import { t } from '../../i18n/t.ts';
import type { TeamShapeName } from '../../ui/tokens.ts';
import { shapeOf } from '../../ui/team.ts';
import { rankTeams } from './rank.ts';
import { endBits } from '../curves.ts';
import type { Picture } from '../picture.ts';

export interface DebriefState {
  teams: {
    id: string;
    name: string;
    shape: TeamShapeName;
    /** 1 for the best; equal ranks stand equally high. */
    rank: number;
    score: number;
    bitsPerByte: number | null;
  }[];
  yourTeamId: string | null;
}

export const debriefPicture: Picture<DebriefState> = {
  of: (match, { team, playerId }) => ({
    teams: rankTeams(match.teams)
      .filter((entry) => entry.total !== null)
      .map((entry) => ({
        id: entry.team.id,
        name: entry.team.name,
        shape: shapeOf(entry.team.look),
        rank: entry.rank,
        score: entry.total ?? 0,
        bitsPerByte: endBits(entry.team),
      })),
    yourTeamId: playerId === null ? null : team.id,
  }),
  describe: ({ teams }) => {
    const order = [...teams]
      .sort((a, b) => a.rank - b.rank)
      .map(({ rank, name, score }) => t('scene.debrief.team', { rank, name, points: Math.round(score) }))
      .join('; ');
    return order === '' ? t('scene.debrief.empty') : t('scene.debrief.twin', { order });
  },
  scene: () => import('./scene.ts'),
};
