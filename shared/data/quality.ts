/** The quality classifier: logistic regression on a team's labels, trained the same way every time, so that all agree on it. */

import type { OnProgress } from './minhash.ts';
import { FEATURE_COUNT, FeatureReader, readFeatures, type FeatureRows } from './features.ts';

/** A document with what the team said of it. */
export interface LabelledText {
  text: string;
  keep: boolean;
}

/** Training is full-batch gradient descent with momentum from zero weights: no chance in it. */
export const QUALITY_TRAINING = {
  /** After so many steps labels of the size of a stage are fitted as well as they should be. */
  steps: 80,
  learningRate: 1,
  momentum: 0.9,
  /** Pulls weights towards zero. With this much the classifier is as sure (0.94 from 12 labels, 0.97 from 120) as it is right (0.95, 0.98). */
  weightDecay: 3e-4,
} as const;

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Adds up weights times features of one row. */
function logitOf({ starts, places, values }: FeatureRows, row: number, weights: ArrayLike<number>): number {
  let logit = 0;
  for (let k = starts[row]; k < starts[row + 1]; k++) logit += weights[places[k]] * values[k];
  return logit;
}

/**
 * Weights [FEATURE_COUNT] of a logistic regression that tells documents to keep (1) from those to toss (0): minimises mean
 * cross entropy plus half the weight decay times the squared weights, by momentum as TF.js and PyTorch define it.
 */
function trainOnFeatures(rows: FeatureRows, keep: readonly boolean[]): Float64Array {
  const { steps, learningRate, momentum, weightDecay } = QUALITY_TRAINING;
  const weights = new Float64Array(FEATURE_COUNT);
  const velocity = new Float64Array(FEATURE_COUNT);
  const gradient = new Float64Array(FEATURE_COUNT);
  for (let step = 0; step < steps; step++) {
    for (let i = 0; i < FEATURE_COUNT; i++) gradient[i] = weightDecay * weights[i];
    for (let row = 0; row < rows.count; row++) {
      const error = (sigmoid(logitOf(rows, row, weights)) - (keep[row] ? 1 : 0)) / rows.count;
      for (let k = rows.starts[row]; k < rows.starts[row + 1]; k++) {
        gradient[rows.places[k]] += error * rows.values[k];
      }
    }
    for (let i = 0; i < FEATURE_COUNT; i++) {
      velocity[i] = momentum * velocity[i] + gradient[i];
      weights[i] -= learningRate * velocity[i];
    }
  }
  return weights;
}

export function trainQuality(labels: readonly LabelledText[]): Float64Array {
  return trainOnFeatures(
    readFeatures(labels.map(({ text }) => text)),
    labels.map(({ keep }) => keep),
  );
}

/** Documents between two reports of progress. */
const REPORT_EVERY = 512;

/** [texts.length]: how likely each document is one to keep, 0 to 1. */
export function keepProbabilities(
  texts: readonly string[],
  weights: ArrayLike<number>,
  onProgress: OnProgress = () => undefined,
): Float64Array {
  const reader = new FeatureReader(texts);
  return Float64Array.from(texts, (text, place) => {
    if (place % REPORT_EVERY === 0) onProgress(place / texts.length);
    reader.read(text);
    let logit = 0;
    for (let i = 0; i < reader.size; i++) logit += weights[reader.places[i]] * reader.values[i];
    return sigmoid(logit);
  });
}

/** Parts of a cross-validation: with five, four fifths of the labels teach each time. */
export const FOLDS = 5;

/**
 * [labels.length]: what a classifier says of each label that was trained without it (and without others of its fold), so that
 * precision and recall are honest. Folds go in turn by label.
 */
export function crossValidate(labels: readonly LabelledText[]): Float64Array {
  const rows = readFeatures(labels.map(({ text }) => text));
  const probabilities = new Float64Array(labels.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const places = labels.map((_, place) => place);
    const taught = places.filter((place) => place % FOLDS !== fold);
    const asked = places.filter((place) => place % FOLDS === fold);
    const weights = trainOnFeatures(
      pickFeatures(rows, taught),
      taught.map((place) => labels[place].keep),
    );
    for (const place of asked) probabilities[place] = sigmoid(logitOf(rows, place, weights));
  }
  return probabilities;
}

/** The rows at these places. */
function pickFeatures(rows: FeatureRows, picked: readonly number[]): FeatureRows {
  const starts = new Uint32Array(picked.length + 1);
  picked.forEach((row, i) => (starts[i + 1] = starts[i] + rows.starts[row + 1] - rows.starts[row]));
  const places = new Uint16Array(starts[picked.length]);
  const values = new Float32Array(starts[picked.length]);
  picked.forEach((row, i) => {
    places.set(rows.places.subarray(rows.starts[row], rows.starts[row + 1]), starts[i]);
    values.set(rows.values.subarray(rows.starts[row], rows.starts[row + 1]), starts[i]);
  });
  return { count: picked.length, starts, places, values };
}

export interface QualityPoint {
  /** Documents below it are tossed. */
  threshold: number;
  /** Share of the kept documents that the team would keep; null where none is kept. */
  precision: number | null;
  /** Share of the documents that the team would keep which are kept; null where there are none. */
  recall: number | null;
}

/** Precision and recall of keeping at a threshold, measured on labels. */
export function qualityAt(
  probabilities: ArrayLike<number>,
  keep: readonly boolean[],
  threshold: number,
): QualityPoint {
  let kept = 0;
  let good = 0;
  let goodKept = 0;
  keep.forEach((isGood, place) => {
    const isKept = probabilities[place] >= threshold;
    if (isGood) good++;
    if (isKept) kept++;
    if (isGood && isKept) goodKept++;
  });
  return {
    threshold,
    precision: kept > 0 ? goodKept / kept : null,
    recall: good > 0 ? goodKept / good : null,
  };
}

/** Precision and recall at evenly spaced thresholds from 0 to 1. */
export function qualityCurve(
  probabilities: ArrayLike<number>,
  keep: readonly boolean[],
  steps = 20,
): QualityPoint[] {
  return Array.from({ length: steps + 1 }, (_, step) => qualityAt(probabilities, keep, step / steps));
}

/** Places of documents, the least certain first (uncertainty sampling: D. Lewis, W. Gale, 1994). */
export function uncertainOrder(probabilities: ArrayLike<number>): number[] {
  const doubt = (place: number): number => Math.abs(probabilities[place] - 0.5);
  return Array.from({ length: probabilities.length }, (_, place) => place).sort(
    (a, b) => doubt(a) - doubt(b) || a - b,
  );
}
