/** What players think such models are, before and after: their answers side by side, and a count by what the host finds in them. */

import '../stages/survey.css';
import { useEffect } from 'preact/hooks';
import {
  RUBRIC,
  SURVEY_QUESTIONS,
  SURVEY_TIMES,
  type SurveySheet,
  type SurveyTime,
} from '../../shared/game/survey.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { t } from '../i18n/t.ts';
import { send } from '../session/current.ts';
import { isMatchOver } from '../session/over.ts';
import { RubricCount } from '../stages/RubricCount.tsx';
import { surveyReply, watchSurvey } from '../stages/survey.ts';
import { Paper } from '../ui/Paper.tsx';
import { Tick } from '../ui/Tick.tsx';

function Answers({ sheet, time }: { sheet: SurveySheet; time: SurveyTime }) {
  const { id, answers, marks } = sheet;
  const given = SURVEY_QUESTIONS.filter((question) => answers[time][question] !== '');
  return (
    <section>
      <h3>{t(`survey.time.${time}`)}</h3>
      {given.length === 0 && <p class="small">{t('survey.nothing')}</p>}
      {given.map((question) => (
        <p key={question}>
          <span class="small">{t(`survey.short.${question}`)}</span> {answers[time][question]}
        </p>
      ))}
      {given.length > 0 && (
        <div
          class="survey-marks"
          role="group"
          aria-label={t('survey.rubricOf', { time: t(`survey.time.${time}`) })}
        >
          {RUBRIC.map((row) => (
            <Tick
              key={row}
              label={t(`survey.rubric.${row}`)}
              isTicked={marks[time].includes(row)}
              onTick={(isMarked) => send({ type: 'host/survey-mark', sheetId: id, time, row, isMarked })}
            />
          ))}
        </div>
      )}
    </section>
  );
}

function Sheets({ sheets }: { sheets: readonly SurveySheet[] }) {
  return (
    <ul class="survey-sheets">
      {sheets.map((sheet) => (
        <li key={sheet.id}>
          <div class="survey-pair">
            {SURVEY_TIMES.map((time) => (
              <Answers key={time} sheet={sheet} time={time} />
            ))}
          </div>
          <Tick
            label={t('survey.quote')}
            isTicked={sheet.isQuoted}
            onTick={(isQuoted) => send({ type: 'host/survey-quote', sheetId: sheet.id, isQuoted })}
          />
        </li>
      ))}
    </ul>
  );
}

/** In the lobby how many have answered; at the end all of it. */
export function SurveyCard({ match }: { match: MatchView }) {
  useEffect(watchSurvey, []);
  const { survey } = match;
  const isOver = isMatchOver(match);
  if (!survey || (match.stage !== 'lobby' && !isOver)) return null;
  const sheets = surveyReply.value?.sheets ?? [];
  const count = isOver ? survey.after : survey.before;
  return (
    <Paper seed={2} class="console-card">
      <h2>{t('survey.card')}</h2>
      <p class="small">{t('survey.count', { count, players: match.players.length })}</p>
      {isOver && sheets.length > 0 && (
        <>
          <p>{t('survey.hostLead')}</p>
          <RubricCount sheets={sheets} />
          <Sheets sheets={sheets} />
        </>
      )}
    </Paper>
  );
}
