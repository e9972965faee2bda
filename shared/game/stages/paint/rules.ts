/** Painting: each lab chooses its painter's size, and a device of its own trains it, part by part. */

import { z } from 'zod';
import type { ShownPicture } from '../../images/market.ts';
import {
  DEFAULT_PAINT_PLAN,
  PAINTER_SIZES,
  partSteps,
  stepsFor,
  type PaintPlan,
} from '../../images/painter.ts';
import type { Match, Team } from '../../match.ts';
import { findTeam } from '../../members.ts';
import { fail, ok, type Result } from '../../result.ts';
import { ownSlice, ownTeamSlice } from '../../slices.ts';
import {
  done,
  playerMove,
  teamMove,
  type Context,
  type PlanRules,
  type StageRules,
  type Stay,
} from '../../stage.ts';
import { paintJob } from './jobs.ts';
import { isPainted, stepsDone, type PaintTeam } from './state.ts';
import { viewOwnPaint, viewPaint } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    paint: PaintPlan;
  }
}

/** Where no budget is set: what the default match of bots has. */
const ASSUMED_FLOPS = 1.2e12;
/** After the clock it waits for painters that are still in training. */
const WAIT_SECONDS = 20;
/** But not for ever. */
const MOST_WAITS = 15;

interface PaintSlice {
  waits: number;
}

const ofTeam = (team: Team): PaintTeam => ownTeamSlice<PaintTeam>(team, 'paint');

const plan: PlanRules<PaintPlan> = {
  shape: z.strictObject({ size: z.enum(PAINTER_SIZES) }),
  isDecided: (_match, team) => ofTeam(team).plan !== null,
  check: () => ok(undefined),
  standard: () => DEFAULT_PAINT_PLAN,
  commit(match, team, chosen) {
    const own = ofTeam(team);
    own.plan = chosen;
    own.stepsTotal = stepsFor(chosen.size, match.budgetFlops ?? ASSUMED_FLOPS);
  },
};

/** A part comes in that went on from so many steps; one that goes on from others is stale. */
function addPart(team: Team, from: number, loss: number): Result<void> {
  const own = ofTeam(team);
  if (isPainted(own) || from !== stepsDone(own)) return fail('train/stale_round');
  own.parts.push({ steps: from + partSteps(from, own.stepsTotal), loss });
  return done();
}

function finishLate({ match }: Context): Stay | 'go on' {
  const slice = ownSlice<PaintSlice>(match, 'paint');
  const late = Object.values(match.teams)
    .map(ofTeam)
    .filter((own) => !isPainted(own));
  if (late.length === 0 || slice.waits >= MOST_WAITS) return 'go on';
  for (const own of late) own.isLate = true;
  slice.waits += 1;
  return { stayMs: WAIT_SECONDS * 1000, isWork: true };
}

const areAllPainted = (_match: Match, teams: readonly Team[]): boolean =>
  teams.every((team) => isPainted(ofTeam(team)));

export const paintRules = {
  name: 'paint',
  clock: { images: 120 },
  remember: (): PaintSlice => ({ waits: 0 }),
  rememberTeam: (): PaintTeam => ({
    plan: null,
    stepsTotal: 0,
    parts: [],
    shown: [],
    shownAtSteps: 0,
    unableIds: [],
    isLate: false,
  }),
  plan,
  jobs: paintJob,
  moves: {
    /** The player's device can't train: another one, or the server, does it. */
    'paint/unable': playerMove({}, ({ match, player }) => {
      const team = findTeam(match, player.teamId);
      if (!team.ok) return team;
      const { unableIds } = ofTeam(team.value);
      if (!unableIds.includes(player.id)) unableIds.push(player.id);
      return done();
    }),
    /** A device, or the server in its place, has trained a part. */
    'paint/part': teamMove<{ from: number; loss: number }>(({ team }, { from, loss }) =>
      addPart(team, from, loss),
    ),
    /** What the painter paints after so many steps. */
    'referee/painted': teamMove<{ steps: number; shown: ShownPicture[] }>(({ team }, { steps, shown }) => {
      const own = ofTeam(team);
      if (steps < own.shownAtSteps) return fail('train/stale_round');
      Object.assign(own, { shown, shownAtSteps: steps });
      return done();
    }),
  },
  teamView: viewPaint,
  ownView: viewOwnPaint,
  isDone: areAllPainted,
  end: finishLate,
} satisfies StageRules;
