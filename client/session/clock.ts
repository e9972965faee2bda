/** The server's clock as this device knows it: its own, corrected by what a few round trips say. */

import { signal } from '@preact/signals';

const ROUND_TRIPS = 3;

export class ServerClock {
  /** Server clock minus this device's clock, in milliseconds. */
  readonly offsetMs = signal(0);

  /** The server's clock now, in milliseconds. */
  nowMs(): number {
    return Date.now() + this.offsetMs.value;
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
