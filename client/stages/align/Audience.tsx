/** The align stage for people without a lab: they judge pairs of any lab, and every lab may train on what they say. */

import './align.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import type { MatchView } from '../../../shared/game/sync/view.ts';
import { watchPairs } from './pairs.ts';
import { currentQuestion, Rating, SkipPair } from './Rating.tsx';

export function Audience({ match }: { match: MatchView }) {
  useEffect(watchPairs, []);
  const isPaused = match.pausedAtMs !== null;
  return (
    <>
      <h2>{currentQuestion() ?? t('align.title')}</h2>
      <Rating isPaused={isPaused} mayReport={false} />
      <SkipPair isPaused={isPaused} />
    </>
  );
}
