/** What players thought before and after: a count, and the answers that the host lets out, on a sheet of its own. */

import { SURVEY_QUESTIONS, SURVEY_TIMES, type SurveySheet } from '../../shared/game/survey.ts';
import { t } from '../i18n/t.ts';
import { RubricCount } from '../stages/RubricCount.tsx';

export function SurveySection({ sheets }: { sheets: readonly SurveySheet[] }) {
  const quoted = sheets.filter(({ isQuoted }) => isQuoted);
  return (
    <article class="report-sheet">
      <h2>{t('survey.report')}</h2>
      <p>{t('survey.reportLead')}</p>
      <RubricCount sheets={sheets} />
      {quoted.length > 0 &&
        SURVEY_QUESTIONS.map((question) => (
          <section key={question}>
            <h3>{t(`survey.question.${question}`)}</h3>
            <table class="report-table">
              <thead>
                <tr>
                  {SURVEY_TIMES.map((time) => (
                    <th scope="col" key={time} class="report-half">
                      {t(`survey.time.${time}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {quoted.map(({ id, answers }) => (
                  <tr key={id}>
                    {SURVEY_TIMES.map((time) => (
                      <td key={time}>{answers[time][question] || '–'}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
    </article>
  );
}
