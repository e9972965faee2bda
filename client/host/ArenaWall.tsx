/** The arena on the projector: pair after pair on stage, the spotlight over it, and the podium once all is told. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import type { MatchView, TeamView } from '../../shared/game/sync/view.ts';
import { ballot, stagedPair, watchBallot } from '../stages/arena/ballot.ts';
import { serverNowMs } from '../session/current.ts';
import { Paper } from '../ui/Paper.tsx';
import { ContestantSign, contestantName } from '../stages/arena/contestants.tsx';
import { Podium } from '../stages/arena/Podium.tsx';
import { Scene } from '../stages/Scene.tsx';

/** Time for a room to read two answers. */
const READING_MS = 12_000;

/** The next pair comes by the server's clock, in the server's order; votes have no say in it. */
function useStagedPair(): void {
  const turn = useSignal(0);
  useEffect(watchBallot, []);
  useEffect(() => {
    const timer = setInterval(() => (turn.value = Math.floor(serverNowMs() / READING_MS)), 500);
    return () => clearInterval(timer);
  }, []);
  const pairs = ballot.value ?? [];
  const pair = pairs.length === 0 ? null : pairs[turn.value % pairs.length];
  useEffect(() => {
    stagedPair.value = pair;
  }, [pair]);
}

export function ArenaStage({ match, shown }: { match: MatchView; shown: TeamView }) {
  useStagedPair();
  return (
    <div class="projector-scene">
      <Scene match={match} viewer={{ team: shown, playerId: null }} layout="stage" />
    </div>
  );
}

/** The answer that the host shows, as large as the room needs it. */
export function SpotlightSheet({ match, unitPx }: { match: MatchView; unitPx: number }) {
  const spotlight = match.arena?.spotlight;
  if (!spotlight) return null;
  const { question, text, contestantId } = spotlight;
  return (
    <Paper class="spotlight" seed={1}>
      <p class="muted">{t('arena.spotlight')}</p>
      <p>
        <b>{question}</b>
      </p>
      <p class="model-voice">{text || '…'}</p>
      <p class="wall-team">
        {contestantId === null ? (
          t('projector.arenaWho')
        ) : (
          <>
            <ContestantSign match={match} id={contestantId} sizePx={48 * unitPx} />{' '}
            {contestantName(match, contestantId)}
          </>
        )}
      </p>
    </Paper>
  );
}

export function ArenaPodium({ match, unitPx }: { match: MatchView; unitPx: number }) {
  const { arena } = match;
  if (!arena?.revealed || !arena.ratings) return null;
  return (
    <Paper cut="sheet" seed={1} class="podium-card">
      <h2>{t('arena.podium')}</h2>
      <p class="muted">{t('arena.podiumShort')}</p>
      <Podium match={match} ratings={arena.ratings} signPx={56 * unitPx} />
    </Paper>
  );
}
