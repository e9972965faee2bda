/** What all may know of the town's day, and what a lab alone knows of its product. */

import { HUSHED, isHushed } from '../../hush.ts';
import type { Match, Team, TrainingStage } from '../../match.ts';
import { DAY, dayOf, eventsNow, olderVersion, openResponses, rulesNow, shopOf } from './day.ts';
import type { Rule } from '../../../serving/fines.ts';
import type { Burst, Replica } from '../../../serving/replica.ts';
import type {
  DeployPlan,
  DeployTeamSlice,
  Hour,
  LabHour,
  OpenedRequest,
  Response,
  ServedRequest,
  TownEvent,
  Tried,
} from './state.ts';
import { dayTotals, type DayTotals } from './totals.ts';

/** What everybody sees of a lab's day. */
export interface LabDay extends DayTotals {
  teamId: string;
  plan: DeployPlan;
  response: Response | null;
  /** What the simulation said of bursts at the real model, and what the clock said. */
  bursts: readonly Burst[];
}

export interface DeployView {
  isOpen: boolean;
  isServing: boolean;
  /** Hours of the day, and those that are over. */
  hourCount: number;
  hoursDone: number;
  /** What happens in the hour that is served next, as far as it is known. */
  coming: readonly TownEvent[];
  /** That labs are held to now. */
  rules: readonly Rule[];
  /** The hour that was served last. */
  hour: Hour | null;
  labs: LabDay[];
}

export interface ShopView extends Pick<DeployTeamSlice, 'plan' | 'wanted' | 'pupil' | 'tried' | 'log'> {
  /** What it may do about the hour. */
  responses: readonly Response[];
  /** The stage whose model it could go back to. */
  older: TrainingStage | null;
  replica: Replica | null;
  tried: readonly Tried[];
  opened: readonly OpenedRequest[];
}

const hushRequest = <Request extends OpenedRequest | ServedRequest>(request: Request): Request => ({
  ...request,
  draft: null,
  use: null,
  /* A lab may have written a part of it. */
  prompt: request.prompt.map(() => HUSHED),
  ...(request.pupil && { pupil: { ...request.pupil, written: [] } }),
  written: [],
  answer: HUSHED,
});

const hushPlan = (plan: DeployPlan): DeployPlan => (plan.line === '' ? plan : { ...plan, line: HUSHED });

function hushLab(match: Match, lab: LabHour): LabHour {
  if (!isHushed(match, lab.teamId)) return lab;
  return {
    ...lab,
    incidents: lab.incidents.map((incident) => ({ ...incident, answer: HUSHED })),
    opened: lab.opened.map(hushRequest),
    suit: lab.suit?.quote ? { ...lab.suit, quote: { ...lab.suit.quote, said: HUSHED } } : lab.suit,
  };
}

export function viewDay(match: Match): DeployView | null {
  const isPast = match.stage === 'arena' || match.stage === 'debrief';
  if (match.stage !== 'deploy' && !isPast) return null;
  const day = dayOf(match);
  const last = day.hours.at(-1) ?? null;
  return {
    isOpen: day.isOpen,
    isServing: day.isServing,
    hourCount: DAY.length,
    hoursDone: day.hours.length,
    coming: day.hours.length < DAY.length ? eventsNow(day) : [],
    rules: day.isOpen ? rulesNow(day) : [],
    hour: last && { ...last, labs: last.labs.map((lab) => hushLab(match, lab)) },
    labs: Object.values(match.teams).flatMap((team): LabDay[] => {
      const { plan, response, replica } = shopOf(team);
      if (!day.isOpen || !plan || !replica) return [];
      const shown = isHushed(match, team.id) ? hushPlan(plan) : plan;
      return [{ teamId: team.id, plan: shown, response, bursts: replica.bursts, ...dayTotals(match, team) }];
    }),
  };
}

export function viewShop(match: Match, team: Team): ShopView | null {
  if (match.stage !== 'deploy') return null;
  const { plan, wanted, pupil, tried, replica, opened, log } = shopOf(team);
  const isHidden = isHushed(match, team.id);
  return {
    plan,
    wanted,
    pupil,
    tried,
    replica,
    responses: openResponses(match, team),
    older: olderVersion(team),
    opened: isHidden ? opened.map(hushRequest) : opened,
    log: isHidden ? log.map((entry) => ({ ...entry, answer: HUSHED })) : log,
  };
}
