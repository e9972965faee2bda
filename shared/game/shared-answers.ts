/** Answers of models that players want the class to see: the host has them first, and shows or hides them. */

import { z } from 'zod';
import { madeId as madeIdShape, teamId } from './fields.ts';
import { isHushed } from './hush.ts';
import { madeId } from './ids.ts';
import type { Match } from './match.ts';
import { fail, type Result } from './result.ts';
import { done, hostMove, playerMove, type MoveTable, type PlayerContext } from './stage.ts';
import { MAX_ASKED, VOICES, type ShownAnswer, type Said } from './voices.ts';

/** As long as any answer of a model gets. */
const MAX_ANSWER = 600;
/** Answers of one player that wait for the host; with more, the host would read nothing else. */
export const MOST_WAITING = 3;
/** Of all players together; the oldest go. */
const MOST_KEPT = 60;

function share({ match, player }: PlayerContext, said: Said): Result<void> {
  const { answers } = match.shared;
  if (match.settings.quick !== null) return fail('talk/no_host');
  if (said.ofTeamId !== null && !Object.hasOwn(match.teams, said.ofTeamId)) return fail('lobby/no_such_team');
  const waiting = answers.filter(({ playerId, isHidden }) => playerId === player.id && !isHidden);
  if (waiting.length >= MOST_WAITING) return fail('talk/too_many', { most: MOST_WAITING });
  const { voice, ofTeamId, question, answer } = said;
  const id = madeId(player.id, match.sequence);
  const from = { playerId: player.id, teamId: player.teamId };
  answers.push({ voice, ofTeamId, question, answer, id, ...from, isHidden: false });
  match.shared.answers = answers.slice(-MOST_KEPT);
  return done();
}

/** Puts one on the projector, or takes it off. */
function show({ shared }: Match, answerId: string | null): Result<void> {
  if (answerId !== null && !shared.answers.some(({ id, isHidden }) => id === answerId && !isHidden))
    return fail('talk/no_such_answer');
  shared.shownId = answerId;
  return done();
}

/** Hides one from everybody, the lab that sent it too; or takes that back. */
function hide({ shared }: Match, answerId: string, isHidden: boolean): Result<void> {
  const answer = shared.answers.find(({ id }) => id === answerId);
  if (!answer) return fail('talk/no_such_answer');
  answer.isHidden = isHidden;
  if (isHidden && shared.shownId === answerId) shared.shownId = null;
  return done();
}

/** Takes all of a player's away, who has left the match. */
export function forgetAnswersOf({ shared }: Match, playerId: string): void {
  shared.answers = shared.answers.filter((answer) => answer.playerId !== playerId);
  if (!shared.answers.some(({ id }) => id === shared.shownId)) shared.shownId = null;
}

/** What everybody is shown now. */
export function shownAnswerOf({ shared, players, hushedIds }: Match): ShownAnswer | null {
  const shown = shared.answers.find(({ id }) => id === shared.shownId);
  if (!shown || isHushed({ hushedIds }, shown.ofTeamId)) return null;
  const { voice, ofTeamId, question, answer, playerId } = shown;
  const sender = Object.values(players).find(({ id }) => id === playerId);
  return { voice, ofTeamId, question, answer, playerName: sender?.name ?? '' };
}

export const SHARED_ANSWER_MOVES = {
  'talk/share': playerMove(
    {
      voice: z.enum(VOICES),
      ofTeamId: teamId.nullable(),
      question: z.string().min(1).max(MAX_ASKED),
      answer: z.string().min(1).max(MAX_ANSWER),
    },
    share,
  ),
  'host/show-answer': hostMove({ answerId: madeIdShape.nullable() }, ({ match }, { answerId }) =>
    show(match, answerId),
  ),
  'host/hide-answer': hostMove(
    { answerId: madeIdShape, isHidden: z.boolean() },
    ({ match }, { answerId, isHidden }) => hide(match, answerId, isHidden),
  ),
} satisfies MoveTable;
