/** A bucket that fills with time: how many requests a seat may make before it is asked to slow down. */

export interface RateLimit {
  /** Takes one request from the bucket; false when it is empty. */
  take(): boolean;
}

/** Three seconds' worth may come at once, as after a dropped connection. */
const BURST_SECONDS = 3;

export function createRateLimit(perSecond: number, now: () => number = Date.now): RateLimit {
  const capacity = perSecond * BURST_SECONDS;
  let left = capacity;
  let filledAtMs = now();
  return {
    take() {
      const nowMs = now();
      left = Math.min(capacity, left + ((nowMs - filledAtMs) / 1000) * perSecond);
      filledAtMs = nowMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
