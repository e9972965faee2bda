/** The quiz: one question, which the lab answers together. */

import { QUIZ_ANSWERS } from '../../../shared/game/stages/quiz/state.ts';
import { t } from '../../i18n/t.ts';
import { send } from '../../session/current.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Button } from '../../ui/Button.tsx';
import { Choice } from '../../ui/Choice.tsx';
import { DecideBar } from '../DecideBar.tsx';
import { decisionOf } from '../decision.ts';
import { ProposalBar } from '../ProposalBar.tsx';
import { StageFrame } from '../StageFrame.tsx';
import docs from './docs.md?raw';
import { quizDraft, quizOf } from './draft.ts';

export function QuizPanel({ standpoint }: { standpoint: Standpoint }) {
  const decision = decisionOf(standpoint, 'quiz');
  const { sure = 0, outcome = null } = quizOf(standpoint.match) ?? {};
  const answer = outcome?.answers[standpoint.team.id];
  return (
    <StageFrame
      title={t('quiz.title')}
      docs={docs}
      bar={
        <DecideBar
          decision={decision}
          proposed={{ stage: 'quiz', plan: quizDraft.value }}
          note={t(`quiz.${quizDraft.value}`)}
        />
      }
    >
      <ProposalBar
        standpoint={standpoint}
        decision={decision}
        stage="quiz"
        words={(plan) => t(`quiz.${plan}`)}
        onLoad={(plan) => (quizDraft.value = plan)}
      />
      <Choice
        legend={t('quiz.question')}
        name="quiz"
        options={QUIZ_ANSWERS.map((value) => ({ value, label: t(`quiz.${value}`) }))}
        value={quizDraft.value}
        onChoose={(value) => (quizDraft.value = value)}
      />
      <Button onPress={() => void send({ type: 'quiz/sure', sure: true })}>{t('quiz.sure')}</Button>
      <p class="small">{t('quiz.sureCount', { count: sure })}</p>
      {outcome && answer && (
        <p role="status">
          {t('quiz.line', { team: standpoint.team.name, answer: t(`quiz.${answer}`) })}{' '}
          <b>{t('quiz.right', { answer: t(`quiz.${outcome.right}`) })}</b>
        </p>
      )}
    </StageFrame>
  );
}
