/** The answer that the host shows, as large as the room needs it. */

import './spotlight.css';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import type { WallProps } from '../entry.ts';
import { ContestantSign, contestantName } from './contestants.tsx';

/** `isAside` puts it among the cards at the side, where the wall's main part is to stay in sight. */
export function SpotlightSheet({ match, unitPx, isAside = false }: WallProps & { isAside?: boolean }) {
  const spotlight = match.arena?.spotlight;
  if (!spotlight) return null;
  const { question, text, contestantId } = spotlight;
  return (
    <Paper class={`spotlight ${isAside ? 'aside' : ''}`} seed={1}>
      <p class="muted">{t('arena.spotlight')}</p>
      <p>
        <b lang="en">{question}</b>
      </p>
      <p class="model-voice" lang="en">
        {text || '…'}
      </p>
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
