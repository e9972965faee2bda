/** Where weights lie: versions of one model under one name, of which the first and the newer ones are kept. */

export interface Blobs {
  /**
   * Stores a version. Of the others stay version 0, since models are compared with their beginning, those in `kept`, and
   * those newer than `kept[0]`, which nobody has judged yet.
   */
  put(name: string, version: number, values: Float32Array, kept: readonly number[]): void;
  /** The stored values themselves, not a copy; null when the version is gone or was never there. */
  get(name: string, version: number): Float32Array | null;
  /** Forgets everything whose name begins like this. */
  drop(prefix: string): void;
}

/** Blobs that live as long as the process. */
export function createMemoryBlobs(): Blobs {
  const models = new Map<string, Map<number, Float32Array>>();
  return {
    put(name, version, values, kept) {
      const versions = models.get(name) ?? new Map<number, Float32Array>();
      versions.set(version, values);
      for (const old of Array.from(versions.keys())) {
        if (old > 0 && old < (kept[0] ?? 0) && !kept.includes(old)) versions.delete(old);
      }
      models.set(name, versions);
    },
    get: (name, version) => models.get(name)?.get(version) ?? null,
    drop(prefix) {
      for (const name of Array.from(models.keys())) if (name.startsWith(prefix)) models.delete(name);
    },
  };
}
