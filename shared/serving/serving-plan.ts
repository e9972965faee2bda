/** How a lab serves its product: on which machines, in what batches and lines, with a cache, and at what price. */

import type { Balancing } from './simulate.ts';

/** Machines; `auto` starts more when the queue is long. */
export const REPLICAS = ['one', 'two', 'four', 'auto'] as const;
export type Replicas = (typeof REPLICAS)[number];

/** Where the model runs: on the lab's machines, or on the citizens' own phones. */
export const PLACES = ['cloud', 'phones'] as const;

/** Whose machines they are: rented by the hour, or bought. */
export const OWNERSHIPS = ['rented', 'bought'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** Requests that a machine answers side by side at most. */
export const BATCHES = [1, 4, 8, 16] as const;

/** What a citizen pays for an answer, in cents. */
export const PRICES = [0, 1, 3] as const;

export interface ServingPlan {
  /** On phones there are no machines, no batches, no lines and no common cache. */
  place: (typeof PLACES)[number];
  ownership: Ownership;
  /** Whether answers are kept for whoever asks the same. */
  cache: boolean;
  replicas: Replicas;
  batch: (typeof BATCHES)[number];
  /** It counts only where there is more than one machine. */
  balancing: Balancing;
  priceCents: (typeof PRICES)[number];
}

export const DEFAULT_SERVING_PLAN: ServingPlan = {
  place: 'cloud',
  ownership: 'rented',
  cache: false,
  replicas: 'one',
  batch: 8,
  balancing: 'shared',
  priceCents: 1,
};
