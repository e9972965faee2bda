/** Where weights lie: versions of one model under one name, of which the first and the newer ones are kept. */

export interface Blobs {
  /** Stores a version and forgets those before `keepFrom`; version 0 stays, since models are compared with their beginning. */
  put(name: string, version: number, values: Float32Array, keepFrom: number): void;
  /** The stored values themselves, not a copy; null when the version is gone or was never there. */
  get(name: string, version: number): Float32Array | null;
  /** Forgets everything whose name begins like this. */
  drop(prefix: string): void;
}

/** Blobs that live as long as the process. */
export function createMemoryBlobs(): Blobs {
  const models = new Map<string, Map<number, Float32Array>>();
  return {
    put(name, version, values, keepFrom) {
      const versions = models.get(name) ?? new Map<number, Float32Array>();
      versions.set(version, values);
      for (const old of Array.from(versions.keys())) {
        if (old > 0 && old < keepFrom) versions.delete(old);
      }
      models.set(name, versions);
    },
    get: (name, version) => models.get(name)?.get(version) ?? null,
    drop(prefix) {
      for (const name of Array.from(models.keys())) if (name.startsWith(prefix)) models.delete(name);
    },
  };
}
