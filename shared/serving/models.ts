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

/** It learns in so many parts; whose turn it is may change between them. */
export const PUPIL_LESSONS = 4;

/** Tokens that a lab's models read and write. */
export type Work = Readonly<Record<'own' | 'pupil', RequestSize>>;

/** Who teaches the next part. */
export interface Turn {
  /** A player, whose device does it, or the server's own name. */
  playerId: string;
  /** When a device is waited for no longer; null for the server. */
  deadlineMs: number | null;
  /** What it made of the copy is here, and is to be measured. */
  isBrought: boolean;
}

/** A narrower model that learns from the lab's own. */
export interface Pupil {
  /** Of PUPIL_LESSONS. */
  lessonsDone: number;
  /** Rows of all parts together, and tokens that they teach. */
  rowsTotal: number;
  tokensTotal: number;
  /** How surprised it is by some of them, in nats a token, as the referee measured it. */
  loss: number;
  /** Null where nobody teaches. */
  turn: Turn | null;
  /** Who taught each part that is done: players, or the server's own name. */
  taughtBy: readonly string[];
  /** Players whose device was late, gave up, or brought something that taught nothing: it is not asked again. */
  unableIds: readonly string[];
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
