/** The exhibition for people without a lab: who is ahead, and what each lab hung. */

import '../image-stages.css';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { Ranking } from './Ranking.tsx';

export function Audience({ match }: { match: MatchView }) {
  return (
    <Paper class="join-card panel">
      <h2>{t('exhibition.ranking')}</h2>
      <Ranking match={match} />
    </Paper>
  );
}
