/** The server's clock as this device knows it: its own, corrected by what a few round trips say. */

import { signal } from '@preact/signals';

const ROUND_TRIPS = 3;

/** The clock of a match. */
export interface MatchClock {
  /** What the server's clock says, in milliseconds. */
  nowMs(): number;
  /** The same at the pace of whoever reads: it turns the pages of long lists, however fast a match is shown. */
  readerMs(): number;
  /** Goes by what is answered. */
  follow(ask: () => Promise<number>): Promise<void>;
}

export class ServerClock implements MatchClock {
  /** Server clock minus this device's clock, in milliseconds. */
  readonly offsetMs = signal(0);

  /** The server's clock now, in milliseconds. */
  nowMs(): number {
    return Date.now() + this.offsetMs.value;
  }

  readerMs(): number {
    return this.nowMs();
  }

  /** Takes the fastest of some round trips: half of it is the best guess at the way back. Stops when one fails. */
  async follow(ask: () => Promise<number>): Promise<void> {
    let bestMs = Infinity;
    for (let trip = 0; trip < ROUND_TRIPS; trip++) {
      const sentMs = Date.now();
      let serverMs: number;
      try {
        serverMs = await ask();
      } catch {
        return;
      }
      const tripMs = Date.now() - sentMs;
      if (tripMs >= bestMs) continue;
      bestMs = tripMs;
      this.offsetMs.value = serverMs - (sentMs + tripMs / 2);
    }
  }
}
