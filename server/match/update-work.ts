/** The arithmetic on what devices bring, megabytes at a time: reading and judging an update, and averaging those of a round. */

import { decodeUpdate } from '../../shared/game/wire/read-update.ts';
import type { Update } from '../../shared/game/wire/update.ts';
import type { Result } from '../../shared/game/result.ts';
import { checkUpdate } from '../../shared/game/training/run.ts';
import { agreeing, outerStep, type Contribution } from '../../shared/lm/federated/outer-step.ts';

export interface UpdateToRead {
  /** It is handed over, and may be gone from the caller's memory afterwards. */
  body: Uint8Array;
  parameterCount: number;
  allottedRows: number;
  weightsNorm: number;
}

export interface UpdatesToAverage {
  weights: Float32Array;
  contributions: readonly Contribution[];
  velocity: Float32Array | null;
}

export interface Averaged {
  /** Places of the contributions that agree. */
  kept: number[];
  /** Null where none does. */
  next: ReturnType<typeof outerStep> | null;
}

/** Where it is done: in a thread of its own on a server, in the match's own thread in a page. */
export interface UpdateWork {
  read(update: UpdateToRead): Promise<Result<Update>>;
  average(updates: UpdatesToAverage): Promise<Averaged>;
}

export function readUpdate({ body, ...limits }: UpdateToRead): Result<Update> {
  const decoded = decodeUpdate(body);
  return decoded.ok ? checkUpdate(decoded.value, limits) : decoded;
}

export function average({ weights, contributions, velocity }: UpdatesToAverage): Averaged {
  const kept = agreeing(contributions);
  const agreed = contributions.filter((_, index) => kept.includes(index));
  return { kept, next: agreed.length > 0 ? outerStep(weights, agreed, velocity) : null };
}

/** Does it at once, where it is asked for. */
export const UPDATE_WORK_HERE: UpdateWork = {
  read: async (update) => readUpdate(update),
  average: async (updates) => average(updates),
};
