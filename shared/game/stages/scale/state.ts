/** What the scale stage remembers: the probe runs of a team. */

import type { ModelPlan } from '../../training/model.ts';

/** Compute of a probe as a share of the big run's: its pretraining lasts minutes, so these last seconds. */
export const PROBE_SHARES = [1 / 128, 1 / 64, 1 / 32, 1 / 16] as const;
export type ProbeShare = (typeof PROBE_SHARES)[number];

export interface ProbePlan extends ModelPlan {
  share: ProbeShare;
}

/**
 * `asked`: the server cuts its rows; `training`: the player's device trains; `trained`: its weights are here and wait for
 * the referee; `measured`: there is a number; `lost`: it never came back.
 */
export type ProbeStatus = 'asked' | 'training' | 'trained' | 'measured' | 'lost';

export interface Probe extends ProbePlan {
  id: string;
  /** Whose device trains it. */
  playerId: string;
  status: ProbeStatus;
  /** When it is given up; null unless a device trains it. */
  deadlineMs: number | null;
  /** Target tokens and their compute; planned ones until the rows are cut. */
  tokens: number;
  flops: number;
  /** The referee's measure on held-out text. */
  bitsPerByte: number | null;
}
