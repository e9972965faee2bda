/** Shows a long list on a wall part by part, so that every lab gets its turn, however many there are. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { readerNowMs } from '../../session/current.ts';

/** Time for a room to read one part. */
const TURN_MS = 8_000;

/** The part of the list whose turn it is, of at most `most` entries; by the server's clock, so that all screens agree. */
export function useTurns<T>(all: readonly T[], most: number): T[] {
  const turn = useSignal(0);
  useEffect(() => {
    const look = (): void => void (turn.value = Math.floor(readerNowMs() / TURN_MS));
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, []);
  const parts = Math.max(1, Math.ceil(all.length / most));
  const first = (turn.value % parts) * most;
  return all.slice(first, first + most);
}
