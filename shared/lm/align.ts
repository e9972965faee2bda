/** Trains a round of aligning by whichever method the lab has chosen. */

import { alignRound } from './dpo.ts';
import type { Executor } from './executor.ts';
import { policyRound } from './policy-gradient.ts';
import type { RoundProgress } from './pretrain.ts';
import type { Rows } from './rows.ts';

/** How a lab aligns. */
export interface AlignSettings {
  method: 'pairs' | 'reward';
  /** For pairs: weight of plain cross-entropy on the preferred answer and on lesson cards. */
  sftWeight: number;
  /** By reward: what a nat of distance from the model before costs. */
  klWeight: number;
  /** By reward: points by token and by two tokens in a row. */
  reward: Readonly<Record<string, number>>;
}

interface Round {
  executor: Executor;
  rows: Rows;
  /** Ends an answer. */
  endToken: number;
  now: () => number;
  pause?: () => Promise<void>;
}

/** Rows are groups of pairs and lessons, or of questions; reports come as in any other round. */
export function trainAlign(
  round: Round,
  { method, sftWeight, klWeight, reward }: AlignSettings,
): AsyncGenerator<RoundProgress, void, void> {
  if (method === 'pairs') return alignRound({ ...round, sftWeight });
  return policyRound({ ...round, klWeight, reward: new Map(Object.entries(reward)) });
}
