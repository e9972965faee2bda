/** What every lab came to year by year, and over all of them; nothing in a match of one. */

import { t } from '../../i18n/t.ts';
import { playingTeams, type MatchView } from '../../../shared/game/sync/view.ts';
import { hueOf, shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { isMatchOver } from '../../session/over.ts';

import { overYears } from './rank.ts';

const points = (total: number | null): string | number => (total === null ? '…' : Math.round(total));

export function Years({ match }: { match: MatchView }) {
  if (match.generation === 1) return null;
  return (
    <section class="years">
      <h2>{t('debrief.years')}</h2>
      <ol>
        {overYears(playingTeams(match)).map(({ team, years, mean }) => (
          <li key={team.id}>
            <TeamShape shape={shapeOf(team.look)} sizePx={28} />
            <b>{team.name}</b>
            <span class="meter small-meter">
              <i style={{ width: `${mean ?? 0}%`, background: hueOf(team.look) }} />
            </span>
            <span class="small">
              {years
                .map((total, index) => t('debrief.yearLine', { year: index + 1, points: points(total) }))
                .join(' · ')}
              {' · '}
              <b>{t('debrief.yearsAll', { points: points(mean) })}</b>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** On the projector: who is ahead over all years, or what comes next. */
export function YearsLine({ match }: { match: MatchView }) {
  if (!isMatchOver(match)) return <p>{t('debrief.nextYearAll', { year: match.generation + 1 })}</p>;
  const [best] = overYears(playingTeams(match));
  if (match.generation === 1 || !best || best.mean === null) return null;
  const words = { count: match.generation, team: best.team.name, points: Math.round(best.mean) };
  return <p>{t('debrief.yearsWon', words)}</p>;
}
