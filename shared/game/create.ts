/** A new match: teams with names and looks, nobody in them yet, the lobby open. */

import { teamIdAt } from './ids.ts';
import type { Match, Step, Team } from './match.ts';
import type { MatchSettings } from './settings.ts';
import { USUAL_VOLUME } from './sound.ts';
import { emptySurvey } from './survey.ts';
import { nothingShared } from './voices.ts';
import { createTeamSlices, rememberIn } from './generations.ts';
import { allRules } from './stages/registry.ts';

/** Names of labs, drawn by the server without repeats. */
export const TEAM_NAMES = [
  'Mudlarks',
  'Tin Hat',
  'Big Kettle',
  'Night Owls',
  'Odd Socks',
  'Loose Screws',
  'Paper Cuts',
  'Warm Soup',
  'Second Breakfast',
  'Sharp Pencils',
  'Lost Mittens',
  'Quiet Thunder',
  'Spare Buttons',
  'Blue Ladder',
  'Cold Toast',
  'Brass Snail',
  'Four Umbrellas',
  'Rubber Stamps',
  'Slow Comets',
  'Wet Matches',
  'Glass Hammer',
  'Half Moons',
  'Lazy Rivers',
  'Burnt Sugar',
  'Round Corners',
  'Velvet Goats',
  'Long Shadows',
  'Tall Teacups',
  'Wild Parsley',
  'Yellow Boots',
] as const;

export function createTeam(index: number, name: string): Team {
  return {
    id: teamIdAt(index),
    name,
    look: index,
    proposals: [],
    drafts: [],
    defaulted: [],
    takenUnsaid: [],
    now: createTeamSlices(),
    past: [],
    spentRounds: {},
  };
}

/** The lobby once, and then all other stages in their order, as often as there are generations. */
function createSteps(generations: number): Step[] {
  return Array.from({ length: generations }, (_, index) => index + 1).flatMap((generation) =>
    allRules
      .filter(({ name }) => generation === 1 || name !== 'lobby')
      .map(({ name: stage }): Step => ({ id: `${generation}.${stage}`, generation, stage })),
  );
}

/** `teamNames` has one name for each of `settings.teamCount` teams; `lotSeed` decides what is auctioned. */
export function createMatch(options: {
  code: string;
  settings: MatchSettings;
  teamNames: readonly string[];
  lotSeed: number;
  /** None where nobody else can come in. */
  joinOrigins?: readonly string[];
}): Match {
  const teams = options.teamNames
    .slice(0, options.settings.teamCount)
    .map((name, index) => createTeam(index, name));
  const { generations, leftOut } = options.settings;
  const steps = createSteps(generations);
  return {
    code: options.code,
    joinOrigins: options.joinOrigins ?? [],
    settings: options.settings,
    stage: 'lobby',
    stageEndsAtMs: null,
    workSinceMs: 0,
    heldUntilMs: null,
    ready: null,
    pausedAtMs: null,
    broughtBack: null,
    untimed: null,
    host: null,
    isHostMissed: false,
    screens: {},
    locked: false,
    budgetFlops: null,
    players: {},
    removed: {},
    hushedIds: [],
    audience: {},
    teams: Object.fromEntries(teams.map((team) => [team.id, team])),
    shared: nothingShared(),
    reports: [],
    volume: USUAL_VOLUME,
    survey: options.settings.survey ? emptySurvey() : null,
    schedule: steps.filter(({ stage }) => !leftOut.includes(stage)),
    at: 0,
    /* Those that are left out have theirs, too, in which nothing ever happens: so nobody has to ask whether they are there. */
    slices: Object.fromEntries(steps.map((step) => [step.id, rememberIn(step, options.lotSeed)])),
    lotSeed: options.lotSeed,
    repeats: 0,
    sequence: 0,
    appliedMoveIds: {},
  };
}
