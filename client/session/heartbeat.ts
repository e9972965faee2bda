/** Notices a line that is dead though nobody closed it: the phone slept, or the network went away without a word. */

import { onReturn } from './on-return.ts';

const TICK_MS = 500;
/** Ticks of silence until the server is asked for a sign of life, and until the line counts as dead. */
const ASK_AFTER = 8;
const DEAD_AFTER = 20;
/** Ticks that are left for an answer when the page is looked at again, or its network is back. */
const LEFT_ON_RETURN = 2;

export interface Heartbeat {
  /** Something came from the server, perhaps long ago: a page that slept finds it when it wakes. */
  heard(): void;
  /** The server answered what it was asked. */
  answered(): void;
  stop(): void;
}

/**
 * Asks when nothing was heard for a while, and calls `onDead` once when nothing comes at all. It counts ticks instead of reading
 * a clock, so that time in which the page itself stood still is not held against the line.
 */
export function startHeartbeat(ask: () => void, onDead: () => void): Heartbeat {
  const end = new AbortController();
  let silentTicks = 0;
  /** Set on return, since only an answer shows that the line lives now. */
  let owesAnswer = false;
  const stop = (): void => {
    clearInterval(timer);
    end.abort();
  };
  const timer = setInterval(() => {
    silentTicks += 1;
    if (silentTicks === ASK_AFTER) ask();
    if (silentTicks < DEAD_AFTER) return;
    stop();
    onDead();
  }, TICK_MS);
  onReturn(() => {
    silentTicks = Math.max(silentTicks, DEAD_AFTER - LEFT_ON_RETURN);
    owesAnswer = true;
    ask();
  }, end.signal);
  return {
    heard() {
      if (!owesAnswer) silentTicks = 0;
    },
    answered() {
      owesAnswer = false;
      silentTicks = 0;
    },
    stop,
  };
}
