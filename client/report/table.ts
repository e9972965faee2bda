/** The report as one table, a figure or a text a line: to sort, to filter and to draw from. */

import { guessesAmong } from '../i18n/guess.ts';
import { t } from '../i18n/t.ts';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import { hasAnswered, RUBRIC, SURVEY_TIMES, type SurveySheet } from '../../shared/game/survey.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import type { Rating } from '../../shared/evals/bradley-terry.ts';
import { ratingOf } from '../stages/debrief/rank.ts';
import { partsOf, SCORES } from '../stages/debrief/score-parts.ts';
import type { Cell } from './csv.ts';
import { quotesOf } from './quotes.ts';
import { MODEL_STATES } from '../stages/debrief/measures.ts';
import { COUNTS, labReports, type LabReport } from './report.ts';

/** Surprise is told as "1 in 2.60", in whole hundredths. */
export const PER_GUESS = 100;
const hundredths = (bitsPerByte: number): number => PER_GUESS * guessesAmong(bitsPerByte);
/** Operations come by the million. */
export const PER_MILLION = 1e6;

const HEAD = ['lab', 'part', 'what', 'when', 'tokens', 'value', 'low', 'high', 'unit', 'text'] as const;

type Line = Partial<Record<(typeof HEAD)[number], Cell>>;

const points = (what: string, value: number | null): Line => ({
  part: t('report.scores'),
  what,
  value,
  unit: t('report.unit.points'),
});

function ratingLine(rating: Rating | null): Line[] {
  if (!rating) return [];
  const { value, low, high, votes } = rating;
  const part = t('report.scores');
  return [
    { part, what: t('report.arena'), value, low, high, unit: t('report.unit.points') },
    { part, what: t('report.votes'), value: votes, unit: t('report.unit.count') },
  ];
}

function scoreLines({ rank, score, rating }: LabReport): Line[] {
  const ranked = {
    part: t('report.scores'),
    what: t('report.rank'),
    value: rank,
    unit: t('report.unit.count'),
  };
  if (!score) return [ranked];
  return [
    ranked,
    points(t('report.total'), score.total),
    ...SCORES.map((name) => points(t(`debrief.${name}`), score[name])),
    ...SCORES.flatMap((name) =>
      partsOf(name, score).map(({ part, value }) => points(t(`debrief.${part}`), value)),
    ),
    ...ratingLine(rating),
  ];
}

function countLines({ counts }: LabReport): Line[] {
  return COUNTS.map((count) => ({
    part: t('report.figures'),
    what: t(`report.count.${count}`),
    value: count === 'budget' ? counts.budget / PER_MILLION : counts[count],
    unit: t(
      count === 'budget'
        ? 'report.unit.millions'
        : count === 'spent'
          ? 'report.unit.percent'
          : 'report.unit.count',
    ),
  }));
}

function measureLines({ measures }: LabReport): Line[] {
  return measures.flatMap(({ measure, values }) =>
    MODEL_STATES.flatMap((state) => {
      const value = values[state];
      if (value === null) return [];
      const isShare = measure !== 'surprise';
      return [
        {
          part: t('report.figures'),
          what: t(`report.measure.${measure}`),
          when: t(`debrief.${state}`),
          value: isShare ? 100 * value : hundredths(value),
          unit: t(isShare ? 'report.unit.percent' : 'report.unit.hundredths'),
        },
      ];
    }),
  );
}

function textLines({ choices, sentences, samples, answers }: LabReport): Line[] {
  const said = samples.flatMap(({ state, said: all }) =>
    all.map(({ prompt, text }) => ({
      part: t('report.samples'),
      what: prompt,
      when: t(`debrief.${state}`),
      text,
    })),
  );
  const answered = answers.flatMap(({ question, base, tuned }) => [
    { part: t('report.answers'), what: question, when: t('debrief.pretrained'), text: base },
    { part: t('report.answers'), what: question, when: t('debrief.tuned'), text: tuned },
  ]);
  return [
    ...choices.map(({ name, words }) => ({ part: t('debrief.chose'), what: name, text: words })),
    ...sentences.map((text) => ({ part: t('debrief.strings'), text })),
    ...said,
    ...answered,
  ];
}

function curveLines({ curve }: LabReport): Line[] {
  return curve.map(({ tokens, bitsPerByte }) => ({
    part: t('report.race'),
    what: t('report.measure.surprise'),
    tokens,
    value: hundredths(bitsPerByte),
    unit: t('report.unit.hundredths'),
  }));
}

/** Counts by what the host has ticked, and quotes that the host lets out. */
function surveyLines(sheets: readonly SurveySheet[]): Line[] {
  const counts = RUBRIC.flatMap((row) =>
    SURVEY_TIMES.map((time): Line => {
      const count = sheets.filter(({ marks }) => marks[time].includes(row)).length;
      const all = sheets.filter((sheet) => hasAnswered(sheet, time)).length;
      return {
        part: t('survey.report'),
        what: t(`survey.rubric.${row}`),
        when: t(`survey.time.${time}`),
        value: count,
        unit: t('report.unit.count'),
        text: t('survey.share', { count, all }),
      };
    }),
  );
  const quotes = quotesOf(sheets).map(({ question, time, text }) => ({
    part: t('survey.report'),
    what: t(`survey.question.${question}`),
    when: t(`survey.time.${time}`),
    text,
  }));
  return sheets.length === 0 ? [] : [...counts, ...quotes];
}

/** All of it, the head first; the best lab first, and the House last. */
export function reportTable(match: MatchView, sheets: readonly SurveySheet[] = []): Cell[][] {
  const lines = labReports(match).flatMap((lab) =>
    [scoreLines, countLines, measureLines, textLines, curveLines]
      .flatMap((part): Line[] => part(lab))
      .map((line): Line => ({ lab: lab.team.name, ...line })),
  );
  const house = ratingLine(ratingOf(match, HOUSE_ID)).map((line): Line => ({
    lab: t('arena.house'),
    ...line,
  }));
  return [
    HEAD.map((column) => t(`report.column.${column}`)),
    ...[...lines, ...house, ...surveyLines(sheets)].map((line) => HEAD.map((column) => line[column] ?? null)),
  ];
}
