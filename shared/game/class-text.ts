/** A text that the host has brought for the whole class, as the match knows it: the pages themselves lie in the store. */

import type { Match } from './match.ts';
import { fail, ok, type Result } from './result.ts';
import type { DataPlan } from './stages/data/plan.ts';
import { done, systemMove, wrongStage, type MoveTable } from './stage.ts';
import type { Stage } from '../lifecycle.ts';
import { CORPUS_KINDS, type CorpusKind } from '../world/document.ts';

/** Longest name of a text, and of the license that its host says it has. */
export const MAX_LABEL_LETTERS = 60;

export interface ClassText {
  /** Of the stored pages. */
  id: string;
  name: string;
  /** Under which the host may use it here, in the host's words. */
  license: string;
  /** Code of ISO 639-3, `und` where that could not be told. */
  language: string;
  pages: number;
  /** UTF-8 bytes. */
  bytes: number;
  /** Places that the scrubbing tool takes for a secret. */
  secrets: number;
}

/** What the lobby remembers of it, and shows; null where there is none. */
export interface ClassTextSlice {
  classText: ClassText | null;
}

/** There is one lobby, however many generations. */
const lobbyOf = ({ slices }: Pick<Match, 'slices'>): ClassTextSlice => slices['1.lobby'] as ClassTextSlice;

/** What all may know of the stages. */
interface Seen {
  views: Partial<Record<Stage, unknown>>;
}

export function classTextOf(match: Pick<Match, 'slices'>): ClassText | null {
  return lobbyOf(match).classText;
}

/** The same as a page knows it. */
export function classTextSeen({ views }: Seen): ClassText | null {
  return (views.lobby as ClassTextSlice | undefined)?.classText ?? null;
}

/** The kinds of text that a match sells. */
export function kindsOnSale(match: Seen): CorpusKind[] {
  return CORPUS_KINDS.filter((kind) => kind !== 'class' || classTextSeen(match) !== null);
}

/** Whether the match has what is bought: the class's text is no dataset of the world, and is sold whole. */
export function checkOnSale(match: Match, { purchases }: Pick<DataPlan, 'purchases'>): Result<void> {
  if (purchases.class === undefined) return ok(undefined);
  if (classTextOf(match) === null) return fail('data/no_class_text');
  return purchases.class === 'whole' ? ok(undefined) : fail('data/class_text_whole');
}

export const CLASS_TEXT_MOVES = {
  /** The host has brought a text in place of the one before, or taken it away. */
  'class-text/put': systemMove<{ text: ClassText | null }>(({ match }, { text }) => {
    if (match.stage !== 'lobby') return wrongStage(match);
    lobbyOf(match).classText = text;
    return done();
  }),
} satisfies MoveTable;
