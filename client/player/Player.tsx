/** The player's page: the way in, then the lab with its scene on top or left and the stage's panel. */

import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { codeInLink } from '../session/link.ts';
import { findSeat, type Seat } from '../session/seat.ts';
import {
  endSession,
  goodbye,
  openElsewhere,
  openSeat,
  returnToSeat,
  seat,
  session,
  standpoint as standpointNow,
} from '../session/current.ts';
import type { Standpoint } from '../session/standpoint.ts';
import { waitForSeat } from '../session/way-back.ts';
import { errorText } from '../session/errors.ts';
import { Button } from '../ui/Button.tsx';
import { showsClock, StageClock } from '../ui/StageClock.tsx';
import { Standstill } from '../ui/Standstill.tsx';
import { PageEdge } from '../ui/PageEdge.tsx';
import { Paper, PaperBack } from '../ui/Paper.tsx';
import { shapeOf } from '../ui/team.ts';
import { TeamShape } from '../ui/TeamShape.tsx';
import { YearTag } from '../ui/YearTag.tsx';
import { LifeStrip, Why } from './LifeStrip.tsx';
import { JoinForm } from './JoinForm.tsx';
import type { StageEntry } from '../stages/entry.ts';
import { allEntries, entryOf } from '../stages/registry.ts';
import { useBegunAgain } from '../stages/begun-again.ts';
import { Ready } from '../stages/Ready.tsx';
import { Scene } from '../stages/Scene.tsx';

const wide = signal(window.matchMedia('(width >= 900px)').matches);

function Panel({ entry: { view }, standpoint }: { entry: StageEntry; standpoint: Standpoint }) {
  const View = view.value;
  if (View) return <View standpoint={standpoint} />;
  if (!view.hasFailed) return <p class="loading">{t('app.loading')}</p>;
  return (
    <>
      <p class="obstacle">{t('app.partMissing')}</p>
      <Button tone="main" class="wide" onPress={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </>
  );
}

function Lab({ standpoint, corner }: { standpoint: Standpoint; corner: preact.JSX.Element | undefined }) {
  const { match, team, me } = standpoint;
  const entry = entryOf(match.stage);
  const isLarge = useSignal(false);
  const isAgain = useBegunAgain(match);
  /* All of them now: when a stage begins, the network may be away. */
  useEffect(() => allEntries.forEach(({ view }) => view.fetch()), []);
  return (
    <main class={`lab ${isLarge.value ? 'large' : ''}`} data-stage={match.stage}>
      <a class="skip button" href="#work">
        {t('app.skipToWork')}
      </a>
      <header class="topbar">
        <Paper cut="slip" class="team-tag">
          <TeamShape shape={shapeOf(team.look)} sizePx={28} />
          <b class="title-face">{team.name}</b>
          <span class="small">
            {t(`stage.${match.stage}`)} <YearTag match={match} />
          </span>
        </Paper>
        {showsClock(match) && (
          <Paper cut="slip" seed={1} class="clock-tag">
            <StageClock match={match} />
          </Paper>
        )}
      </header>
      <LifeStrip match={match} />
      <Why stage={match.stage} />
      <div class="scene-box">
        <Scene
          match={match}
          picture={entry.picture}
          viewer={{ team, playerId: me.id }}
          layout={wide.value ? 'stage' : 'strip'}
        />
        <button
          type="button"
          class="scene-size"
          aria-label={t('scene.large')}
          aria-pressed={isLarge.value}
          onClick={() => (isLarge.value = !isLarge.value)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path
              d={isLarge.value ? 'M5 12 10 7 15 12' : 'M5 8 10 13 15 8'}
              fill="none"
              stroke="var(--ink)"
              stroke-width="3"
              stroke-linecap="round"
            />
          </svg>
        </button>
        {corner}
      </div>
      <div class="panel" key={`${match.stage} ${match.repeats}`}>
        <PaperBack />
        <Standstill match={match} />
        {isAgain && (
          <p class="brought-back" role="status">
            {t('again.player')} {entry.repeatLoses?.() ?? ''}
          </p>
        )}
        <Ready match={match} />
        {match.settings?.preset === 'rehearsal' && (
          <Paper cut="slip" fill="var(--cream)" class="guide on-stock">
            <p>{t(`guide.${match.stage}`)}</p>
          </Paper>
        )}
        <Panel entry={entry} standpoint={standpoint} />
      </div>
      <p class="unseen" role="status">
        {t('stage.announce', { stage: t(`stage.${match.stage}`) })}
      </p>
    </main>
  );
}

function Ended() {
  const error = goodbye.value;
  const last = findSeat('player', codeInLink(location.search));
  const isRemoved = error?.code === 'lobby/removed';
  useEffect(
    () => (isRemoved && last ? waitForSeat(last, () => void openSeat(last)) : undefined),
    [isRemoved, last?.token],
  );
  if (!error) return null;
  return (
    <main class="join">
      <Paper class="join-card">
        <h1>{t('connection.ended')}</h1>
        <p>{errorText(error)}</p>
        {last && (
          <Button tone="main" class="wide" onPress={() => void openSeat(last)}>
            {t(isRemoved ? 'connection.tryAgain' : 'connection.takeBack')}
          </Button>
        )}
        <Button class="wide" onPress={() => endSession(null, false)}>
          {t('connection.toStart')}
        </Button>
      </Paper>
    </main>
  );
}

/** Asks before the seat is taken from another tab. */
function OpenElsewhere({ known }: { known: Seat }) {
  return (
    <main class="join">
      <Paper class="join-card">
        <h1>{t('connection.openElsewhere')}</h1>
        <p>{t('connection.useHere', { code: known.code })}</p>
        <Button tone="main" class="wide" testId="main-action" onPress={() => void openSeat(known)}>
          {t('connection.takeBack')}
        </Button>
        <Button class="wide" onPress={() => (openElsewhere.value = null)}>
          {t('connection.toStart')}
        </Button>
      </Paper>
    </main>
  );
}

/** `entry` is what is shown to whoever has no seat; `corner` lies over the scene. */
export function Player({
  entry = <JoinForm />,
  corner,
}: {
  entry?: preact.JSX.Element;
  corner?: preact.JSX.Element;
}) {
  /** Whether it is not known yet if this device has a seat to go back to. */
  const isLooking = useSignal(true);
  useEffect(() => {
    const query = window.matchMedia('(width >= 900px)');
    const update = (): void => void (wide.value = query.matches);
    query.addEventListener('change', update);
    const known = findSeat('player', codeInLink(location.search));
    if (known) void returnToSeat(known).finally(() => (isLooking.value = false));
    else isLooking.value = false;
    return () => query.removeEventListener('change', update);
  }, []);
  const here = standpointNow.value;
  const elsewhere = openElsewhere.value;
  return (
    <>
      {/* Another seat is another lab: what a view remembers by itself goes, too. */}
      {here && <Lab key={session.value.number} standpoint={here} corner={corner} />}
      {!here && (seat.value || isLooking.value) && (
        <main class="join">
          <p class="loading">{t('connection.connecting')}</p>
        </main>
      )}
      {!here &&
        !seat.value &&
        !isLooking.value &&
        (elsewhere ? <OpenElsewhere known={elsewhere} /> : goodbye.value ? <Ended /> : entry)}
      <PageEdge />
    </>
  );
}
