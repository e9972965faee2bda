/** What was measured of a real replica. */

import type { ReplicaSpeed } from './speed.ts';

/** How long a batch of requests takes on a real replica, beside what the simulation said before. */
export interface Burst {
  /** Requests that came in the time in which a replica can answer one batch, as a share of that batch. */
  load: number;
  forecastMs: number;
  measuredMs: number;
}

export interface Replica {
  speed: ReplicaSpeed;
  /** Memory that is set aside for each request while it is answered: what the model carries along of a full context. */
  requestBytes: number;
  /** How fast the machine trains the model of the benchmark that devices run in the lobby. */
  benchmarkTokensPerSecond: number;
  /** Tokens of an answer a second, one request at a time and in full batches. */
  alonePerSecond: number;
  batchedPerSecond: number;
  bursts: readonly Burst[];
}
