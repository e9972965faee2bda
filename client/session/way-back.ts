/** Looks from time to time whether the host has given a seat back from which a player was removed. */

import { ROUTES } from '../../shared/game/wire/routes.ts';
import { colyseusAt } from './colyseus.ts';
import type { Seat } from './seat.ts';
import type { Transport } from './transport.ts';

const LOOK_MS = 5_000;

/** Calls back once the seat is there again; returns how to stop looking. */
export function waitForSeat(
  { code, token }: Seat,
  onBack: () => void,
  transport: Pick<Transport, 'getJson'> = colyseusAt(),
): () => void {
  const end = new AbortController();
  const look = async (): Promise<void> => {
    const reply = await transport.getJson(ROUTES.arena, { code, token, signal: end.signal });
    if (reply.ok && !end.signal.aborted) {
      end.abort();
      onBack();
    }
  };
  const timer = setInterval(() => void look(), LOOK_MS);
  end.signal.addEventListener('abort', () => clearInterval(timer));
  return () => end.abort();
}
