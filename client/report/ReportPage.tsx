/** The report's page: finds the host's seat on this device, and offers the report to print and as a table. */

import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import type { SurveySheet } from '../../shared/game/survey.ts';
import { playingTeams, type MatchView } from '../../shared/game/sync/view.ts';
import { goodbye, match, openSeat, seat } from '../session/current.ts';
import { errorText } from '../session/errors.ts';
import { codeInLink } from '../session/link.ts';
import { findSeat } from '../session/seat.ts';
import { surveyReply, watchSurvey } from '../stages/survey.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { csvOf, separatorFor, type Separator } from './csv.ts';
import { isHandedOver, takeHandedMatch } from './hand-over.ts';
import { Report } from './Report.tsx';
import { saveFile } from '../ui/save-file.ts';
import { reportTable } from './table.ts';

function Tools({ shown, sheets }: { shown: MatchView; sheets: readonly SurveySheet[] }) {
  const separator = useSignal<Separator>(separatorFor());
  const isWhole = playingTeams(shown).every(({ debrief }) => debrief?.score);
  return (
    <section class="report-tools" aria-label={t('report.title')}>
      <Button tone="main" onPress={() => window.print()}>
        {t('report.print')}
      </Button>
      <Button
        testId="csv"
        onPress={() =>
          saveFile(
            `loss-leaders-${shown.code}.csv`,
            'text/csv;charset=utf-8',
            csvOf(reportTable(shown, sheets), separator.value),
          )
        }
      >
        {t('report.csv')}
      </Button>
      <Choice
        legend={t('report.separator')}
        name="separator"
        options={[
          { value: ',', label: t('report.separator.comma') },
          { value: ';', label: t('report.separator.semicolon') },
        ]}
        value={separator.value}
        onChoose={(value) => (separator.value = value)}
      />
      <LanguageSwitch />
      {!isWhole && <p role="status">{t('report.incomplete')}</p>}
    </section>
  );
}

/** Why there is no report here. */
function NoReport({ words }: { words: string }) {
  return (
    <main class="notice">
      <p>{words}</p>
      <a class="link" href="./host">
        {t('report.toHost')}
      </a>
    </main>
  );
}

export function ReportPage() {
  const handed = useSignal<MatchView | null>(null);
  useEffect(() => {
    if (isHandedOver()) return takeHandedMatch((view) => (handed.value = view));
    const known = findSeat('host', codeInLink(location.search));
    if (known) void openSeat(known);
  }, []);
  const shown = handed.value ?? match.value;
  const hasSeat = handed.value === null && match.value !== null;
  useEffect(() => (hasSeat ? watchSurvey() : undefined), [hasSeat]);
  const sheets = surveyReply.value?.sheets ?? [];
  const code = shown?.code;
  /* What a browser proposes as the name of the file. */
  useEffect(() => {
    if (code) document.title = `${t('app.name')} ${code}`;
  }, [code]);
  if (shown?.stage === 'debrief')
    return (
      <>
        <Tools shown={shown} sheets={sheets} />
        <Report match={shown} sheets={sheets} />
      </>
    );
  if (shown) return <NoReport words={t('report.notYet')} />;
  if (seat.value) return <p class="loading">{t('connection.connecting')}</p>;
  return <NoReport words={goodbye.value ? errorText(goodbye.value) : t('report.noSeat')} />;
}
