/** The lobby: who you are, which lab you join, and how fast your device trains. */

import { Curious } from '../../ui/Curious.tsx';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { benchmark } from '../../lab/device-benchmark.ts';
import { send } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { Paper } from '../../ui/Paper.tsx';
import { shapeOf } from '../../ui/team.ts';
import { TeamShape } from '../../ui/TeamShape.tsx';
import { formatQuantity } from '../../i18n/quantity.ts';
import { StageFrame } from '../StageFrame.tsx';
import { QuickBar, QuickInvite, QuickName } from './QuickWait.tsx';
import { SurveyForm } from '../SurveyForm.tsx';
import docs from './docs.md?raw';

function DeviceLine({ standpoint }: { standpoint: Standpoint }) {
  const state = benchmark.value;
  const device = standpoint.me.device ?? (state.doing === 'done' ? state.report : null);
  return (
    <section class="device" aria-live="polite">
      <h2>{t('lobby.device')}</h2>
      {device === null && <p>{t('lobby.measuring')}</p>}
      {device !== null && device.tokensPerSecond > 0 && (
        <p>{t('lobby.speed', { speed: formatQuantity(device.tokensPerSecond) })}</p>
      )}
      {device !== null && device.tokensPerSecond === 0 && <p>{t('engine.cannot')}</p>}
      {!isSecureContext && <p class="small">{t('lobby.insecure')}</p>}
      <p class="small">{t('lobby.speedMeaning')}</p>
      <p>
        <a class="link" href="check.html" target="_blank" rel="noopener">
          {t('check.link')}
        </a>
      </p>
      {device !== null && <Curious>{t('curious.backend', { backend: device.backend })}</Curious>}
    </section>
  );
}

function OwnName({ name: named }: { name: string }) {
  const name = useSignal(named);
  /* The host may have given another one: what was typed before would undo it. */
  useEffect(() => void (name.value = named), [named]);
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        void send({ type: 'lobby/rename', name: name.value });
      }}
    >
      <label class="field">
        <span>{t('lobby.yourName')}</span>
        <input
          value={name.value}
          maxLength={40}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
      </label>
      <Button submit disabled={name.value === named || name.value.trim() === ''} onPress={() => undefined}>
        {t('lobby.rename')}
      </Button>
    </form>
  );
}

function Waiting({ count }: { count: number }) {
  return (
    <p class="settled" role="status">
      {t('lobby.waiting', { count })}
    </p>
  );
}

export function LobbyView({ standpoint }: { standpoint: Standpoint }) {
  const { match, me, team } = standpoint;
  /* Whoever plays alone waits for nobody, and shares no lab with a bot. */
  const hasOthers = match.joinOrigins.length > 0;
  const isQuick = (match.settings?.quick ?? null) !== null;
  return (
    <StageFrame
      title={t(isQuick ? 'quick.title' : 'lobby.title')}
      lead={t(isQuick ? 'quick.lead' : 'lobby.lead')}
      docs={docs}
      bar={isQuick ? <QuickBar match={match} /> : hasOthers && <Waiting count={match.players.length} />}
    >
      {isQuick ? <QuickName name={me.name} /> : <OwnName name={me.name} />}
      {isQuick && <QuickInvite match={match} />}
      <SurveyForm match={match} time="before" />
      <h2>{t('lobby.teams')}</h2>
      <ul class="team-list">
        {match.teams.map((other, index) => {
          const members = match.players.filter((player) => player.teamId === other.id);
          const mine = other.id === team.id;
          return (
            <li key={other.id}>
              <Paper
                cut="slip"
                seed={index}
                fill={mine ? 'var(--cream)' : 'var(--sheet)'}
                class={`team-row ${mine ? 'on-stock' : ''}`}
              >
                <TeamShape shape={shapeOf(other.look)} sizePx={38} />
                <div class="team-words">
                  <b class="title-face">{other.name}</b>
                  <span class="small">
                    {members.length ? members.map((member) => member.name).join(', ') : t('lobby.empty')}
                  </span>
                </div>
                {mine ? (
                  <span class="small yours">{t('lobby.yours')}</span>
                ) : (
                  hasOthers && (
                    <Button
                      label={t('lobby.joinAria', { team: other.name })}
                      onPress={() => void send({ type: 'lobby/switch-team', teamId: other.id })}
                    >
                      {t('lobby.join')}
                    </Button>
                  )
                )}
              </Paper>
            </li>
          );
        })}
      </ul>
      <DeviceLine standpoint={standpoint} />
      <LanguageSwitch />
    </StageFrame>
  );
}
