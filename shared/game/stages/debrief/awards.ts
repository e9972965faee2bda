/** Awards of the debrief: each from a measured result, to the one lab that earned it, with the figure that shows why. */

import type { Rating } from '../../../evals/bradley-terry.ts';
import type { TeamResults } from '../../match.ts';
import type { TeamScore } from '../../team-score.ts';
import { betMiss } from '../../bet.ts';

const AWARD_IDS = [
  'favorite',
  'oracle',
  'speller',
  'scholar',
  'honest',
  'manners',
  'improved',
  'small',
  'reader',
  'varied',
  'merchant',
  'leader',
  'trusted',
] as const;
type AwardId = (typeof AWARD_IDS)[number];

/** What awards are given by; only labs with results can earn one. */
export interface AwardEntry {
  id: string;
  parameters: number;
  /** Of the counting model that was fitted on the team's own text. */
  trigramBitsPerByte: number;
  results: TeamResults;
  score: TeamScore;
  rating: Rating | null;
  /** Its bet on its big run and what the referee measured, bits per byte; absent without a bet. */
  bet?: { bits: number; measured: number };
  /** Its day in town; absent without one. */
  day?: { good: number; profitCents: number; trust: number };
}

export interface Award {
  id: AwardId;
  teamId: string;
  /** The figures that earned it, for the award's sentence. */
  figures: Record<string, number>;
}

interface AwardRule {
  id: AwardId;
  /** More is better; null where the lab can't have it. */
  measure(entry: AwardEntry): number | null;
  /** Less than this is nothing to be proud of. */
  least: number;
  /** The next best must be so far behind. */
  margin: number;
  figures(entry: AwardEntry): Record<string, number>;
}

/** With fewer votes nobody is a favorite. */
const LEAST_VOTES = 8;

const percent = (share: number): number => Math.round(100 * share);

function lastPreference({ results }: AwardEntry): TeamResults['preference']['tuned'] {
  return results.aligned ? results.preference.aligned : results.preference.tuned;
}

/** Share of the counting model's surprise that is gone. */
function beyondCounting({ results, trigramBitsPerByte }: AwardEntry): number {
  return 1 - results.pretrained.bitsPerByte / trigramBitsPerByte;
}

const RULES: readonly AwardRule[] = [
  {
    id: 'favorite',
    /* The lower end of the interval: surely more wins than losses. */
    measure: ({ rating }) => (rating && rating.votes >= LEAST_VOTES ? rating.low : null),
    least: 50,
    margin: 0,
    figures: ({ rating }) => ({ wins: Math.round(rating?.value ?? 0), votes: rating?.votes ?? 0 }),
  },
  {
    id: 'oracle',
    measure: ({ bet }) =>
      bet === undefined ? null : 100 * (1 - Math.abs(betMiss(bet.bits, bet.measured).share)),
    least: 0,
    margin: 0,
    figures: ({ bet }) => ({
      share: bet ? Math.round(100 * Math.abs(betMiss(bet.bits, bet.measured).share)) : 0,
    }),
  },
  {
    id: 'speller',
    measure: ({ score }) => score.exercises,
    least: 20,
    margin: 2,
    figures: ({ score }) => ({ share: Math.round(score.exercises) }),
  },
  {
    id: 'scholar',
    measure: ({ score }) => score.facts,
    least: 20,
    margin: 2,
    figures: ({ score }) => ({ share: Math.round(score.facts) }),
  },
  {
    id: 'honest',
    measure: ({ score }) => score.truth,
    least: 30,
    margin: 2,
    figures: ({ score }) => ({ share: Math.round(score.truth) }),
  },
  {
    id: 'manners',
    measure: ({ score }) => score.form,
    least: 80,
    margin: 2,
    figures: ({ score }) => ({ share: Math.round(score.form) }),
  },
  {
    id: 'improved',
    measure: ({ results: { preference } }) =>
      preference.tuned && preference.aligned
        ? 100 * (preference.aligned.kindShare - preference.tuned.kindShare)
        : null,
    least: 10,
    margin: 2,
    figures: ({ results: { preference } }) => ({
      before: percent(preference.tuned?.kindShare ?? 0),
      after: percent(preference.aligned?.kindShare ?? 0),
    }),
  },
  {
    id: 'reader',
    measure: (entry) => 100 * beyondCounting(entry),
    least: 2,
    margin: 1,
    figures: (entry) => ({ share: percent(beyondCounting(entry)) }),
  },
  {
    id: 'varied',
    measure: (entry) => 100 * (lastPreference(entry)?.variety ?? 0),
    least: 50,
    margin: 2,
    figures: (entry) => ({ share: percent(lastPreference(entry)?.variety ?? 0) }),
  },
  {
    id: 'merchant',
    measure: ({ day }) => day?.profitCents ?? null,
    least: 50,
    margin: 10,
    figures: ({ day }) => ({ coins: day?.profitCents ?? 0 }),
  },
  {
    id: 'leader',
    /* Only among those who lost money: to give much away is the idea of a loss leader. */
    measure: ({ day }) => (day && day.profitCents < 0 ? day.good : null),
    least: 100,
    margin: 10,
    figures: ({ day }) => ({ answers: day?.good ?? 0, coins: -(day?.profitCents ?? 0) }),
  },
  {
    id: 'trusted',
    measure: ({ day }) => (day ? percent(day.trust) : null),
    least: 60,
    margin: 2,
    figures: ({ day }) => ({ share: percent(day?.trust ?? 0) }),
  },
];

function earn(rule: AwardRule, entries: readonly AwardEntry[]): Award[] {
  const measured = entries
    .flatMap((entry) => {
      const value = rule.measure(entry);
      return value === null || !Number.isFinite(value) || value < rule.least ? [] : [{ entry, value }];
    })
    .toSorted((a, b) => b.value - a.value);
  const [best, next] = measured;
  if (!best || (next && best.value - next.value <= rule.margin)) return [];
  return [{ id: rule.id, teamId: best.entry.id, figures: rule.figures(best.entry) }];
}

/** The smallest model, where it came out ahead of a bigger one. */
function earnSmall(entries: readonly AwardEntry[]): Award[] {
  const [smallest, next] = entries.toSorted((a, b) => a.parameters - b.parameters);
  if (!smallest || !next || next.parameters === smallest.parameters) return [];
  const beaten = entries
    .filter(({ score }) => score.total < smallest.score.total)
    .toSorted((a, b) => b.parameters - a.parameters)[0];
  if (!beaten) return [];
  const figures = { parameters: smallest.parameters, beaten: beaten.parameters };
  return [{ id: 'small', teamId: smallest.id, figures }];
}

/** All awards that somebody earned, in the order of AWARD_IDS. A tie earns nobody anything. */
export function awardsFor(entries: readonly AwardEntry[]): Award[] {
  const given = [...RULES.flatMap((rule) => earn(rule, entries)), ...earnSmall(entries)];
  return given.toSorted((a, b) => AWARD_IDS.indexOf(a.id) - AWARD_IDS.indexOf(b.id));
}
