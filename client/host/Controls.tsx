/** The host's buttons for the course of the match: begin, pause, give time, move on, begin a stage again, timers, and the door. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { stepOf, type MatchView } from '../../shared/game/sync/view.ts';
import { send } from '../session/current.ts';
import { EXTENSION_SECONDS } from '../session/extension.ts';
import { isMatchOver } from '../session/over.ts';
import { nextWords } from '../stages/next.ts';
import { entryOf } from '../stages/registry.ts';
import { Button } from '../ui/Button.tsx';
import { ask, openQuestion, type Asked } from './question.ts';

interface SureProps {
  label: string;
  words: string;
  yes: string;
  testId: string;
  onYes: () => void;
  onNo: () => void;
}

function Sure({ label, words, yes, testId, onYes, onNo }: SureProps) {
  return (
    <div class="sure" role="alertdialog" aria-label={label}>
      <p class="small">{words}</p>
      <Button tone="bad" testId={testId} onPress={onYes}>
        {yes}
      </Button>
      <Button onPress={onNo}>{t('common.cancel')}</Button>
    </div>
  );
}

/** Begins the stage again; where that can't be, the button says why. */
function Repeat({ match, onAsk }: { match: MatchView; onAsk: () => void }) {
  const { noRepeat } = entryOf(match.stage);
  if (match.mayRepeat)
    return (
      <Button testId="repeat" onPress={onAsk}>
        {t('console.repeat')}
      </Button>
    );
  return (
    <Button disabled onPress={() => undefined}>
      <span>
        {t('console.repeat')}
        {noRepeat && <span class="small"> {noRepeat()}</span>}
      </span>
    </Button>
  );
}

/** What runs: pause, more time, the next stage, this one again. */
function Running({ match }: { match: MatchView }) {
  const step = stepOf(match);
  const asked = useSignal<Asked | null>(null);
  const open = openQuestion(asked.value, match);
  const close = (): void => void (asked.value = null);
  const { stage } = match;
  const { hasDecision, repeatLoses } = entryOf(stage);
  const paused = match.pausedAtMs !== null;
  const next = t('console.skip', { next: nextWords(match) });
  const isAtStake = hasDecision || match.teams.some(({ runs }) => Object.hasOwn(runs, stage));
  const act = (type: 'host/skip' | 'host/repeat'): void => {
    close();
    void send({ type, step });
  };
  return (
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
        disabled={match.stageEndsAtMs === null}
        onPress={() => void send({ type: 'host/extend', seconds: EXTENSION_SECONDS, step })}
      >
        {t('console.extend', { seconds: EXTENSION_SECONDS })}
      </Button>
      {open !== 'skip' && (
        <Button
          testId="skip"
          disabled={paused}
          onPress={() => (match.ready ? act('host/skip') : (asked.value = ask('skip', match)))}
        >
          {next}
        </Button>
      )}
      {open === 'skip' && (
        <Sure
          label={next}
          words={t(isAtStake ? 'console.skipSure' : 'console.skipSureShort')}
          yes={t('console.skipYes')}
          testId="skip-yes"
          onYes={() => act('host/skip')}
          onNo={close}
        />
      )}
      {open !== 'repeat' && <Repeat match={match} onAsk={() => (asked.value = ask('repeat', match))} />}
      {open === 'repeat' && (
        <Sure
          label={t('console.repeat')}
          words={`${t('console.repeatSure')} ${repeatLoses?.() ?? ''}`}
          yes={t('console.repeatYes')}
          testId="repeat-yes"
          onYes={() => act('host/repeat')}
          onNo={close}
        />
      )}
    </>
  );
}

export function Controls({ match }: { match: MatchView }) {
  const { stage, untimed } = match;
  const isLobby = stage === 'lobby';
  const isOver = isMatchOver(match);
  return (
    <section class="controls" aria-label={t('console.controls')}>
      {isLobby && (
        <Button
          tone="main"
          class="wide"
          testId="main-action"
          disabled={match.players.length === 0 && !match.settings?.bots}
          onPress={() => void send({ type: 'host/start' })}
        >
          {t('console.start')}
        </Button>
      )}
      {!isLobby && !isOver && <Running match={match} />}
      {!isOver && (
        <Button pressed={untimed} onPress={() => void send({ type: 'host/timers', areOff: !untimed })}>
          {untimed ? t('console.timersOn') : t('console.timersOff')}
        </Button>
      )}
      <Button pressed={match.locked} onPress={() => void send({ type: 'host/lock', locked: !match.locked })}>
        {match.locked ? t('console.unlock') : t('console.lock')}
      </Button>
    </section>
  );
}
