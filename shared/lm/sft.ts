/** Fine-tuning: the same rounds as pretraining, on answers to demonstrations mixed with a share of old text. */

import type { ModelConfig } from './config.ts';
import { createSchedule, type LearningRateSchedule } from './schedule.ts';

/**
 * A little below the rate of pretraining: at half of it models forget less of their old text, but fewer answers are in form; more
 * than these steps help no further (LOG.md).
 */
export const FINE_TUNING = {
  peakLearningRate: 2.5e-3,
  weightDecay: 0.01,
  clipNorm: 1,
  steps: 640,
  batchRows: 16,
  /** Share of rows that repeat pretraining text. */
  replayShare: 0.25,
} as const;

/** As RATE_SCALE of pretraining: what was learned with gates is to be kept, so they take less of a raise here. */
export const TUNING_RATE_SCALE: Readonly<Record<ModelConfig['architecture'], number>> = {
  transformer: 1,
  gru: 3,
};

/** Rows that a fine-tuning run takes in all. */
export const FINE_TUNING_ROWS = FINE_TUNING.steps * FINE_TUNING.batchRows;

/** The learning rate over a fine-tuning run of so many target tokens: it comes down from the start, which keeps more of what was read. */
export function fineTuningSchedule(totalTokens: number): LearningRateSchedule {
  const batchTokens = totalTokens / FINE_TUNING.steps;
  return { ...createSchedule(FINE_TUNING.peakLearningRate, totalTokens, batchTokens), coolDownTokens: 0 };
}
