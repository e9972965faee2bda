/** Who may answer the open questions, and when; and what a host finds in the answers. */

import { z } from 'zod';
import type { Match } from './match.ts';
import { fail, type Result } from './result.ts';
import { isOver } from './schedule.ts';
import { done, hostMove, playerMove, wrongStage, type MoveTable } from './stage.ts';
import {
  MAX_SURVEY_ANSWER,
  newSheet,
  RUBRIC,
  SURVEY_QUESTIONS,
  SURVEY_TIMES,
  tidyAnswer,
  type SurveyQuestion,
  type SurveySheet,
  type SurveyTime,
} from './survey.ts';

/** Which answers may be given now; null while the match runs. */
function surveyTime(match: Match): SurveyTime | null {
  if (match.stage === 'lobby') return 'before';
  return isOver(match) ? 'after' : null;
}

function answer(match: Match, playerId: string, question: SurveyQuestion, text: string): Result<void> {
  const { survey } = match;
  const time = surveyTime(match);
  if (!survey || !time) return wrongStage(match);
  let sheet = survey.sheets.find((one) => one.playerId === playerId);
  if (!sheet) {
    sheet = { ...newSheet(survey.sheets.length), playerId };
    survey.sheets.push(sheet);
  }
  sheet.answers[time][question] = tidyAnswer(text);
  survey.changes += 1;
  return done();
}

/** Changes a sheet on behalf of the host. */
function change({ survey }: Match, id: number, act: (sheet: SurveySheet) => void): Result<void> {
  const sheet = survey?.sheets.find((one) => one.id === id);
  if (!survey || !sheet) return fail('protocol/bad_message');
  act(sheet);
  survey.changes += 1;
  return done();
}

const sheetId = z.number().int().min(0).max(10_000);

export const SURVEY_MOVES = {
  'survey/answer': playerMove(
    { question: z.enum(SURVEY_QUESTIONS), text: z.string().max(MAX_SURVEY_ANSWER) },
    ({ match, playerId }, { question, text }) => answer(match, playerId, question, text),
  ),
  'host/survey-mark': hostMove(
    { sheetId, time: z.enum(SURVEY_TIMES), row: z.enum(RUBRIC), isMarked: z.boolean() },
    ({ match }, { sheetId: id, time, row, isMarked }) =>
      change(match, id, ({ marks }) => {
        marks[time] = RUBRIC.filter((one) => (one === row ? isMarked : marks[time].includes(one)));
      }),
  ),
  'host/survey-quote': hostMove({ sheetId, isQuoted: z.boolean() }, ({ match }, { sheetId: id, isQuoted }) =>
    change(match, id, (sheet) => {
      sheet.isQuoted = isQuoted;
    }),
  ),
} satisfies MoveTable;
