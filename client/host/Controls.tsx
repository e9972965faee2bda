/** The host's buttons for the course of the match: begin, pause, give time, move on, begin a stage again, timers, and the door. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import { playingTeams, stepOf, type MatchView } from '../../shared/game/sync/view.ts';
import { send } from '../session/current.ts';
import { EXTENSION_SECONDS } from '../session/extension.ts';
import { isMatchOver } from '../session/over.ts';
import { hasDecided } from '../stages/decision-words.ts';
import { nextWords } from '../stages/next.ts';
import { entryOf } from '../stages/registry.ts';
import { Button } from '../ui/Button.tsx';
import { ask, openQuestion, type Asked, type Question } from './question.ts';

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
  const { stage } = match;
  const { hasDecision, repeatLoses } = entryOf(stage);
  const paused = match.pausedAtMs !== null;
  const next = t('console.skip', { next: nextWords(match) });
  const isUndecided = playingTeams(match).some((team) => !hasDecided(match, team));
  const isAtStake =
    (hasDecision && isUndecided) || match.teams.some(({ runs }) => Object.hasOwn(runs, stage));
  /* Nobody loses time while the host makes up their mind. */
  const wonder = (question: Question): void => {
    const holds = !paused && match.stageEndsAtMs !== null;
    asked.value = ask(question, match, holds);
    if (holds) void send({ type: 'host/pause' });
  };
  const held = asked.value?.holds ? t('console.clockHeld') : '';
  const close = async (): Promise<void> => {
    const holds = asked.value?.holds === true;
    asked.value = null;
    /* Refused where the host has gone on meanwhile. */
    if (holds) await send({ type: 'host/resume' }, true);
  };
  const act = async (type: 'host/skip' | 'host/repeat'): Promise<void> => {
    await close();
    await send({ type, step });
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
          onPress={() => (match.ready ? void act('host/skip') : wonder('skip'))}
        >
          {next}
        </Button>
      )}
      {open === 'skip' && (
        <Sure
          label={next}
          words={`${t(isAtStake ? 'console.skipSure' : 'console.skipSureShort')} ${held}`}
          yes={t('console.skipYes')}
          testId="skip-yes"
          onYes={() => void act('host/skip')}
          onNo={() => void close()}
        />
      )}
      {open !== 'repeat' && <Repeat match={match} onAsk={() => wonder('repeat')} />}
      {open === 'repeat' && (
        <Sure
          label={t('console.repeat')}
          words={`${t('console.repeatSure')} ${repeatLoses?.() ?? ''} ${held}`}
          yes={t('console.repeatYes')}
          testId="repeat-yes"
          onYes={() => void act('host/repeat')}
          onNo={() => void close()}
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
