/** One match between labs with plans, on one seed, and what each came to. */

import type { TeamScore } from '../../shared/game/team-score.ts';
import { PLANS, type PlanName } from './plans.ts';
import { playMatch } from './play.ts';

/** Each lab trains on one device, so that averaging is not measured too, and has this many people to vote in the arena. */
const PLAYERS = 3;
/** Of every device, so that what comes out doesn't hang on how busy this machine is. */
const ROUND_ROWS = 512;

export interface SeedOptions<Name extends PlanName> {
  /** Of a server that allows experiments. */
  url: string;
  seed: number;
  plans: readonly Name[];
  budgetFlops: number;
  log: (line: string) => void;
}

/** The scores by plan; throws where the match fails. */
export async function playSeed<Name extends PlanName>({
  plans,
  ...options
}: SeedOptions<Name>): Promise<Record<Name, TeamScore>> {
  const report = await playMatch({
    ...options,
    preset: 'short',
    teamCount: plans.length,
    playersPerTeam: PLAYERS,
    devicesPerTeam: 1,
    roundRows: ROUND_ROWS,
    choices: plans.map((name) => PLANS[name]),
    maxSeconds: 1800,
  });
  if (!report.ok) throw new Error(`seed ${options.seed}: ${report.errors.join('; ')}`);
  const scores = report.teams.map(({ score }, index) => [plans[index], score] as const);
  return Object.fromEntries(scores) as Record<Name, TeamScore>;
}
