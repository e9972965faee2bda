/** The console: everything a facilitator needs while thirty people wait, and what to say at each stage. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { stepOf, type MatchView } from '../../shared/game/sync/view.ts';
import { send } from '../session/current.ts';
import { EXTENSION_SECONDS } from '../session/extension.ts';
import { isMatchOver } from '../session/over.ts';
import { BroughtBack } from '../ui/BroughtBack.tsx';
import { Button } from '../ui/Button.tsx';
import { Clock } from '../ui/Clock.tsx';
import { Paper } from '../ui/Paper.tsx';
import { YearTag } from '../ui/YearTag.tsx';
import { hostIn, joinOriginOf, watchAddress, watchLink } from '../session/link.ts';
import { AfterLinks } from './AfterLinks.tsx';
import { DeleteMatch } from './DeleteMatch.tsx';
import { spacedCode } from './JoinCard.tsx';
import { LabLines } from './LabLines.tsx';
import { Players } from './Players.tsx';
import { nextWords } from '../stages/next.ts';
import { askedWords } from '../stages/Ready.tsx';
import { entryOf } from '../stages/registry.ts';
import { ClassAnswersCard } from '../stages/spotlight/ClassAnswersCard.tsx';

function Controls({ match }: { match: MatchView }) {
  /** The step that is about to be skipped: the question goes with it. */
  const asked = useSignal<string | null>(null);
  const { stage } = match;
  const step = stepOf(match);
  const isSure = asked.value === step;
  const paused = match.pausedAtMs !== null;
  const running = stage !== 'lobby' && !isMatchOver(match);
  const next = t('console.skip', { next: nextWords(match) });
  const isAtStake = entryOf(stage).hasDecision || match.teams.some(({ runs }) => Object.hasOwn(runs, stage));
  const skip = (): void => {
    asked.value = null;
    void send({ type: 'host/skip', step });
  };
  return (
    <section class="controls" aria-label={t('console.controls')}>
      {stage === 'lobby' && (
        <Button
          tone="main"
          class="wide"
          testId="main-action"
          disabled={match.players.length === 0}
          onPress={() => void send({ type: 'host/start' })}
        >
          {t('console.start')}
        </Button>
      )}
      {running && (
        <>
          <Button
            tone="main"
            class="wide"
            testId="main-action"
            onPress={() => void send({ type: paused ? 'host/resume' : 'host/pause' })}
          >
            {paused ? t('console.resume') : t('console.pause')}
          </Button>
          <Button
            label={t('console.extendAria', { seconds: EXTENSION_SECONDS })}
            onPress={() => void send({ type: 'host/extend', seconds: EXTENSION_SECONDS, step })}
          >
            {t('console.extend', { seconds: EXTENSION_SECONDS })}
          </Button>
          {!isSure && (
            <Button testId="skip" onPress={() => (match.ready ? skip() : (asked.value = step))}>
              {next}
            </Button>
          )}
        </>
      )}
      {isSure && running && (
        <div class="sure" role="alertdialog" aria-label={next}>
          <p class="small">{t(isAtStake ? 'console.skipSure' : 'console.skipSureShort')}</p>
          <Button tone="bad" testId="skip-yes" onPress={skip}>
            {t('console.skipYes')}
          </Button>
          <Button onPress={() => (asked.value = null)}>{t('common.cancel')}</Button>
        </div>
      )}
      <Button pressed={match.locked} onPress={() => void send({ type: 'host/lock', locked: !match.locked })}>
        {match.locked ? t('console.unlock') : t('console.lock')}
      </Button>
    </section>
  );
}

/** True for an address that no other device can reach. */
function isLocalAddress(hostname: string): boolean {
  return hostname === 'localhost' || hostname.startsWith('127.') || hostname === '[::1]';
}

/** Which address phones are shown; a warning where they could not reach it. */
function JoinAddress({ match }: { match: MatchView }) {
  const origin = joinOriginOf(match);
  const others = match.joinOrigins.length > 1;
  return (
    <>
      {others && (
        <label class="field">
          <span>{t('console.joinAddress')}</span>
          <select
            class="select"
            value={origin}
            onChange={(event) => void send({ type: 'host/join-origin', origin: event.currentTarget.value })}
          >
            {match.joinOrigins.toSorted().map((each) => (
              <option key={each} value={each}>
                {hostIn(each)}
              </option>
            ))}
          </select>
        </label>
      )}
      {isLocalAddress(new URL(origin).hostname) && (
        <p class="small warn">{t('console.localhost', { address: hostIn(origin) })}</p>
      )}
    </>
  );
}

/** The link for people without a lab, and how many have come. */
function AudienceLine({ match }: { match: MatchView }) {
  const origin = joinOriginOf(match);
  return (
    <p class="small">
      <a class="link" href={watchLink(origin, match.code)} target="_blank" rel="noopener">
        {t('console.audience', { count: match.audience, address: watchAddress(origin, match.code) })}
      </a>{' '}
      {match.audience > 0 && (
        <button type="button" class="link" onClick={() => void send({ type: 'host/dismiss-audience' })}>
          {t('console.dismissAudience')}
        </button>
      )}
    </p>
  );
}

export function Console({ match }: { match: MatchView }) {
  const Card = entryOf(match.stage).consoleCard?.value;
  return (
    <main class="console">
      <div class="console-left">
        <Paper class="console-card">
          <div class="row spread">
            <h1>
              {t(`stage.${match.stage}`)} <YearTag match={match} />
            </h1>
            <span class="title-face console-code" translate={false}>
              {spacedCode(match.code)}
            </span>
            <Clock
              stageEndsAtMs={match.stageEndsAtMs}
              pausedAtMs={match.pausedAtMs}
              stageSeconds={match.settings?.stageSeconds[match.stage] ?? null}
              sizePx={28}
            />
          </div>
          <BroughtBack match={match} />
          {match.ready && (
            <p role="status">
              {t('console.ready')} {askedWords(match)}
            </p>
          )}
          <Controls match={match} />
          <a class="link" href={`/host?code=${match.code}&view=projector`} target="_blank" rel="noopener">
            {t('console.projector')}
          </a>
          <AfterLinks match={match} />
          {match.stage === 'lobby' && <JoinAddress match={match} />}
          <AudienceLine match={match} />
          {match.locked && <p class="small">{t('console.locked')}</p>}
          <p class="small">{t('console.shortcuts', { seconds: EXTENSION_SECONDS })}</p>
          <DeleteMatch code={match.code} />
        </Paper>
        <Paper seed={1} class="console-card">
          <h2>{t('console.notes')}</h2>
          <p>
            <b>{t('console.say')}:</b> {t(`notes.${match.stage}.say`)}
          </p>
          <p>
            <b>{t('console.ask')}:</b> {t(`notes.${match.stage}.ask`)}
          </p>
          <p>
            <b>{t('console.watchFor')}:</b> {t(`notes.${match.stage}.watch`)}
          </p>
        </Paper>
        <LabLines match={match} />
      </div>
      <div class="console-right">
        {Card && <Card match={match} />}
        <ClassAnswersCard match={match} />
        <Players match={match} />
      </div>
    </main>
  );
}
