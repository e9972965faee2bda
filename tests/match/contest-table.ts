/** What a contest of plans shows: who is ahead of the idle lab how often, which plan wins which score, and what must hold. */

import type { TeamScore } from '../../shared/game/match.ts';
import { contrastOf } from '../levers/contrast.ts';
import type { PlanName } from './plans.ts';

/** What every plan came to on one seed. */
export interface ContestSeed {
  seed: number;
  scores: Record<PlanName, TeamScore>;
}

const SCORES = ['use', 'trust', 'science', 'total'] as const;
type ScoreName = (typeof SCORES)[number];
const DECIDED: readonly Exclude<PlanName, 'idle'>[] = ['careful', 'exercises', 'facts'];

/** Careful play must beat no play on this share of seeds. */
const LEAST_WINS = 0.9;

const scoreOf = ({ scores }: ContestSeed, plan: PlanName, score: ScoreName): number =>
  scores[plan][score] ?? 0;

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

/** On how many seeds each decided plan has the best of this score among them. */
function bestAt(seeds: readonly ContestSeed[], score: ScoreName): Map<PlanName, number> {
  const bests = seeds.map((seed) =>
    DECIDED.reduce((best, plan) => (scoreOf(seed, plan, score) > scoreOf(seed, best, score) ? plan : best)),
  );
  return new Map(DECIDED.map((plan) => [plan, bests.filter((best) => best === plan).length]));
}

/** What does not hold, in words; empty when all does. */
export function verdictOf(seeds: readonly ContestSeed[]): string[] {
  const wins = winsOverIdle(seeds, 'careful');
  const winless = DECIDED.filter((plan) =>
    (['use', 'trust', 'science'] as const).every((score) => {
      const [best] = [...bestAt(seeds, score)].sort(([, a], [, b]) => b - a);
      return best?.[0] !== plan;
    }),
  );
  return [
    ...(wins >= LEAST_WINS * seeds.length
      ? []
      : [`careful play beat no play on ${wins} of ${seeds.length} seeds only`]),
    ...winless.map((plan) => `the plan “${plan}” is the best of the three at no score`),
  ];
}

/** The table for people, in Markdown. */
export function contestTable(seeds: readonly ContestSeed[]): string {
  const plans: readonly PlanName[] = [...DECIDED, 'idle'];
  const mean = (plan: PlanName, score: ScoreName): string =>
    (seeds.reduce((sum, seed) => sum + scoreOf(seed, plan, score), 0) / seeds.length).toFixed(1);
  const lines = plans.map((plan) => {
    const bests = SCORES.map((score) => bestAt(seeds, score).get(plan));
    const cells = SCORES.map(
      (score, at) => `${mean(plan, score)}${plan === 'idle' ? '' : ` (${bests[at]})`}`,
    );
    if (plan === 'idle') return `| ${[plan, ...cells, '', ''].join(' | ')} |`;
    const wins = winsOverIdle(seeds, plan);
    const { low, high } = winShare(wins, seeds.length);
    const lead = contrastOf(
      ['idle', plan],
      seeds.map((seed) => scoreOf(seed, 'idle', 'total')),
      seeds.map((seed) => scoreOf(seed, plan, 'total')),
    );
    const won = `${wins} of ${seeds.length} (${low.toFixed(0)} to ${high.toFixed(0)} %)`;
    const led = `${lead.difference.toFixed(1)} (${lead.low.toFixed(1)} to ${lead.high.toFixed(1)})`;
    return `| ${[plan, ...cells, won, led].join(' | ')} |`;
  });
  const numbers = seeds.map(({ seed }) => seed).join(', ');
  return [
    `Seeds ${numbers}. Means over seeds; in brackets, on how many seeds the plan is the best of the three at that score.`,
    '',
    '| plan | use | trust | science | total | beats idle (95 %) | points ahead of idle (95 %) |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
    ...(verdictOf(seeds).length === 0 ? ['holds'] : verdictOf(seeds)),
  ].join('\n');
}
