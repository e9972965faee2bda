/** The arena on the projector: pair after pair on stage, the spotlight over it, and the podium once all is told. */

import './arena.css';
import './wall.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { readerNowMs } from '../../session/current.ts';
import { joinOriginOf, watchAddress } from '../../session/link.ts';
import { Paper } from '../../ui/Paper.tsx';
import type { Wall, WallProps } from '../entry.ts';
import { ballot, stagedPair, watchBallot } from '../spotlight/ballot.ts';
import { SpotlightSheet } from '../spotlight/SpotlightSheet.tsx';
import { Labs } from '../wall/Labs.tsx';
import { useTurns } from '../wall/use-turns.ts';
import { PictureWall } from '../wall/PictureWall.tsx';
import { arenaPicture } from './picture.ts';
import { MOST_STEPS, Podium } from './Podium.tsx';

/** Time for a room to read two answers. */
const READING_MS = 12_000;

/** The next pair comes by the server's clock, in the server's order; votes have no say in it. */
function useStagedPair(): void {
  const turn = useSignal(0);
  useEffect(watchBallot, []);
  useEffect(() => {
    const timer = setInterval(() => (turn.value = Math.floor(readerNowMs() / READING_MS)), 500);
    return () => clearInterval(timer);
  }, []);
  const pairs = ballot.value ?? [];
  const pair = pairs.length === 0 ? null : pairs[turn.value % pairs.length];
  useEffect(() => {
    stagedPair.value = pair;
  }, [pair]);
}

function ArenaStage({ match, unitPx }: WallProps) {
  useStagedPair();
  return (
    <>
      {isPodiumLarge(match) ? (
        <ArenaPodium match={match} unitPx={unitPx} />
      ) : (
        <PictureWall match={match} picture={arenaPicture} />
      )}
    </>
  );
}

/** Rows of the podium that fit on the wall at once. */
const MOST_ROWS = 9;

/** Whether the podium stands in the place of the stage: it is too large for a card beside it, or an answer in the spotlight is there. */
const isPodiumLarge = ({ arena }: MatchView): boolean =>
  arena?.revealed === true && ((arena.ratings?.length ?? 0) > MOST_STEPS || arena.spotlight !== null);

function ArenaPodium({ match, unitPx }: WallProps) {
  const { arena } = match;
  const ratings = arena?.ratings ?? [];
  const rows = useTurns(
    ratings.toSorted((a, b) => b.value - a.value),
    MOST_ROWS,
  );
  if (!arena?.revealed || ratings.length === 0) return null;
  return (
    <Paper cut="sheet" seed={1} class={isPodiumLarge(match) ? 'race' : 'podium-card'}>
      <h2>{t('arena.podium')}</h2>
      <p class="muted">{t('arena.podiumShort')}</p>
      <Podium match={match} ratings={ratings} rows={rows} signPx={56 * unitPx} />
    </Paper>
  );
}

/** What voters are asked about the pair on stage, with what the world says where they need it. */
function AskedCard({ match: { arena } }: WallProps) {
  const pair = stagedPair.value;
  if (!pair || arena?.revealed) return null;
  return (
    <Paper cut="sheet" seed={1} class="podium-card">
      <h2>{t(`arena.question.${pair.criterion}`)}</h2>
      {pair.evidence ? <p lang="en">{pair.evidence}</p> : <p>{t(`arena.hint.${pair.criterion}`)}</p>}
    </Paper>
  );
}

export const arenaWall: Wall = {
  Main: ArenaStage,
  /* What the host shows stands beside the pair, not on it. */
  Side: (props) =>
    props.match.arena?.spotlight ? (
      <SpotlightSheet {...props} />
    ) : (
      !isPodiumLarge(props.match) && (
        <>
          <AskedCard {...props} />
          <ArenaPodium {...props} />
        </>
      )
    ),
  /* The podium needs the room that the labs below took, and names them all. */
  Foot: (props) => !props.match.arena?.revealed && <Labs {...props} decides={false} />,
  lead: (match) =>
    match.arena?.revealed
      ? t('projector.arenaOpen')
      : match.arena?.sampled
        ? t('projector.arenaVote', { address: watchAddress(joinOriginOf(match), match.code) })
        : t('projector.arenaAsking'),
  progress: ({ arena }) =>
    arena?.sampled
      ? t('projector.arenaVotes', { votes: arena.votes, done: arena.done, count: arena.voters })
      : null,
  hidesCode: ({ arena }) => arena?.revealed === true,
};
