/** A stage's scene as large as a wall, from where the first lab stands. */

import { playingTeams, type MatchView } from '../../../shared/game/sync/view.ts';
import type { Picture } from '../picture.ts';
import { Scene } from '../Scene.tsx';

export function PictureWall({ match, picture }: { match: MatchView; picture: Picture<unknown> }) {
  const team = playingTeams(match)[0] ?? match.teams[0];
  if (!team) return null;
  return (
    <div class="projector-scene">
      <Scene match={match} picture={picture} viewer={{ team, playerId: null }} layout="stage" />
    </div>
  );
}
