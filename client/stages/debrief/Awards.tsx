/** The awards, each with the lab that earned it and the figure that shows why. */

import { t } from '../../i18n/t.ts';
import type { Award } from '../../../shared/game/stages/debrief/awards.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { coinsWords } from '../product-words.ts';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { formatQuantity } from '../../i18n/quantity.ts';

/** Why it was given, in one phrase. */
export function awardReason({ id, figures }: Award): string {
  const words = Object.entries(figures).map(([name, value]) => [name, formatFigure(name, value)]);
  return t(`award.${id}.reason`, Object.fromEntries(words) as Record<string, string>);
}

function formatFigure(name: string, value: number): string {
  if (name === 'coins') return coinsWords(value);
  return name === 'parameters' || name === 'beaten' ? formatQuantity(value) : `${value}`;
}

export function Awards({ match, awards }: { match: MatchView; awards: readonly Award[] }) {
  if (awards.length === 0) return null;
  return (
    <section>
      <h2>{t('debrief.awards')}</h2>
      <ul class="awards">
        {awards.map((award, index) => {
          const team = match.teams.find(({ id }) => id === award.teamId);
          return (
            <li key={award.id}>
              <Paper cut="slip" seed={index} fill="var(--cream)" class="on-stock">
                <p class="award-head">
                  {team && <TeamShape shape={shapeOf(team.look)} sizePx={28} />}
                  <b class="title-face">
                    {t('debrief.awardLine', { award: t(`award.${award.id}`), team: team?.name ?? '' })}
                  </b>
                </p>
                <p class="small">{awardReason(award)}</p>
              </Paper>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
