/** What came of a match, lab by lab, as plain figures and texts: what the page and the table are both made of. No player is in it. */

import type { Rating } from '../../shared/evals/bradley-terry.ts';
import type { ModelSample, ModelScores, TeamResults } from '../../shared/game/match.ts';
import type { TeamScore } from '../../shared/game/team-score.ts';
import type { PreferenceScores } from '../../shared/evals/preference.ts';
import { playingTeams, type MatchView, type TeamView } from '../../shared/game/sync/view.ts';
import { startBits } from '../stages/curves.ts';
import { behindWords } from '../stages/debrief/behind.ts';
import { choicesOf } from '../stages/debrief/choices.ts';
import { rankTeams, ratingOf, spentPercent } from '../stages/debrief/rank.ts';
import { strings } from '../stages/debrief/strings.ts';

/** A model on its way, in order. */
export const MODEL_STATES = ['untrained', 'pretrained', 'tuned', 'aligned'] as const;
type ModelState = (typeof MODEL_STATES)[number];

/** What is measured of each state: surprise in bits per byte, the rest as shares in 0..1. */
const MEASURES = ['surprise', 'exercises', 'facts', 'form', 'sentences', 'kind', 'truth', 'variety'] as const;
export type Measure = (typeof MEASURES)[number];

/** A measure of each state; null where there is none. */
interface MeasureRow {
  measure: Measure;
  values: Record<ModelState, number | null>;
}

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

function measureRows({ debrief }: TeamView): MeasureRow[] {
  const results = debrief?.results;
  if (!results) return [];
  const { pretrained, tuned, aligned, preference } = results;
  const ofModel = (read: (scores: ModelScores) => number): MeasureRow['values'] => ({
    untrained: null,
    pretrained: read(pretrained),
    tuned: tuned && read(tuned),
    aligned: aligned && read(aligned),
  });
  const ofAnswers = (read: (scores: PreferenceScores) => number): MeasureRow['values'] => ({
    untrained: null,
    pretrained: null,
    tuned: preference.tuned && read(preference.tuned),
    aligned: preference.aligned && read(preference.aligned),
  });
  const surprise = ofModel(({ bitsPerByte }) => bitsPerByte);
  return [
    {
      measure: 'surprise',
      values: { ...surprise, untrained: debrief.prepared && startBits(debrief.prepared) },
    },
    { measure: 'exercises', values: ofModel(({ evals }) => evals.exercises) },
    { measure: 'facts', values: ofModel(({ evals }) => evals.facts) },
    { measure: 'form', values: ofModel(({ evals }) => evals.form) },
    { measure: 'sentences', values: ofModel(({ evals }) => evals.sentences) },
    { measure: 'kind', values: ofAnswers(({ kindShare }) => kindShare) },
    { measure: 'truth', values: ofAnswers(({ trueShare }) => trueShare) },
    { measure: 'variety', values: ofAnswers(({ variety }) => variety) },
  ];
}

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
