/** The answer that the host shows, among the cards at the side: the wall's main part stays in sight. */

import './spotlight.css';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import type { WallProps } from '../entry.ts';
import { ContestantSign, contestantName } from './contestants.tsx';

export function SpotlightSheet({ match, unitPx }: WallProps) {
  const spotlight = match.arena?.spotlight;
  if (!spotlight) return null;
  const { question, text, contestantId } = spotlight;
  return (
    <Paper class="spotlight aside" seed={1}>
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
