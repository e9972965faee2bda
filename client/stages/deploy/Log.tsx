/** The lab's own log: each question of the last hours with its answer, the version and filter that met it, and thumbs. */

import type { LogEntry } from '../../../shared/game/stages/deploy/state.ts';
import { t } from '../../i18n/t.ts';

function entryWords({ hour, times, version, filter, harmless, decision, up, down }: LogEntry): string {
  const gate =
    harmless === null
      ? t('deploy.log.noFilter')
      : t('deploy.log.filter', { filter: t(`deploy.filter.${filter}`), share: Math.round(100 * harmless) });
  return t('deploy.log.entry', {
    hour,
    times,
    decision: t(`deploy.log.${decision}`),
    version: t(`deploy.version.${version}`),
    gate,
    up,
    down,
  });
}

export function Log({ log }: { log: readonly LogEntry[] }) {
  return (
    <details class="deploy-log">
      <summary>{t('deploy.log', { count: log.reduce((sum, { times }) => sum + times, 0) })}</summary>
      <p class="small">{t('deploy.log.about')}</p>
      <ul>
        {log.map((entry) => (
          <li key={JSON.stringify([entry.hour, entry.decision, entry.question, entry.answer])}>
            <span lang="en">{entry.question}</span>{' '}
            <b class="model" lang="en">
              {entry.answer}
            </b>
            <br />
            <small>{entryWords(entry)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
