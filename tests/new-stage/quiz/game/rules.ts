/** The quiz: one question about the market, which each lab answers before it buys. */

import { z } from 'zod';
import { put, takeOut } from '../../look-up.ts';
import type { Team } from '../../match.ts';
import { ok } from '../../result.ts';
import { ownSlice, ownTeamSlice } from '../../slices.ts';
import { done, playerMove, systemMove, wrongStage, type PlanRules, type StageRules } from '../../stage.ts';
import { quizJob } from './jobs.ts';
import { QUIZ_ANSWERS, type Quiz, type QuizAnswer, type QuizTeam } from './state.ts';
import { viewQuiz } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    quiz: QuizAnswer;
  }
}

const ofTeam = (team: Team): QuizTeam => ownTeamSlice<QuizTeam>(team, 'quiz');

const plan: PlanRules<QuizAnswer> = {
  shape: z.enum(QUIZ_ANSWERS),
  isDecided: (_match, team) => ofTeam(team).answer !== null,
  check: () => ok(undefined),
  standard: () => 'no',
  commit(_match, team, answer) {
    ofTeam(team).answer = answer;
  },
};

export const quizRules = {
  name: 'quiz',
  clock: { workshop: 60, short: 30, long: 60, rehearsal: 15 },
  remember: (): Quiz => ({ right: null, sure: {} }),
  rememberTeam: (): QuizTeam => ({ answer: null }),
  plan,
  matchJob: quizJob,
  moves: {
    'quiz/sure': playerMove({ sure: z.boolean() }, ({ match, playerId }, { sure }) => {
      if (match.stage !== 'quiz') return wrongStage(match);
      put(ownSlice<Quiz>(match, 'quiz').sure, playerId, sure);
      return done();
    }),
    'quiz/answer': systemMove<{ right: QuizAnswer }>(({ match }, { right }) => {
      ownSlice<Quiz>(match, 'quiz').right = right;
      return done();
    }),
  },
  view: viewQuiz,
  isDone: (match, teams) =>
    teams.every((team) => plan.isDecided(match, team)) && ownSlice<Quiz>(match, 'quiz').right !== null,
  leaveMatch: (match, playerId) => takeOut(ownSlice<Quiz>(match, 'quiz').sure, playerId),
} satisfies StageRules;
