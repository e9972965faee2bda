/** Who is ahead, with the first tries of each lab in the same order. */

import type { ImageScore } from '../../../shared/game/images/exhibit.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { Hung } from '../Hung.tsx';
import { exhibitionOf, ranked } from './shown.ts';

export function partsWords({ skill, variety, trust }: ImageScore): string {
  const [one, two, three] = [skill, variety, trust].map(Math.round);
  return t('exhibition.parts', { skill: one, variety: two, trust: three });
}

export function Ranking({ match }: { match: MatchView }) {
  return (
    <ol class="plain-list">
      {ranked(match).map((team) => {
        const seen = exhibitionOf(team);
        return (
          <li key={team.id}>
            <p class="row">
              <TeamShape shape={shapeOf(team.look)} sizePx={20} /> <b>{team.name}</b>{' '}
              {seen
                ? t('exhibition.points', { points: Math.round(seen.score.total) })
                : t('exhibition.measuring')}
            </p>
            {seen && (
              <>
                <p class="small">{partsWords(seen.score)}</p>
                <Hung
                  title={t('exhibition.pictures', { team: team.name })}
                  pictures={seen.exhibit.pictures}
                  mark={(i) => (seen.exhibit.right[i] ? '✓' : '✗')}
                />
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
