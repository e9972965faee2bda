/** Tests that labs write themselves: all labs' models take them, as they are and again once they are hardened. */

import { fail, type Result } from '../../result.ts';
import { candidateOf } from '../../last-stage.ts';
import type { Match, Team } from '../../match.ts';
import { ownSlice } from '../../slices.ts';
import { done, wrongStage, type PlayerContext } from '../../stage.ts';
import { tidyAnswer } from '../../survey.ts';
import type { Estimate } from '../../../evals/estimate.ts';
import { ruleFault, type OwnRule } from '../../../evals/own-eval.ts';
import {
  MAX_PROBE,
  MIN_PROBE,
  MOST_OWN_EVALS,
  MOST_OWN_PROMPTS,
  type OwnEval,
  type TestSlice,
} from './state.ts';

export const ownEvalsOf = (match: Match): OwnEval[] => ownSlice<TestSlice>(match, 'test').ownEvals;

/** What the referee was asked to find out: the share of answers that pass, of each test. */
export interface OwnScore {
  id: string;
  score: Estimate;
}

/** Takes in a test that somebody wrote. What is refused costs nothing. */
export function addOwnEval(
  { match, player }: PlayerContext,
  wanted: { prompts: readonly string[]; rule: OwnRule },
): Result<void> {
  if (match.stage !== 'test') return wrongStage(match);
  const prompts = [...new Set(wanted.prompts.map(tidyAnswer).filter((prompt) => prompt !== ''))];
  const isAsked = (prompt: string): boolean =>
    prompt.length >= MIN_PROBE && prompt.length <= MAX_PROBE && /\p{L}/u.test(prompt);
  if (prompts.length === 0 || prompts.length > MOST_OWN_PROMPTS || !prompts.every(isAsked))
    return fail('test/bad_prompts', { most: MOST_OWN_PROMPTS, short: MIN_PROBE, long: MAX_PROBE });
  const rule = { kind: wanted.rule.kind, text: tidyAnswer(wanted.rule.text) };
  const fault = ruleFault(rule);
  if (fault) return fail(`test/rule_${fault}`);
  const own = ownEvalsOf(match).filter(({ byTeamId }) => byTeamId === player.teamId);
  if (own.length >= MOST_OWN_EVALS) return fail('test/no_own_evals', { count: MOST_OWN_EVALS });
  ownEvalsOf(match).push({
    id: `own-${match.sequence}`,
    playerId: player.id,
    byTeamId: player.teamId,
    prompts,
    rule,
    scores: {},
  });
  return done();
}

/** Tests that the model which a lab would ship has still to take. */
export function waitingOwnEvals(match: Match, team: Team): OwnEval[] {
  if (!team.now.test.examined) return [];
  const candidate = candidateOf(team);
  return ownEvalsOf(match).filter(({ scores }) => scores[team.id]?.candidate !== candidate);
}

export function recordOwnScores(match: Match, team: Team, found: readonly OwnScore[]): void {
  const candidate = candidateOf(team);
  for (const { id, score } of found) {
    const own = ownEvalsOf(match).find((each) => each.id === id);
    if (own) own.scores[team.id] = { candidate, score };
  }
}
