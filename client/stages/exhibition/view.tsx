/** The exhibition: who is ahead, what each lab painted at the first try, and what was counted of each. */

import '../image-stages.css';
import { useSignal } from '@preact/signals';
import { playingTeams } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { StageFrame } from '../StageFrame.tsx';
import docs from './docs.md?raw';
import { Figures } from './Figures.tsx';
import { Ranking } from './Ranking.tsx';
import { exhibitionOf, ranked } from './shown.ts';

export function ExhibitionPanel({ standpoint }: { standpoint: Standpoint }) {
  const { match, team } = standpoint;
  const chosenId = useSignal(team.id);
  const teams = playingTeams(match);
  const [first] = ranked(match);
  const isMeasured = teams.every((each) => exhibitionOf(each));
  const leader = isMeasured && first ? exhibitionOf(first) : null;
  const chosen = teams.find(({ id }) => id === chosenId.value) ?? team;
  const seen = exhibitionOf(chosen);
  return (
    <StageFrame title={t('exhibition.title')} docs={docs}>
      <p class="lead" role="status">
        {leader
          ? t('exhibition.won', { team: first.name, points: Math.round(leader.score.total) })
          : t('exhibition.waiting')}
      </p>
      <Ranking match={match} />
      <p class="small">{t('exhibition.formula')}</p>
      <h2>{t('exhibition.figures')}</h2>
      <label class="field">
        <span>{t('exhibition.of')}</span>
        <select
          class="select"
          value={chosen.id}
          onChange={({ currentTarget }) => (chosenId.value = currentTarget.value)}
        >
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {seen ? <Figures seen={seen} /> : <p class="small">{t('exhibition.measuring')}</p>}
    </StageFrame>
  );
}
