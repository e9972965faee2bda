/** How many named each thing before the match and after it, by what the host has ticked. */

import {
  hasAnswered,
  RUBRIC,
  SURVEY_TIMES,
  type SurveySheet,
  type SurveyTime,
} from '../../shared/game/survey.ts';
import { t } from '../i18n/t.ts';

export function RubricCount({ sheets }: { sheets: readonly SurveySheet[] }) {
  const answered = (time: SurveyTime): number => sheets.filter((sheet) => hasAnswered(sheet, time)).length;
  return (
    <table class="rubric-count">
      <thead>
        <tr>
          <th scope="col">{t('survey.found')}</th>
          {SURVEY_TIMES.map((time) => (
            <th scope="col" key={time}>
              {t(`survey.time.${time}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {RUBRIC.map((row) => (
          <tr key={row}>
            <th scope="row">{t(`survey.rubric.${row}`)}</th>
            {SURVEY_TIMES.map((time) => (
              <td key={time}>
                {t('survey.share', {
                  count: sheets.filter(({ marks }) => marks[time].includes(row)).length,
                  all: answered(time),
                })}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
