/** What came of a match, lab by lab, as plain figures and texts: what the page and the table are both made of. No player is in it. */

import type { Rating } from '../../shared/evals/bradley-terry.ts';
import type { ModelSample, TeamResults } from '../../shared/game/match.ts';
import type { TeamScore } from '../../shared/game/team-score.ts';
import { playingTeams, type MatchView, type TeamView } from '../../shared/game/sync/view.ts';
import { behindWords } from '../stages/debrief/behind.ts';
import { choicesOf } from '../stages/debrief/choices.ts';
import { measureRows, MODEL_STATES, type MeasureRow, type ModelState } from '../stages/debrief/measures.ts';
import { rankTeams, ratingOf, spentPercent } from '../stages/debrief/rank.ts';
import { strings } from '../stages/debrief/strings.ts';

/** Counts of a lab, by name. */
export const COUNTS = ['parameters', 'budget', 'spent', 'read', 'lessons', 'aligned', 'pairs'] as const;
export type Count = (typeof COUNTS)[number];

export interface LabReport {
  team: TeamView;
  rank: number;
  score: TeamScore | null;
  /** Wins out of 100 in the arena, with their interval. */
  rating: Rating | null;
  choices: { name: string; words: string }[];
  counts: Record<Count, number>;
  measures: MeasureRow[];
  /** From each choice to what came of it. */
  sentences: string[];
  samples: { state: ModelState; said: ModelSample[] }[];
  answers: TeamResults['answers'];
  curve: { tokens: number; bitsPerByte: number }[];
}

/** Samples of each state: enough to hear the difference. */
const MOST_SAMPLES = 2;
const MOST_ANSWERS = 6;

function countsOf({ budgetFlops }: MatchView, team: TeamView): LabReport['counts'] {
  const { pretrain, 'fine-tune': lessons, align } = team.runs;
  return {
    parameters: team.parameters,
    budget: budgetFlops ?? 0,
    spent: spentPercent(team),
    read: pretrain?.tokensUsed ?? 0,
    lessons: lessons?.tokensUsed ?? 0,
    aligned: align?.tokensUsed ?? 0,
    pairs: team.debrief?.alignment.pairsUsed ?? 0,
  };
}

/** What the model said in each state, from one that knows nothing on. */
function samplesOf({ debrief }: TeamView): LabReport['samples'] {
  const samples = debrief?.results?.samples;
  if (!samples) return [];
  return MODEL_STATES.map((state) => ({ state, said: samples[state].slice(0, MOST_SAMPLES) })).filter(
    ({ said }) => said.length > 0,
  );
}

/** The best first. */
export function labReports(match: MatchView): LabReport[] {
  const ranked = rankTeams(playingTeams(match));
  return ranked.map(({ team, rank }) => ({
    team,
    rank,
    score: team.debrief?.score ?? null,
    rating: ratingOf(match, team.id),
    choices: choicesOf(match, team),
    counts: countsOf(match, team),
    measures: measureRows(team),
    sentences: [...behindWords(match, ranked, team), ...strings(match, team)],
    samples: samplesOf(team),
    answers: team.debrief?.results?.answers.slice(0, MOST_ANSWERS) ?? [],
    curve: (team.runs.pretrain?.curve ?? []).flatMap(({ tokens, bitsPerByte }) =>
      bitsPerByte === null ? [] : [{ tokens, bitsPerByte }],
    ),
  }));
}
