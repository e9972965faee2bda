/** The replay's page: the projector as it was, with what steers a film. It reads a recording and tells no server anything. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { Projector } from '../host/Projector.tsx';
import { match, openSeat, session } from '../session/current.ts';
import { errorText, type ClientError } from '../session/errors.ts';
import { codeInLink } from '../session/link.ts';
import { findSeat, type Seat } from '../session/seat.ts';
import { allEntries } from '../stages/registry.ts';
import { fetchRecording } from './fetch-recording.ts';
import { createPlayback, type Playback } from './playback.ts';
import { ReplayBar } from './ReplayBar.tsx';
import { replayTransport, type ReplayTransport } from './replay-transport.ts';

interface Film {
  playback: Playback;
  transport: ReplayTransport;
}

/** The film of a match, opened in this page; or why there is none, as a sentence. */
async function openFilm(seat: Seat | null): Promise<Film | string> {
  if (!seat) return t('replay.noSeat');
  const recording = await fetchRecording(seat);
  if (!recording.ok) return whyNot(recording.error);
  const playback = createPlayback(recording.value);
  const transport = replayTransport(playback);
  transport.show(0);
  await openSeat(seat, transport);
  return { playback, transport };
}

function whyNot(error: ClientError): string {
  return error.code === 'match/wrong_stage' ? t('replay.notOver') : errorText(error);
}

export function ReplayPage() {
  const film = useSignal<Film | string | null>(null);
  useEffect(() => {
    for (const { wall } of allEntries) wall?.fetch();
    void openFilm(findSeat('host', codeInLink(location.search))).then((opened) => (film.value = opened));
  }, []);
  const opened = film.value;
  const shown = match.value;
  if (typeof opened === 'string')
    return (
      <main class="notice">
        <p>{opened}</p>
        <a class="link" href="./host">
          {t('report.toHost')}
        </a>
      </main>
    );
  if (!opened || !shown) return <p class="notice">{t('connection.connecting')}</p>;
  return (
    <div class="replay">
      <div key={session.value.number} class="host view-projector">
        <Projector match={shown} />
      </div>
      <ReplayBar playback={opened.playback} show={opened.transport.show} />
    </div>
  );
}
