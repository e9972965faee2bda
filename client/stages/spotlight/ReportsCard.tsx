/** The console's list of answers that players reported: each is hidden from its reporter, and from everybody if the host wants. */

import './spotlight.css';
import { t } from '../../i18n/t.ts';
import type { ReportedText } from '../../../shared/game/reported.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { send } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';

/** Each pair once, however many reported it. */
function reportsIn({ teams }: MatchView): ReportedText[] {
  const all = teams.flatMap(({ own }) => own?.reports ?? []);
  return [...new Map(all.map((report) => [report.pairId, report])).values()];
}

export function ReportsCard({ match }: { match: MatchView }) {
  const reports = reportsIn(match);
  if (reports.length === 0) return null;
  return (
    <Paper seed={2} class="console-card">
      <h2>{t('report-text.title')}</h2>
      <p class="small">{t('report-text.lead')}</p>
      <ul class="spotlight-list">
        {reports.map(({ pairId, question, a, b, isForAll }) => (
          <li key={pairId} class={isForAll ? 'put-away' : ''}>
            <b lang="en">{question}</b>
            <p class="model-voice" lang="en">
              {a}
            </p>
            <p class="model-voice" lang="en">
              {b}
            </p>
            <Button onPress={() => void send({ type: 'host/judge-report', pairId, isForAll: !isForAll })}>
              {t(isForAll ? 'report-text.show' : 'report-text.hide')}
            </Button>
          </li>
        ))}
      </ul>
    </Paper>
  );
}
