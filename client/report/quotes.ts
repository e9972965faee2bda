/** The answers that the host lets the report quote, nobody's name beside them. */

import {
  SURVEY_QUESTIONS,
  SURVEY_TIMES,
  type SurveyQuestion,
  type SurveySheet,
  type SurveyTime,
} from '../../shared/game/survey.ts';

export interface Quote {
  question: SurveyQuestion;
  time: SurveyTime;
  text: string;
}

export function quotesOf(sheets: readonly SurveySheet[]): Quote[] {
  return sheets
    .filter(({ isQuoted }) => isQuoted)
    .flatMap(({ answers }) =>
      SURVEY_QUESTIONS.flatMap((question) =>
        SURVEY_TIMES.map((time) => ({ question, time, text: answers[time][question] })),
      ),
    )
    .filter(({ text }) => text !== '');
}
