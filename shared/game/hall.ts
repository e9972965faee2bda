/** A lab in the hall of past labs: what is told of the winner of a match, with its choices, scores and words. */

import { membersOf, playingTeams } from './members.ts';
import type { Match, Team, TeamSlices } from './match.ts';
import type { TeamScore } from './team-score.ts';
import { fail, ok, type Result } from './result.ts';
import type { DataSlice } from './stages/data/state.ts';
import { isOver } from './schedule.ts';

/** Samples of one lab. */
const MOST_ANSWERS = 4;

/** What it decided; null where it did not. */
type HallPlans = { [Name in 'data' | 'scale' | 'fine-tune' | 'align']: TeamSlices[Name]['plan'] };

export interface HallCard {
  name: string;
  look: number;
  plans: HallPlans;
  score: TeamScore;
  parameters: number;
  /** One that had no lesson goes on from a text; the others answer. */
  manner: 'continue' | 'answer';
  answers: { question: string; answer: string }[];
}

function answersOf({ now }: Team): HallCard['answers'] {
  const results = now.debrief.results;
  return (results?.answers ?? [])
    .map(({ question, tuned, base }) => ({ question, answer: tuned || base }))
    .slice(0, MOST_ANSWERS);
}

/** Whether the lab read the class's text or somebody of it trained on an own one, in any year: its model may know it by heart. */
function knowsOwnText({ schedule, slices }: Match, { id: teamId, now, past }: Team): boolean {
  const knowsClassText = [now, ...past].some(({ data }) => data.plan?.purchases.class !== undefined);
  const wasTaught = schedule.some(
    ({ id, stage }) => stage === 'data' && (slices[id] as DataSlice).ownTextTeamIds.includes(teamId),
  );
  return knowsClassText || wasTaught;
}

/** The best lab of a match that is over, if people played it. Whoever asks for a lab has to be in it; a host asks for any. */
export function hallCard(match: Match, ownTeamId: string | null): Result<{ teamId: string; card: HallCard }> {
  if (match.stage !== 'debrief' || !isOver(match)) return fail('match/wrong_stage', { stage: match.stage });
  const teams = playingTeams(match).filter(({ now }) => now.pretrain.run !== null);
  if (teams.some(({ now }) => now.debrief.score === null)) return fail('hall/not_yet');
  const [best] = teams.toSorted(
    (a, b) => (b.now.debrief.score?.total ?? 0) - (a.now.debrief.score?.total ?? 0),
  );
  const score = best?.now.debrief.score;
  if (!best || !score || membersOf(match, best.id).length === 0) return fail('hall/not_yours');
  if (ownTeamId !== null && best.id !== ownTeamId) return fail('hall/not_yours');
  if (knowsOwnText(match, best)) return fail('hall/own_text');
  const { data, scale, pretrain, 'fine-tune': lesson, align } = best.now;
  const isTaught = (lesson.run?.roundsDone ?? 0) > 0 || (align.run?.tokensUsed ?? 0) > 0;
  const plans = { data: data.plan, scale: scale.plan, 'fine-tune': lesson.plan, align: align.plan };
  const card: HallCard = {
    name: best.name,
    look: best.look,
    plans,
    score,
    parameters: pretrain.prepared?.parameters ?? 0,
    manner: isTaught ? 'answer' : 'continue',
    answers: answersOf(best),
  };
  return ok({ teamId: best.id, card });
}
