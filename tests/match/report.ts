/** The result of a headless match as one JSON document. */

import {
  CLOZE_COUNT,
  EXERCISE_COUNT,
  QUESTIONS_PER_PACK,
  STORIES_PER_OPENER,
} from '../../shared/evals/counts.ts';
import { estimateShare, type Estimate } from '../../shared/evals/estimate.ts';
import type { PreferenceScores } from '../../shared/evals/preference.ts';
import type { Rise } from '../../shared/evals/rise.ts';
import type { Stage } from '../../shared/lifecycle.ts';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import { normalizedShares } from '../../shared/game/stages/data/plan.ts';
import type { ModelSample, ModelScores, Player, TeamResults } from '../../shared/game/match.ts';
import type { TeamScore } from '../../shared/game/team-score.ts';
import type { MatchView, RunView, TeamView } from '../../shared/game/sync/view.ts';
import { shippedModel } from '../../client/stages/test/found.ts';
import { duelOf, testOf } from '../../shared/game/stages/test/shown.ts';
import type { DuelCount } from '../../shared/game/stages/test/probes.ts';
import type { Taught } from '../../shared/game/stages/align/state.ts';
import { contaminatedIn, gainsOf, regressionsOf } from '../../shared/game/stages/test/state.ts';
import { reportDeploy, type DeployReport, type TriedProducts } from './deploy-report.ts';
import { unmetCriteria } from './criteria.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import { DEMONSTRATION_PACKS } from '../../shared/world/packs.ts';
import type { Principle, Trait } from '../../shared/world/traits.ts';
import { PLOT_COUNT } from '../../shared/world/world.ts';

interface AlignReport extends PreferenceScores {
  /** The share of the trait that the bots' ratings asked for. */
  preferredShare: number;
}

export interface TeamReport {
  name: string;
  /** Share of the training tokens that came from each kind of text. */
  mixture: Partial<Record<CorpusKind, number>>;
  params: number;
  tokens: number;
  /** Pretraining rounds that count, and what each device did for them, the busiest first. */
  rounds: number;
  workers: { name: string; tokens: number; updates: number }[];
  /** The referee's scores on the validation text common to all teams, while pretraining; 0 tokens is the untrained model. */
  heldOut: { tokens: number; bitsPerByte: number }[];
  trigramBitsPerByte: number;
  /** Shares in 0..1 on the sealed test with 95 % intervals: of the tuned model, of the pretrained one before it and the aligned one after. */
  evals: Record<string, Estimate>;
  /** Bits per byte on the sealed test, by kind of text. */
  perKind: { pretrained: ModelScores['perKind']; tuned: ModelScores['perKind'] | null };
  score: TeamScore | null;
  /** Wins out of 100 in the arena, and from how many votes. */
  rating: { value: number; low: number; high: number; votes: number } | null;
  samples: {
    untrained: ModelSample[];
    pretrained: ModelSample[];
    tuned: ModelSample[];
    aligned: ModelSample[];
  };
  /** What raters look for, on sampled answers to sealed questions, before and after alignment. */
  align: {
    before: AlignReport | null;
    after: AlignReport | null;
    /** How much more often the rated trait shows after than before, with a 95 % interval; null without an aligned model. */
    traitRise: Rise | null;
    klNats: number | null;
    /** Pairs with a clear preference that it was trained on. */
    pairsUsed: number;
    /** How tightly the training on pairs was anchored; null when the team never trained on them. */
    anchor: number | null;
    /** What a nat of distance cost where the team trained by reward; null elsewhere. */
    klWeight: number | null;
    /** What its own model judged the pairs by, instead of people, and on how many of their pairs both agree; null where votes counted. */
    principles: { chosen: readonly Principle[]; people: Taught['people'] } | null;
    /** Share of questions to which the reward model likes the newest model's answer better. */
    proxyWins: number | null;
    decision: string | null;
  };
  answers: TeamResults['answers'];
  /** What the test stage measured of its release, with intervals, and what it decided; null where there was no such stage. */
  gate: ReturnType<typeof reportGate>;
  modelCard: ReturnType<typeof reportCard>;
  /** How it did in the duel; null where there was none. */
  redTeam: DuelCount | null;
  /** Of the facts that have changed since the year before, what the model of then and that of now get right; null in the first. */
  changed: TeamResults['changed'] | null;
  /** What came of its day in town; null where it served none. */
  deploy: DeployReport | null;
  /** What it could spend. */
  coins: number;
}

/** What came of one generation. */
export interface GenerationReport {
  stages: { name: Stage; seconds: number }[];
  teams: TeamReport[];
  /** The counting model that took part in the arena. */
  house: TeamReport['rating'];
}

/** The last generation's results stand by themselves as well: in a match of one they are all there is. */
export interface MatchReport extends GenerationReport {
  ok: boolean;
  seed: number;
  errors: string[];
  /** What the match fails to show of alignment and its tests; with --check these are errors. */
  unmet: string[];
  generations: GenerationReport[];
}

/** Items of each eval. The sentences of a story resemble each other, so that each story counts once. */
const ITEMS: Readonly<Record<keyof ModelScores['evals'], number>> = {
  exercises: EXERCISE_COUNT,
  facts: CLOZE_COUNT,
  form: DEMONSTRATION_PACKS.length * QUESTIONS_PER_PACK,
  sentences: PLOT_COUNT * STORIES_PER_OPENER,
};

/** The tuned model's evals under their own names; those of the model before and after it with a prefix. */
function reportEvals({ pretrained, tuned, aligned }: TeamResults): Record<string, Estimate> {
  const named = (prefix: string, scores: ModelScores | null): Record<string, Estimate> =>
    Object.fromEntries(
      (Object.keys(ITEMS) as (keyof typeof ITEMS)[]).flatMap((name) =>
        scores ? [[`${prefix}${name}`, estimateShare(scores.evals[name], ITEMS[name])]] : [],
      ),
    );
  return {
    ...named('', tuned ?? pretrained),
    ...named('pretrained-', pretrained),
    ...named('aligned-', aligned),
  };
}

function reportWorkers({ workers }: RunView, players: readonly Player[]): TeamReport['workers'] {
  return workers
    .map(({ playerId, tokens, updates }) => {
      const player = players.find(({ id }) => id === playerId);
      return { name: player?.name ?? playerId, tokens, updates };
    })
    .sort((a, b) => b.tokens - a.tokens);
}

function reportAlign(
  { preference }: TeamResults,
  { debrief }: TeamView,
  ratedTrait: Trait,
): TeamReport['align'] {
  const trained = debrief?.alignment.trained;
  const withPreferred = (scores: PreferenceScores | null): AlignReport | null =>
    scores && { preferredShare: ratedTrait === 'kind' ? scores.kindShare : scores.trueShare, ...scores };
  return {
    before: withPreferred(preference.tuned),
    after: withPreferred(preference.aligned),
    traitRise: preference.rise?.[ratedTrait] ?? null,
    klNats: preference.klNats,
    pairsUsed: debrief?.alignment.pairsUsed ?? 0,
    anchor: trained?.method === 'pairs' ? trained.sftWeight : null,
    klWeight: trained?.method === 'reward' ? trained.klWeight : null,
    principles: trained?.principles.length
      ? { chosen: trained.principles, people: debrief?.alignment.taught?.people ?? null }
      : null,
    proxyWins: debrief?.alignment.outcome?.proxyWins ?? null,
    decision: debrief?.plans.align?.kind ?? null,
  };
}

function reportGate(team: TeamView) {
  const { examined, gate } = testOf(team);
  return examined && { decision: gate, ...examined };
}

/** What its model card says, from what was measured. */
function reportCard(team: TeamView) {
  const test = testOf(team);
  const { examined } = test;
  if (!examined) return null;
  return {
    ships: shippedModel(test),
    gains: gainsOf(examined),
    regressions: regressionsOf(examined),
    contaminated: contaminatedIn(examined),
  };
}

function reportRating({ arena }: MatchView, { id }: Pick<TeamView, 'id'>): TeamReport['rating'] {
  const rating = arena?.ratings?.find((candidate) => candidate.id === id);
  if (!rating) return null;
  const { value, low, high, votes } = rating;
  return { value, low, high, votes };
}

/** A team's results, or null while the debrief has not got them all; its bots rated by this trait. */
function reportTeam(
  view: MatchView,
  team: TeamView,
  ratedTrait: Trait,
  tried: TriedProducts,
): TeamReport | null {
  const { results, prepared, plans, score } = team.debrief ?? {};
  if (!results || !prepared || !plans?.data || !team.runs.pretrain) return null;
  const shares = normalizedShares(plans.data).map(({ kind, share }) => [kind, share] as const);
  return {
    name: team.name,
    mixture: Object.fromEntries(shares),
    params: prepared.parameters,
    tokens: team.runs.pretrain.tokensUsed,
    rounds: team.runs.pretrain.roundsDone,
    workers: reportWorkers(team.runs.pretrain, view.players),
    heldOut: team.runs.pretrain.curve.flatMap(({ tokens, bitsPerByte }) =>
      bitsPerByte === null ? [] : [{ tokens, bitsPerByte }],
    ),
    trigramBitsPerByte: prepared.trigramBitsPerByte,
    evals: reportEvals(results),
    perKind: { pretrained: results.pretrained.perKind, tuned: results.tuned?.perKind ?? null },
    score: score ?? null,
    rating: reportRating(view, team),
    samples: results.samples,
    align: reportAlign(results, team, ratedTrait),
    answers: results.answers,
    gate: reportGate(team),
    modelCard: reportCard(team),
    redTeam: duelOf(view)?.counts[team.id] ?? null,
    changed: results.changed ?? null,
    deploy: reportDeploy(view, team, tried),
    coins: team.own?.coins ?? 0,
  };
}

/** What a team's page should show by now but doesn't; such gaps make a match fail. */
function findGaps(report: TeamReport): string[] {
  const { name, heldOut, samples } = report;
  const first = heldOut[0]?.bitsPerByte ?? 0;
  const last = heldOut.at(-1)?.bitsPerByte ?? Infinity;
  return [
    ...(heldOut.length < 2 ? [`${name}: held-out loss was scored ${heldOut.length} times`] : []),
    ...(last < first ? [] : [`${name}: held-out loss went from ${first} to ${last} bits per byte`]),
    ...(['untrained', 'pretrained', 'tuned'] as const).flatMap((stage) =>
      samples[stage].length > 0 ? [] : [`${name}: no samples of the ${stage} model`],
    ),
  ];
}

/** What a debrief shows of the generation that it ends, and what is missing there. */
export function reportGeneration(
  view: MatchView,
  stages: GenerationReport['stages'],
  ratedTrait: Trait,
  tried: TriedProducts,
): { report: GenerationReport; gaps: string[] } {
  const reported = view.teams.map((team) => reportTeam(view, team, ratedTrait, tried));
  const teams = reported.flatMap((team) => team ?? []);
  const missing = view.teams.filter((_, place) => !reported[place]);
  const unrated = teams.length > 1 ? teams.filter(({ rating }) => !rating || rating.votes === 0) : [];
  const gaps = [
    ...missing.map(({ name }) => `${name}: no results`),
    ...unrated.map(({ name }) => `${name}: no rating`),
    ...teams.flatMap(findGaps),
  ];
  return { report: { stages, teams, house: reportRating(view, { id: HOUSE_ID }) }, gaps };
}

export function buildReport(options: {
  seed: number;
  generations: readonly ReturnType<typeof reportGeneration>[];
  errors: readonly string[];
}): MatchReport {
  const { seed, generations, errors } = options;
  const all = [...errors, ...generations.flatMap(({ gaps }) => gaps)];
  const reports = generations.map(({ report }) => report);
  const last = reports.at(-1) ?? { stages: [], teams: [], house: null };
  return {
    ok: all.length === 0 && last.teams.length > 0,
    seed,
    errors: all,
    unmet: reports.flatMap(({ teams }) => unmetCriteria({ seed, teams })),
    ...last,
    generations: reports,
  };
}
