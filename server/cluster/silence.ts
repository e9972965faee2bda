/** Which processes have not been heard of for so long that they count as gone, by the clock of whoever watches: those of others may be set. */

/** A process tells that it lives once a second. */
export const SILENT_MS = 5_000;
/** After such a gap nobody was watched meanwhile: the database was away, or this very process stood still. */
const GAP_MS = 3_000;

interface Heard {
  /** What it told last. */
  aliveAtMs: number;
  /** Since when it has told nothing else. */
  sinceMs: number;
}

export class SilenceWatch {
  #heard = new Map<number, Heard>();
  #lastMs = Number.NEGATIVE_INFINITY;

  /** Takes in what the store tells of other processes at this time, and returns the numbers of the silent ones. */
  observe(owners: readonly { epoch: number; aliveAtMs: number }[], nowMs: number): number[] {
    const before = nowMs - this.#lastMs > GAP_MS ? new Map<number, Heard>() : this.#heard;
    this.#lastMs = nowMs;
    this.#heard = new Map(
      owners.map(({ epoch, aliveAtMs }) => {
        const heard = before.get(epoch);
        return [epoch, heard?.aliveAtMs === aliveAtMs ? heard : { aliveAtMs, sinceMs: nowMs }];
      }),
    );
    return Array.from(this.#heard)
      .filter(([, { sinceMs }]) => nowMs - sinceMs >= SILENT_MS)
      .map(([epoch]) => epoch);
  }
}
