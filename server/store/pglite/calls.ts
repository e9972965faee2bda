/** What goes between the server and the database's thread. */

import type { Records } from '../ports.ts';

export interface ThreadStart {
  folder: string;
  /** The process' number where an earlier thread was given it. */
  epoch: number | null;
}

export interface Call {
  id: number;
  method: Exclude<keyof Records, 'epoch'>;
  parameters: unknown[];
}

/** The first one has the id 0 and the process' number. */
export type Answer = { id: number; value: unknown } | { id: number; problem: string };
