/** The host's page: begin a match, then switch between the projector and the console. */

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { codeInLink } from '../session/link.ts';
import type { ScreenKind } from '../../shared/game/screen-kinds.ts';
import { hideHostLink, seatInHostLink } from '../session/host-link.ts';
import { findSeat } from '../session/seat.ts';
import { endSession, goodbye, match, openSeat, seat, send, session } from '../session/current.ts';
import { errorText } from '../session/errors.ts';
import { isMatchOver } from '../session/over.ts';
import { Button } from '../ui/Button.tsx';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { PageEdge } from '../ui/PageEdge.tsx';
import { Paper } from '../ui/Paper.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { allEntries } from '../stages/registry.ts';
import { Console } from './Console.tsx';
import { Projector } from './Projector.tsx';
import { isPress, shortcutFor } from './shortcuts.ts';
import { useSound } from './use-sound.ts';
import { StartScreen } from './StartScreen.tsx';

const asked = new URLSearchParams(location.search).get('view');
const view = signal<ScreenKind>(asked === 'projector' ? 'projector' : 'console');

function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement | null;
  const typing = target?.closest('input, select, textarea, dialog');
  if (!match.value || typing || !isPress(event) || seat.peek()?.role !== 'host') return;
  const shortcut = shortcutFor(event.key, match.value);
  if (!shortcut) return;
  event.preventDefault();
  if (shortcut.kind === 'view') view.value = shortcut.view;
  else void send(shortcut.move);
}

/** A projector whose link was withdrawn, or whose match is over: it has nothing to begin. */
function Over() {
  return (
    <main class="join">
      <Paper class="join-card">
        <h1>{t('connection.ended')}</h1>
        {goodbye.value && <p>{errorText(goodbye.value)}</p>}
        <Button class="wide" onPress={() => endSession(null, false)}>
          {t('connection.toStart')}
        </Button>
      </Paper>
    </main>
  );
}

export function Host() {
  useEffect(() => {
    document.addEventListener('keydown', onKey);
    const code = codeInLink(location.search);
    /* Who hosts on this device keeps the own seat, whatever link is opened here. */
    const own = findSeat('host', code);
    const given = seatInHostLink(location) ?? (asked === 'projector' ? findSeat('projector', code) : null);
    const known = own && !own.isRemote ? own : (given ?? own);
    hideHostLink();
    if (known) void openSeat(known);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const shown = match.value;
  const isHosting = shown !== null;
  const steers = seat.value?.role !== 'projector';
  const isSilent = useSound(view.value === 'projector' ? shown : null);
  useEffect(() => {
    if (!isHosting) return;
    for (const { wall, consoleCard, labLine } of allEntries)
      for (const part of [wall, consoleCard, labLine]) part?.fetch();
  }, [isHosting]);
  return (
    <>
      {shown && (
        <div key={session.value.number} class={`host view-${view.value}`}>
          <nav class="host-tabs">
            {steers && (
              <Tabs
                label={t('host.views')}
                current={view}
                tabs={[
                  { id: 'projector', label: t('host.tabProjector') },
                  { id: 'console', label: t('host.tabConsole') },
                ]}
              />
            )}
            {steers && isMatchOver(shown) && (
              <button type="button" class="link" onClick={() => endSession(null)}>
                {t('host.newMatch')}
              </button>
            )}
            <LanguageSwitch />
          </nav>
          {view.value === 'projector' ? (
            <Projector match={shown} note={isSilent ? t('sound.press') : null} />
          ) : (
            <Console match={shown} />
          )}
        </div>
      )}
      {!shown && seat.value && (
        <main class="join">
          <p class="loading">{t('connection.connecting')}</p>
        </main>
      )}
      {!shown && !seat.value && (asked === 'projector' && goodbye.value ? <Over /> : <StartScreen />)}
      <PageEdge />
    </>
  );
}
