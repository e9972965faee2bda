/** The time that a stage has left, looked at again every half second. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { serverNowMs } from '../session/current.ts';
import { secondsLeft } from './clock-text.ts';

/** Null without a clock. */
export function useSecondsLeft({
  stageEndsAtMs,
  pausedAtMs,
}: Pick<MatchView, 'stageEndsAtMs' | 'pausedAtMs'>): number | null {
  const now = useSignal(serverNowMs());
  useEffect(() => {
    const timer = setInterval(() => (now.value = serverNowMs()), 500);
    return () => clearInterval(timer);
  }, []);
  return secondsLeft(stageEndsAtMs, pausedAtMs, now.value);
}
