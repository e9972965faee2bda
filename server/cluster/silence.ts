/** Which processes have not been heard of for so long that they count as gone, by the clock of whoever watches: those of others may be set. */

/** A process tells that it lives once a second. One that holds its lock is given more time than one that does not. */
export const SILENT_MS = 5_000;
/** A process that told of itself so recently has only lost its lock for a moment, with its connection to the database. */
export const FRESH_MS = 1_500;
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

  /** Takes in what the store tells of other processes at this time, and returns the numbers of the silent and of the fresh ones. */
  observe(
    owners: readonly { epoch: number; aliveAtMs: number }[],
    nowMs: number,
  ): { silent: number[]; fresh: number[] } {
    const before = nowMs - this.#lastMs > GAP_MS ? new Map<number, Heard>() : this.#heard;
    this.#lastMs = nowMs;
    this.#heard = new Map(
      owners.map(({ epoch, aliveAtMs }) => {
        const heard = before.get(epoch);
        return [epoch, heard?.aliveAtMs === aliveAtMs ? heard : { aliveAtMs, sinceMs: nowMs }];
      }),
    );
    const where = (isMeant: (silentMs: number) => boolean): number[] =>
      Array.from(this.#heard)
        .filter(([, { sinceMs }]) => isMeant(nowMs - sinceMs))
        .map(([epoch]) => epoch);
    return {
      silent: where((silentMs) => silentMs >= SILENT_MS),
      fresh: where((silentMs) => silentMs < FRESH_MS),
    };
  }
}
