/** Two open questions before and after a match: what people think such models are. Optional, for the host alone, and without names. */

/** Why they say wrong things, and how they come to the next word. */
export const SURVEY_QUESTIONS = ['wrong', 'next'] as const;
export type SurveyQuestion = (typeof SURVEY_QUESTIONS)[number];
export const SURVEY_TIMES = ['before', 'after'] as const;
export type SurveyTime = (typeof SURVEY_TIMES)[number];
/** What a host may find in the answers: three things that explain a model, and one that mistakes it for somebody. */
export const RUBRIC = ['data', 'chance', 'votes', 'mind'] as const;
type RubricRow = (typeof RUBRIC)[number];
/** Letters of an answer: three sentences. */
export const MAX_SURVEY_ANSWER = 280;

export type SurveyAnswers = Record<SurveyQuestion, string>;

/** What one person has answered, as the host has it: nothing in it says whose it is. */
export interface SurveySheet {
  /** Its place among those that were begun. */
  id: number;
  /** Empty where nothing was answered. */
  answers: Record<SurveyTime, SurveyAnswers>;
  /** What the host has found in them. */
  marks: Record<SurveyTime, RubricRow[]>;
  /** Whether the host lets the report quote it. */
  isQuoted: boolean;
}

export interface Survey {
  sheets: (SurveySheet & { playerId: string })[];
  /** Grows with every change, so that whoever shows it knows when to look again. */
  changes: number;
}

/** What everybody may know: how many have answered. */
export interface SurveyView extends Record<SurveyTime, number> {
  changes: number;
}

export const emptySurvey = (): Survey => ({ sheets: [], changes: 0 });

const unanswered = (): SurveySheet['answers'] => ({
  before: { wrong: '', next: '' },
  after: { wrong: '', next: '' },
});

export function newSheet(id: number): SurveySheet {
  return { id, answers: unanswered(), marks: { before: [], after: [] }, isQuoted: false };
}

/** An answer as it is kept: in one line, without signs that nobody sees. */
export function tidyAnswer(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim();
}

export const hasAnswered = ({ answers }: SurveySheet, time: SurveyTime): boolean =>
  SURVEY_QUESTIONS.some((question) => answers[time][question] !== '');

export function viewSurvey({ sheets, changes }: Survey): SurveyView {
  const count = (time: SurveyTime): number => sheets.filter((sheet) => hasAnswered(sheet, time)).length;
  return { before: count('before'), after: count('after'), changes };
}

/** What one player has answered. */
export function answersOf({ sheets }: Survey, playerId: string): SurveySheet['answers'] {
  return sheets.find((sheet) => sheet.playerId === playerId)?.answers ?? unanswered();
}

/** All sheets with an answer, and nobody's name. */
export function anonymousSheets({ sheets }: Survey): SurveySheet[] {
  return sheets
    .filter((sheet) => SURVEY_TIMES.some((time) => hasAnswered(sheet, time)))
    .map(({ playerId: _playerId, ...sheet }) => sheet);
}
