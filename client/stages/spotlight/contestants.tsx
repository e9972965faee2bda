/** How the arena's contestants are named and drawn: labs by name and shape, the House by its own sign. */

import { t } from '../../i18n/t.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';

export function contestantName({ teams }: Pick<MatchView, 'teams'>, id: string): string {
  return teams.find((team) => team.id === id)?.name ?? t('arena.house');
}

/** A lab's badge, or a little house. */
export function ContestantSign({ match, id, sizePx }: { match: MatchView; id: string; sizePx: number }) {
  const team = match.teams.find((candidate) => candidate.id === id);
  if (team) return <TeamShape shape={shapeOf(team.look)} sizePx={sizePx} />;
  return (
    <svg class="team-shape" viewBox="-1 -1 42 42" width={sizePx} height={sizePx} aria-hidden="true">
      <g stroke="var(--outline)" stroke-width="2.4" stroke-linejoin="round">
        <path d="M7 19 33 18.4 32.500 37 8 37.500Z" fill="var(--wall)" />
        <path d="M3 21 20 4 37.500 20.500Z" fill="var(--brick)" />
        <path d="M17 37V27H23.500V37Z" fill="var(--kraft)" />
      </g>
    </svg>
  );
}
