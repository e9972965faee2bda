/** The projector: what a whole room reads from ten meters. Each stage says what is on it; the frame is always the same. */

import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import type { StageEntry, Wall } from '../stages/entry.ts';
import { useBegunAgain } from '../stages/begun-again.ts';
import { entryOf } from '../stages/registry.ts';
import { Labs } from '../stages/wall/Labs.tsx';
import { ClassAnswer } from '../stages/spotlight/ClassAnswer.tsx';
import { PictureWall } from '../stages/wall/PictureWall.tsx';
import { decidedWords } from '../stages/wall/race.ts';
import { hostIn, joinOriginOf } from '../session/link.ts';
import { StageClock } from '../ui/StageClock.tsx';
import { standstillWords } from '../ui/Standstill.tsx';
import { Paper } from '../ui/Paper.tsx';
import { JoinCard, spacedCode } from './JoinCard.tsx';

/** Sizes are designed for 1920 x 1080 and scale with the screen. */
function unitPx(): number {
  return Math.min(window.innerWidth / 1920, window.innerHeight / 1080);
}

/** With more labs, or what the host shows, what stands beside the main part needs the room of the way in. */
const MOST_BESIDE_CODE = 5;

interface StageCardProps {
  match: MatchView;
  entry: StageEntry;
  wall: Wall;
  /** The way in is here, in a line, where its card has no room. */
  showsCode: boolean;
  note: string | null;
}

/** The stage's name, what happens in it, the clock, and how far everybody is. */
function StageCard({ match, entry, wall, showsCode, note }: StageCardProps) {
  const { stage } = match;
  const isAgain = useBegunAgain(match);
  const news = standstillWords(match) ?? (isAgain ? t('again.short') : null);
  const usual = entry.hasDecision
    ? decidedWords(match)
    : t('projector.players', { count: match.players.length });
  return (
    <Paper class="stage-card">
      <h1>{t(`stage.${stage}`)}</h1>
      {news ? (
        <p class="brought-back">{news}</p>
      ) : (
        <p>{wall.lead?.(match) ?? t(`projector.stage.${stage}`)}</p>
      )}
      <div class="row spread">
        <StageClock match={match} sizePx={72 * unitPx()} />
        <span class="muted">{wall.progress?.(match) ?? usual}</span>
      </div>
      {showsCode && (
        <p class="muted">
          <b translate={false}>{spacedCode(match.code)}</b> · {hostIn(joinOriginOf(match))}
        </p>
      )}
      {note && <p class="muted">{note}</p>}
    </Paper>
  );
}

/** `note` is for whoever stands at the projector. */
export function Projector({ match, note = null }: { match: MatchView; note?: string | null }) {
  const { stage } = match;
  const entry = entryOf(stage);
  const { Main, Side, Foot } = entry.wall?.value ?? {};
  const wall = entry.wall ? entry.wall.value : {};
  const props = { match, unitPx: unitPx() };
  const isOpen = !wall?.hidesCode?.(match);
  /* Where the main part says more than a picture, it stays in sight. */
  const isAside = Main !== undefined && match.shownAnswer !== null;
  const isFull = isAside || Boolean(match.arena?.spotlight) || match.teams.length > MOST_BESIDE_CODE;
  const hasRoom = stage === 'lobby' || !isFull;
  return (
    <main class="projector" data-stage={stage}>
      <section class="projector-main">
        {Main ? <Main {...props} /> : wall && <PictureWall match={match} picture={entry.picture} />}
        {!Main && <ClassAnswer match={match} />}
      </section>
      <aside class="projector-side">
        <StageCard match={match} entry={entry} wall={wall ?? {}} showsCode={isOpen && !hasRoom} note={note} />
        {isAside && <ClassAnswer match={match} isAside />}
        {!isAside && Side && <Side {...props} />}
        {isOpen && hasRoom && (
          <div class={stage === 'lobby' ? 'join-hall' : 'join-room'}>
            <JoinCard match={match} big={stage === 'lobby'} />
          </div>
        )}
      </aside>
      <section class="projector-foot">
        {Foot ? <Foot {...props} /> : <Labs {...props} decides={entry.hasDecision} />}
      </section>
    </main>
  );
}
