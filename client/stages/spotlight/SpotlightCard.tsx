/** The console's list of arena answers: one tap puts one on the projector, another takes it off. */

import './spotlight.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { SIDES } from '../../../shared/game/stages/arena/state.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { ballot, watchBallot } from './ballot.ts';
import { send } from '../../session/current.ts';
import { Button } from '../../ui/Button.tsx';
import { Paper } from '../../ui/Paper.tsx';

/** Pairs on one page: what fits beside the list of players. */
const PAGE_PAIRS = 4;

export function SpotlightCard({ match }: { match: MatchView }) {
  useEffect(watchBallot, []);
  const page = useSignal(0);
  const pairs = ballot.value ?? [];
  if (!match.arena?.sampled || pairs.length === 0) return null;
  const pages = Math.ceil(pairs.length / PAGE_PAIRS);
  const first = (page.value % pages) * PAGE_PAIRS;
  return (
    <Paper seed={1} class="console-card">
      <h2>{t('console.spotlight')}</h2>
      <p class="small">{t('console.spotlightLead')}</p>
      {match.arena.spotlight && (
        <Button class="wide" onPress={() => void send({ type: 'host/spotlight', answer: null })}>
          {t('console.spotlightHide')}
        </Button>
      )}
      <ul class="spotlight-list">
        {pairs.slice(first, first + PAGE_PAIRS).map((pair) => (
          <li key={pair.id}>
            <b lang="en">{pair.question}</b>
            {SIDES.map((side) => (
              <p key={side} class="row spread">
                <span class="model-voice" lang="en">
                  {pair[side] || '…'}
                </span>
                <Button
                  label={t('console.spotlightShowAria', { answer: pair[side] })}
                  onPress={() => void send({ type: 'host/spotlight', answer: { pairId: pair.id, side } })}
                >
                  {t('console.spotlightShow')}
                </Button>
              </p>
            ))}
          </li>
        ))}
      </ul>
      {pages > 1 && <Button onPress={() => (page.value += 1)}>{t('console.spotlightMore')}</Button>}
    </Paper>
  );
}
