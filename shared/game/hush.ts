/** The words of a lab's models, hidden from everybody for as long as the host wants: nothing is lost, and they can be shown again. */

import { z } from 'zod';
import { teamId } from './fields.ts';
import { lookUp } from './look-up.ts';
import type { Alignment } from './stages/align/state.ts';
import type { Match, ModelSample, TeamResults } from './match.ts';
import { fail } from './result.ts';
import { done, hostMove, type MoveTable } from './stage.ts';

/** Stands where a text is hidden. */
export const HUSHED = '…';

export function isHushed({ hushedIds }: Pick<Match, 'hushedIds'>, contestantId: string | null): boolean {
  return contestantId !== null && hushedIds.includes(contestantId);
}

export function hushSamples(samples: readonly ModelSample[]): ModelSample[] {
  return samples.map(({ prompt }) => ({ prompt, text: HUSHED }));
}

export function hushAnswers(answers: TeamResults['answers']): TeamResults['answers'] {
  return answers.map((answer) => ({ ...answer, base: HUSHED, tuned: HUSHED }));
}

export function hushAlignment(alignment: Alignment): Alignment {
  const { outcome } = alignment;
  if (!outcome) return alignment;
  const answers = outcome.answers.map((answer) => ({ ...answer, before: HUSHED, after: HUSHED }));
  return { ...alignment, outcome: { ...outcome, answers } };
}

export function hushResults(results: TeamResults): TeamResults {
  const { untrained, pretrained, tuned, aligned } = results.samples;
  return {
    ...results,
    answers: hushAnswers(results.answers),
    samples: {
      untrained: hushSamples(untrained),
      pretrained: hushSamples(pretrained),
      tuned: hushSamples(tuned),
      aligned: hushSamples(aligned),
    },
  };
}

export const HUSH_MOVES = {
  'host/hush': hostMove({ teamId, isHushed: z.boolean() }, ({ match }, move) => {
    if (!lookUp(match.teams, move.teamId)) return fail('lobby/no_such_team');
    const others = match.hushedIds.filter((id) => id !== move.teamId);
    match.hushedIds = move.isHushed ? [...others, move.teamId] : others;
    return done();
  }),
} satisfies MoveTable;
