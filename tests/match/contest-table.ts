/** What a contest of plans shows: who is ahead of the idle lab how often, which plan wins which score, and what must hold. */

import type { TeamScore } from '../../shared/game/team-score.ts';
import { contrastOf } from '../levers/contrast.ts';
import type { PlanName } from './plans.ts';

/** What every plan came to on one seed. */
export interface ContestSeed {
  seed: number;
  scores: Partial<Record<PlanName, TeamScore>>;
}

const SCORES = ['use', 'trust', 'science', 'total'] as const;
type ScoreName = (typeof SCORES)[number];
const DECIDED: readonly Exclude<PlanName, 'idle'>[] = ['careful', 'exercises', 'facts'];

/** Careful play must beat no play on this share of seeds. */
const LEAST_WINS = 0.9;

const scoreOf = ({ scores }: ContestSeed, plan: PlanName, score: ScoreName): number =>
  scores[plan]?.[score] ?? 0;

/** A share of trials with its 95 % interval (Wilson, 1927), in percent. */
export function winShare(wins: number, trials: number): { share: number; low: number; high: number } {
  const z = 1.96;
  const share = wins / trials;
  const middle = share + z ** 2 / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2));
  const scale = 100 / (1 + z ** 2 / trials);
  return { share: 100 * share, low: scale * (middle - reach), high: scale * (middle + reach) };
}

/** Seeds on which a plan's total is above the idle lab's. */
function winsOverIdle(seeds: readonly ContestSeed[], plan: PlanName): number {
  return seeds.filter((seed) => scoreOf(seed, plan, 'total') > scoreOf(seed, 'idle', 'total')).length;
}

/** Decided plans that played. */
const playedOf = (seeds: readonly ContestSeed[]): PlanName[] =>
  DECIDED.filter((plan) => seeds.every(({ scores }) => scores[plan]));

function meanOf(seeds: readonly ContestSeed[], plan: PlanName, score: ScoreName): number {
  return seeds.reduce((sum, seed) => sum + scoreOf(seed, plan, score), 0) / seeds.length;
}

/** The decided plan with the best mean of this score. */
function bestAt(seeds: readonly ContestSeed[], score: ScoreName): PlanName {
  return playedOf(seeds).reduce((best, plan) =>
    meanOf(seeds, plan, score) > meanOf(seeds, best, score) ? plan : best,
  );
}

/** What does not hold, in words; empty when all does. Which plan is best at what is asked where all of them played. */
export function verdictOf(seeds: readonly ContestSeed[]): string[] {
  const played = playedOf(seeds);
  const wins = winsOverIdle(seeds, 'careful');
  const bests = (['use', 'trust', 'science'] as const).map((score) => bestAt(seeds, score));
  const winless = played.length < DECIDED.length ? [] : played.filter((plan) => !bests.includes(plan));
  return [
    ...(wins >= LEAST_WINS * seeds.length
      ? []
      : [`careful play beat no play on ${wins} of ${seeds.length} seeds only`]),
    ...winless.map((plan) => `the plan “${plan}” is the best of the three at no score`),
  ];
}

/** The table for people, in Markdown. */
export function contestTable(seeds: readonly ContestSeed[]): string {
  const played = playedOf(seeds);
  const cellsOf = (plan: PlanName): string[] =>
    SCORES.map((score) => {
      const mean = meanOf(seeds, plan, score).toFixed(1);
      return played.length > 1 && bestAt(seeds, score) === plan ? `**${mean}**` : mean;
    });
  const lines = played.map((plan) => {
    const wins = winsOverIdle(seeds, plan);
    const { low, high } = winShare(wins, seeds.length);
    const lead = contrastOf(
      ['idle', plan],
      seeds.map((seed) => scoreOf(seed, 'idle', 'total')),
      seeds.map((seed) => scoreOf(seed, plan, 'total')),
    );
    const won = `${wins} of ${seeds.length} (${low.toFixed(0)} to ${high.toFixed(0)} %)`;
    const led = `${lead.difference.toFixed(1)} (${lead.low.toFixed(1)} to ${lead.high.toFixed(1)})`;
    return `| ${[plan, ...cellsOf(plan), won, led].join(' | ')} |`;
  });
  const numbers = seeds.map(({ seed }) => seed).join(', ');
  return [
    `Seeds ${numbers}. Means over seeds; in bold the best of the plans at that score.`,
    '',
    '| plan | use | trust | science | total | beats idle (95 %) | points ahead of idle (95 %) |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    `| ${['idle', ...SCORES.map((score) => meanOf(seeds, 'idle', score).toFixed(1)), '', ''].join(' | ')} |`,
    '',
    ...(verdictOf(seeds).length === 0 ? ['holds'] : verdictOf(seeds)),
  ].join('\n');
}
