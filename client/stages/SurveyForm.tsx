/** Two open questions for a player, before the match and after it: optional, and without a name. */

import './survey.css';
import { useEffect } from 'preact/hooks';
import { useSignal } from '@preact/signals';
import {
  MAX_SURVEY_ANSWER,
  SURVEY_QUESTIONS,
  type SurveyAnswers,
  type SurveyTime,
} from '../../shared/game/survey.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { t } from '../i18n/t.ts';
import { session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';
import { useBusy } from './decision.ts';
import { surveyReply, watchSurvey } from './survey.ts';

/** What is being typed; what is not, is as it was sent. */
const typed = seatSignal<Partial<Record<SurveyTime, Partial<SurveyAnswers>>>>({});

export function SurveyForm({ match, time }: { match: MatchView; time: SurveyTime }) {
  const [busy, start] = useBusy();
  const isSent = useSignal(false);
  useEffect(watchSurvey, []);
  const sent = surveyReply.value?.own?.[time];
  if (!match.survey || !sent) return null;
  const draft = { ...sent, ...typed.value[time] };
  const type = (changed: Partial<SurveyAnswers>): void => {
    isSent.value = false;
    typed.value = { ...typed.peek(), [time]: { ...typed.peek()[time], ...changed } };
  };
  const send = async (): Promise<void> => {
    const owner = session.peek();
    for (const question of SURVEY_QUESTIONS) {
      const text = draft[question];
      if (text === sent[question]) continue;
      if (!(await owner.send({ type: 'survey/answer', question, text })).ok) return;
    }
    const reply = surveyReply.of(owner);
    if (reply.peek()?.own) reply.value = { sheets: [], own: { ...reply.peek()!.own!, [time]: draft } };
    isSent.value = true;
  };
  const isChanged = SURVEY_QUESTIONS.some((question) => draft[question] !== sent[question]);
  return (
    <Paper seed={1} class="survey">
      <h2>{t(`survey.title.${time}`)}</h2>
      <p class="small">{t('survey.lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start(send);
        }}
      >
        {SURVEY_QUESTIONS.map((question) => (
          <label key={question} class="field">
            <span>{t(`survey.question.${question}`)}</span>
            <textarea
              rows={2}
              maxLength={MAX_SURVEY_ANSWER}
              value={draft[question]}
              onInput={(event) => type({ [question]: event.currentTarget.value })}
            />
          </label>
        ))}
        <Button submit testId="survey-send" disabled={busy.value || !isChanged} onPress={() => undefined}>
          {t('survey.send')}
        </Button>
        <p class="small" role="status">
          {isSent.value && t(`survey.sent.${time}`)}
        </p>
      </form>
    </Paper>
  );
}
