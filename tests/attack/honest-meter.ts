/** Asks a room for the time again and again, as an honest page does, and notes how long it had to wait. */

import { CLOCK_REQUEST } from '../../shared/game/wire/requests.ts';
import type { Guest } from '../rooms/fake-player.ts';

export interface Meter {
  readonly slowestMs: number;
  readonly answers: number;
  /** What went wrong, such as a closed socket. */
  readonly troubles: readonly string[];
  stop(): void;
}

/** Asks every so many milliseconds: often enough to fall into every pause of the server that people would notice. */
export function startMeter({ room }: Pick<Guest, 'room'>, everyMs: number): Meter {
  const meter = { slowestMs: 0, answers: 0, troubles: [] as string[], stop: () => clearInterval(timer) };
  const ask = async (): Promise<void> => {
    const startMs = performance.now();
    try {
      const { serverNowMs } = await room.request<undefined, { serverNowMs?: number }>(CLOCK_REQUEST);
      if (serverNowMs === undefined) meter.troubles.push('the clock was refused');
      else meter.answers++;
    } catch (error) {
      meter.troubles.push(error instanceof Error ? error.message : String(error));
    }
    meter.slowestMs = Math.max(meter.slowestMs, performance.now() - startMs);
  };
  const timer = setInterval(() => void ask(), everyMs);
  return meter;
}
