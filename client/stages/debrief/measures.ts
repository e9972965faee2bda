/** What was measured of a lab's model on its way, state by state. */

import type { ModelScores } from '../../../shared/game/match.ts';
import type { PreferenceScores } from '../../../shared/evals/preference.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { startBits } from '../curves.ts';

/** A model on its way, in order. */
export const MODEL_STATES = ['untrained', 'pretrained', 'tuned', 'aligned'] as const;
export type ModelState = (typeof MODEL_STATES)[number];

/** What is measured of each state: surprise in bits per byte, the rest as shares in 0..1. */
const MEASURES = ['surprise', 'exercises', 'facts', 'form', 'sentences', 'kind', 'truth', 'variety'] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure of each state; null where there is none. */
export interface MeasureRow {
  measure: Measure;
  values: Record<ModelState, number | null>;
}

export function measureRows({ debrief }: TeamView): MeasureRow[] {
  const results = debrief?.results;
  if (!results) return [];
  const { pretrained, tuned, aligned, preference } = results;
  const ofModel = (read: (scores: ModelScores) => number): MeasureRow['values'] => ({
    untrained: null,
    pretrained: read(pretrained),
    tuned: tuned && read(tuned),
    aligned: aligned && read(aligned),
  });
  const ofAnswers = (read: (scores: PreferenceScores) => number): MeasureRow['values'] => ({
    untrained: null,
    pretrained: null,
    tuned: preference.tuned && read(preference.tuned),
    aligned: preference.aligned && read(preference.aligned),
  });
  const surprise = ofModel(({ bitsPerByte }) => bitsPerByte);
  return [
    {
      measure: 'surprise',
      values: { ...surprise, untrained: debrief.prepared && startBits(debrief.prepared) },
    },
    { measure: 'exercises', values: ofModel(({ evals }) => evals.exercises) },
    { measure: 'facts', values: ofModel(({ evals }) => evals.facts) },
    { measure: 'form', values: ofModel(({ evals }) => evals.form) },
    { measure: 'sentences', values: ofModel(({ evals }) => evals.sentences) },
    { measure: 'kind', values: ofAnswers(({ kindShare }) => kindShare) },
    { measure: 'truth', values: ofAnswers(({ trueShare }) => trueShare) },
    { measure: 'variety', values: ofAnswers(({ variety }) => variety) },
  ];
}
