/** What a match remembers of its course, beside its stage and the clock. */

export interface Ready {
  /** Null where there was no clock. */
  clockLeftMs: number | null;
  /** Players who were still talking, in order; each of them got some seconds for everybody. */
  moreIds: string[];
}

/** Timers are off: each stage lasts until the host moves on. */
export interface Untimed {
  /** What the stage's clock had left; null where it has none. */
  leftMs: number | null;
}

/** The host's screens, all of them together. */
export interface HostScreens {
  /** Since when none of them is there, in server milliseconds; null while one is. */
  goneSinceMs: number | null;
}
