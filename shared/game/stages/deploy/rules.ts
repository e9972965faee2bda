/** The deploy stage: a lab tries out how to serve its model, decides, and the town asks all labs for a day. */

import { z } from 'zod';
import { findTeam } from '../../members.ts';
import { fail, ok, type Result } from '../../result.ts';
import {
  done,
  hostMove,
  playerMove,
  systemMove,
  teamMove,
  wrongStage,
  type PlanRules,
  type StageRules,
} from '../../stage.ts';
import type { Match, Team } from '../../match.ts';
import { dayOf, recordHour, respond, sendEvent, shopOf, turnHour } from './day.ts';
import { deployJobs, townJob } from './jobs.ts';
import {
  bringPart,
  giveTurn,
  giveUpTurn,
  putOffTurn,
  recordPart,
  refusePart,
  type GivenTurn,
} from './lessons.ts';
import type { Replica } from '../../../serving/replica.ts';
import { RETENTIONS } from '../../../serving/retention.ts';
import { MODELS, type Pupil } from '../../../serving/models.ts';
import {
  CONFIDENCES,
  DEFAULT_DEPLOY_PLAN,
  EMPTY_DAY,
  FILTERS,
  FORMATS,
  isSameProduct,
  LOOK_UPS,
  MARKS,
  MAX_LINE,
  MEMORIES,
  NOTHING_DEPLOYED,
  PERSONAS,
  RESPONSES,
  SHELVES,
  SURENESSES,
  TEMPERATURES,
  TOWN_EVENTS,
  type DeployPlan,
  type OpenedRequest,
  type Product,
  type Tried,
} from './state.ts';
import {
  BATCHES,
  DEFAULT_SERVING_PLAN,
  OWNERSHIPS,
  PLACES,
  PRICES,
  REPLICAS,
} from '../../../serving/serving-plan.ts';
import { BALANCINGS } from '../../../serving/simulate.ts';
import { TOOL_RIGHTS } from '../../../world/tool-use.ts';
import type { ServedHour } from './town.ts';
import { isPupilDue } from './two-models.ts';
import { viewDay, viewShop } from './view.ts';

declare module '../../../lifecycle.ts' {
  interface StagePlans {
    deploy: DeployPlan;
  }
}

const UNTAUGHT = { lessonsDone: 0, replica: null, turn: null, taughtBy: [], unableIds: [] };

/** Products whose figures are kept: as many as anybody looks at. */
const MOST_TRIED = 30;

export const productShape = z.strictObject({
  model: z.enum(MODELS),
  persona: z.enum(PERSONAS),
  line: z.string().max(MAX_LINE),
  memory: z.enum(MEMORIES),
  forgets: z.boolean(),
  shelf: z.enum(SHELVES),
  lookUp: z.enum(LOOK_UPS),
  temperature: z.literal([...TEMPERATURES]),
  format: z.enum(FORMATS),
  filter: z.enum(FILTERS),
  sureness: z.enum(SURENESSES),
  mark: z.enum(MARKS),
  /* Files from before there were any have none. */
  tools: z.enum(TOOL_RIGHTS).default('none'),
});

const plan: PlanRules<DeployPlan> = {
  shape: z.strictObject({
    ...productShape.shape,
    confidence: z.enum(CONFIDENCES),
    cache: z.boolean(),
    replicas: z.enum(REPLICAS),
    /* Files from before there was a choice have none. */
    place: z.enum(PLACES).default(DEFAULT_SERVING_PLAN.place),
    ownership: z.enum(OWNERSHIPS).default(DEFAULT_SERVING_PLAN.ownership),
    batch: z.literal([...BATCHES]).default(DEFAULT_SERVING_PLAN.batch),
    balancing: z.enum(BALANCINGS).default(DEFAULT_SERVING_PLAN.balancing),
    priceCents: z.literal([...PRICES]),
    /* Files from before there was a choice have none. */
    retention: z.enum(RETENTIONS).default('hours'),
  }),
  isDecided: (_match, team) => shopOf(team).plan !== null,
  check: () => ok(undefined),
  standard: () => DEFAULT_DEPLOY_PLAN,
  commit(_match, team, chosen) {
    shopOf(team).plan = chosen;
    shopOf(team).wanted = null;
  },
};

/** The referee is to sample what a product says; what was tried already needs no second look. */
function wantTry(match: Match, team: Team, product: Product): Result<void> {
  if (match.stage !== 'deploy' || dayOf(match).isOpen) return wrongStage(match);
  if (match.pausedAtMs !== null) return fail('match/paused');
  const shop = shopOf(team);
  if (shop.plan) return fail('plan/already_committed');
  if (!team.now.pretrain.run) return fail('deploy/no_model');
  shop.wanted = product;
  return ok(undefined);
}

function recordTry(team: Team, tried: Tried, opened: readonly OpenedRequest[]): Result<void> {
  const shop = shopOf(team);
  const others = shop.tried.filter(({ product }) => !isSameProduct(product, tried.product));
  shop.tried = [...others, tried].slice(-MOST_TRIED);
  shop.opened = opened;
  if (shop.wanted && isSameProduct(shop.wanted, tried.product)) shop.wanted = null;
  return done();
}

export const deployRules = {
  name: 'deploy',
  /* Two years with everything would outlast a lesson. */
  optional: { workshop: true, short: false, long: false, rehearsal: false },
  clock: { workshop: 120, short: 90, long: 90, rehearsal: 30 },
  plan,
  jobs: deployJobs,
  matchJob: townJob,
  moves: {
    'deploy/try': playerMove({ product: productShape }, ({ match, player }, { product }) => {
      const team = findTeam(match, player.teamId);
      return team.ok ? wantTry(match, team.value, product) : team;
    }),
    'deploy/respond': playerMove({ response: z.enum(RESPONSES) }, ({ match, player }, { response }) => {
      const team = findTeam(match, player.teamId);
      return team.ok ? respond(match, team.value, response) : team;
    }),
    'host/town-event': hostMove({ event: z.enum(TOWN_EVENTS) }, ({ match }, { event }) =>
      sendEvent(match, event),
    ),
    'referee/replica': teamMove<{ replica: Replica }>(({ team }, { replica }) => {
      shopOf(team).replica = replica;
      return done();
    }),
    /** What the small copy learns from is written down, and how surprised it is by that before it has learned. */
    'referee/lessons': teamMove<Pick<Pupil, 'rowsTotal' | 'tokensTotal' | 'loss'>>(
      ({ team }, { rowsTotal, tokensTotal, loss }) => {
        shopOf(team).pupil = { ...UNTAUGHT, rowsTotal, tokensTotal, loss };
        return done();
      },
    ),
    'pupil/turn': teamMove<GivenTurn>(({ team }, turn) => giveTurn(team, turn)),
    'pupil/bring': teamMove<{ playerId: string; lesson: number }>(({ match, team }, { playerId, lesson }) =>
      bringPart(match, team, playerId, lesson),
    ),
    'pupil/refuse': teamMove(({ team }) => refusePart(team)),
    'referee/pupil': teamMove<{ lesson: number; loss: number; replica: Replica | null }>(({ team }, part) =>
      recordPart(team, part),
    ),
    /** The player's device can't teach the small copy. */
    'deploy/unable': playerMove({}, ({ match, player }) => {
      const team = findTeam(match, player.teamId);
      return team.ok ? giveUpTurn(match, team.value, player.id) : team;
    }),
    'referee/tried': teamMove<{ tried: Tried; opened: readonly OpenedRequest[] }>(
      ({ team }, { tried, opened }) => recordTry(team, tried, opened),
    ),
    'referee/hour': systemMove<ServedHour>(({ match }, served) => recordHour(match, served)),
  },
  view: viewDay,
  ownView: viewShop,
  remember: () => ({ ...EMPTY_DAY }),
  rememberTeam: () => ({ ...NOTHING_DEPLOYED }),
  /* While the town asks, the clock alone moves on. */
  isDone: (match, teams) =>
    !dayOf(match).isOpen &&
    teams.every((team) => {
      const shop = shopOf(team);
      const hasModels = shop.replica !== null && !isPupilDue(shop);
      return shop.plan !== null && (hasModels || team.now.pretrain.run === null);
    }),
  end: turnHour,
  putOff(match, millis) {
    for (const team of Object.values(match.teams)) putOffTurn(team, millis);
  },
} satisfies StageRules;
