/** What the person may do as the host of the own match: stop its clock, move it on, and begin another. */

import { useSignal } from '@preact/signals';
import { stepOf } from '../../shared/game/sync/view.ts';
import { t } from '../i18n/t.ts';
import { endSession, match } from '../session/current.ts';
import { isMatchOver } from '../session/over.ts';
import { EXTENSION_SECONDS } from '../session/extension.ts';
import { openReportOf } from '../report/hand-over.ts';
import { nextWords } from '../stages/next.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { steer } from './play-alone.ts';

/** What the buttons show where there is no room for words. */
const SIGNS = {
  pause: 'M4 3h4v14H4zM12 3h4v14h-4z',
  resume: 'M5 3 16 10 5 17z',
  extend: 'M8 3h4v5h5v4h-5v5h-4v-5h-5v-4h5z',
  skip: 'M3 3 13 10 3 17zM14 3h3v14h-3z',
} as const;

function Words({ sign, words }: { sign: keyof typeof SIGNS; words: string }) {
  return (
    <>
      <svg class="solo-sign" viewBox="0 0 20 20" aria-hidden="true">
        <path d={SIGNS[sign]} fill="currentColor" />
      </svg>
      <span class="solo-words">{words}</span>
    </>
  );
}

export function SoloBar() {
  /** The step that is about to be skipped: the question goes with it. */
  const asked = useSignal<string | null>(null);
  const shown = match.value;
  if (!shown) return null;
  const step = stepOf(shown);
  const isSure = asked.value === step;
  const isOver = isMatchOver(shown);
  const isRunning = shown.stage !== 'lobby' && !isOver;
  const isPaused = shown.pausedAtMs !== null;
  const skip = (): void => {
    asked.value = null;
    steer({ type: 'host/skip', step });
  };
  return (
    <section class="solo-bar" aria-label={t('solo.controls')}>
      {shown.stage === 'lobby' && (
        <Paper cut="slip" class="solo-slip">
          <p class="small">{t('solo.soon')}</p>
        </Paper>
      )}
      {isOver && (
        <>
          <Button tone="plain" onPress={() => endSession(null)}>
            {t('solo.again')}
          </Button>
          <Button tone="plain" onPress={() => openReportOf(shown)}>
            {t('report.openShort')}
          </Button>
        </>
      )}
      {isRunning && !isSure && (
        <>
          <Button tone="plain" onPress={() => steer({ type: isPaused ? 'host/resume' : 'host/pause' })}>
            {isPaused ? (
              <Words sign="resume" words={t('console.resume')} />
            ) : (
              <Words sign="pause" words={t('console.pause')} />
            )}
          </Button>
          {shown.stageEndsAtMs !== null && (
            <Button
              tone="plain"
              label={t('console.extendAria', { seconds: EXTENSION_SECONDS })}
              onPress={() => steer({ type: 'host/extend', seconds: EXTENSION_SECONDS, step })}
            >
              <Words sign="extend" words={t('console.extend', { seconds: EXTENSION_SECONDS })} />
            </Button>
          )}
          {!isPaused && (
            <Button tone="plain" testId="skip" onPress={() => (shown.ready ? skip() : (asked.value = step))}>
              <Words sign="skip" words={t('console.skip', { next: nextWords(shown) })} />
            </Button>
          )}
        </>
      )}
      {isRunning && isSure && (
        <Paper cut="slip" class="solo-slip">
          <div role="alertdialog" aria-label={t('console.skip', { next: nextWords(shown) })}>
            <p class="small">{t('solo.skipSure')}</p>
            <div class="row">
              <Button tone="bad" testId="skip-yes" onPress={skip}>
                {t('solo.skipYes')}
              </Button>
              <Button onPress={() => (asked.value = null)}>{t('common.cancel')}</Button>
            </div>
          </div>
        </Paper>
      )}
    </section>
  );
}
