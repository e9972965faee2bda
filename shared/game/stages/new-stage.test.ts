/** A new stage is one folder and one line in the registry: nothing else of the game names it, and all of the game knows it. */

import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { Stage } from '../../lifecycle.ts';
import { createMatchState } from '../sync/project.ts';
import { codeOf, HOST, must, player, TestMatch } from '../testing.ts';
import { hostMove, moveRequest, playerMove } from '../wire/messages.ts';
import type { Match, Team } from '../match.ts';
import type { StageRules } from '../stage.ts';

/** As it would stand in `stages/quiz/rules.ts`: one question, one decision, a hint that costs a move, a view. */
const quiz = await vi.hoisted(async () => {
  const { z: shape } = await import('zod');
  const { ownSlice, ownTeamSlice } = await import('../slices.ts');
  const name = 'quiz' as Stage;
  interface Quiz {
    hints: number;
  }
  interface QuizTeam {
    answer: 'yes' | 'no' | null;
  }
  const slice = (match: Match): Quiz => ownSlice<Quiz>(match, name);
  const ofTeam = (team: Team): QuizTeam => ownTeamSlice<QuizTeam>(team, name);
  const rules: StageRules = {
    name,
    clock: { workshop: 60, short: 30, long: 30, rehearsal: 15 },
    remember: (): Quiz => ({ hints: 0 }),
    rememberTeam: (): QuizTeam => ({ answer: null }),
    plan: {
      shape: shape.enum(['yes', 'no']),
      isDecided: (_match, team) => ofTeam(team).answer !== null,
      check: () => ({ ok: true, value: undefined }),
      standard: () => 'no',
      commit(_match, team, answer) {
        ofTeam(team).answer = answer as 'yes' | 'no';
      },
    },
    moves: {
      'quiz/hint': {
        by: 'player',
        fields: { loud: shape.boolean() },
        apply({ match }) {
          slice(match).hints += 1;
          return { ok: true, value: undefined };
        },
      },
    },
    isDone: (_match, teams) => teams.every((team) => ofTeam(team).answer !== null),
    view: (match) =>
      match.stage === name ? { question: 'Do duplicates hurt?', hints: slice(match).hints } : null,
  };
  const answers = (match: Match) => Object.values(match.teams).map((team) => ofTeam(team).answer);
  return { name, rules, slice, answers };
});

vi.mock('./registry.ts', async (original) => {
  const registry = await original<typeof import('./registry.ts')>();
  const { lobby, data, ...others } = registry.STAGE_RULES;
  const all: Record<string, StageRules> = { lobby, [quiz.name]: quiz.rules, data, ...others };
  return {
    STAGE_RULES: registry.STAGE_RULES,
    allRules: Object.values(all),
    rulesOf: (stage: Stage) => must(all[stage]),
  };
});

/** A match in its quiz, in labs of one. */
function inQuiz(): TestMatch {
  const test = new TestMatch(2, ['ada', 'bo']);
  test.act(HOST, { type: 'host/start' });
  return test;
}

const propose = (plan: string) =>
  ({ type: 'plan/propose', proposed: { stage: quiz.name, plan } }) as unknown as Parameters<
    TestMatch['act']
  >[1];
const hint = { type: 'quiz/hint', loud: true } as unknown as Parameters<TestMatch['act']>[1];

describe('a stage in one folder', () => {
  it('comes in its place, with its clock', () => {
    const { match, nowMs } = inQuiz();
    expect(match.stage).toBe('quiz');
    expect(match.stageEndsAtMs).toBe(nowMs + 30_000);
  });

  it('is decided on by each lab, and ends when all have', () => {
    const test = inQuiz();
    test.act(player('ada'), propose('yes'));
    expect(codeOf(test.act(player('ada'), propose('no')))).toBe('plan/already_committed');
    test.act(player('bo'), propose('no'));
    expect(quiz.answers(test.match)).toEqual(['yes', 'no']);
    expect(test.match.stageEndsAtMs).toBe(test.nowMs + test.match.settings.graceSeconds * 1000);
  });

  it('falls to its standard answer when the clock decides', () => {
    const test = inQuiz();
    test.act(HOST, { type: 'host/skip' });
    expect(test.match.stage).toBe('data');
    expect(quiz.answers(test.match)).toEqual(['no', 'no']);
    expect(test.team('team-1').defaulted).toContain('quiz');
  });

  it('has its own moves, for those who may make them', () => {
    const test = inQuiz();
    expect(test.act(player('ada'), hint).ok).toBe(true);
    expect(quiz.slice(test.match).hints).toBe(1);
    expect(codeOf(test.act(HOST, hint))).toBe('protocol/bad_message');
  });

  it('is read from the wire, and nothing but what fits it', () => {
    expect(playerMove.safeParse(hint).success).toBe(true);
    expect(playerMove.safeParse({ ...hint, loud: 'very' }).success).toBe(false);
    expect(hostMove.safeParse(hint).success).toBe(false);
    expect(playerMove.safeParse(propose('yes')).success).toBe(true);
    expect(playerMove.safeParse(propose('perhaps')).success).toBe(false);
    const types = z.toJSONSchema(moveRequest, { unrepresentable: 'any' });
    expect(JSON.stringify(types)).toContain('quiz/hint');
  });

  it('is seen by all, and told to be decided', () => {
    const test = inQuiz();
    test.act(player('ada'), hint);
    test.act(player('ada'), propose('yes'));
    const state = createMatchState(test.match);
    expect(JSON.parse(must(state.views.get('quiz')))).toEqual({ question: 'Do duplicates hurt?', hints: 1 });
    expect(must(state.teams.get('team-1')).committed).toBe('["quiz"]');
  });
});
