/** The models that a lab can serve with, its own and a small copy of it, and what was measured of them. */

import type { Replica } from './replica.ts';
import type { RequestSize } from './speed.ts';

/** Which model answers: the lab's own, the small copy that learned from it, or that one first and its own where it is unsure. */
export const MODELS = ['own', 'pupil', 'router'] as const;
export type ServedModel = (typeof MODELS)[number];

/** The small copy's answer stands where it finds it at least so likely; else the lab's own model is asked. */
export const SURE_ALONE = 0.6;

/** How wide the small copy is, of the width of the lab's own. */
export const PUPIL_WIDTH = 0.5;

/** It learns in so many parts, between which others have their turn. */
export const PUPIL_LESSONS = 4;

/** Tokens that a lab's models read and write. */
export type Work = Readonly<Record<'own' | 'pupil', RequestSize>>;

/** A narrower model that learns from the lab's own. */
export interface Pupil {
  /** Of PUPIL_LESSONS. */
  lessonsDone: number;
  /** Timed once it has learned; null before. */
  replica: Replica | null;
}

/** An answer that was thrown away for one with a document. */
export interface Draft {
  promptTokens: number;
  written: readonly string[];
  sure: number;
}

/** What the small copy said to a request. */
export interface PupilAnswer extends Draft {
  /** It stands; else it was not sure enough, and the lab's own model was asked. */
  isTaken: boolean;
}
