/** The debrief for people without a lab: who came where, and for what. */

import { t } from '../../i18n/t.ts';
import { playingTeams, type MatchView } from '../../../shared/game/sync/view.ts';

import { Awards } from './Awards.tsx';
import { awardsOf, rankTeams } from './rank.ts';
import { Ranking } from './Ranking.tsx';

export function Audience({ match }: { match: MatchView }) {
  return (
    <section>
      <h2>{t('debrief.tabRanking')}</h2>
      <Ranking match={match} ranked={rankTeams(playingTeams(match))} yourTeamId={null} />
      <Awards match={match} awards={awardsOf(match)} />
    </section>
  );
}
