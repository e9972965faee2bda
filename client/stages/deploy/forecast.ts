/** What the simulation expects of a plan, before anybody asks. */

import { useMemo } from 'preact/hooks';
import { DAY, phonesOf } from '../../../shared/game/stages/deploy/day.ts';
import {
  forecastHour,
  USUAL_WORK,
  type Means,
  type ServingForecast,
} from '../../../shared/game/stages/deploy/serve-requests.ts';
import type { DeployPlan } from '../../../shared/game/stages/deploy/state.ts';
import { requestBytesOf } from '../../../shared/game/stages/deploy/two-models.ts';
import type { ShopView } from '../../../shared/game/stages/deploy/view.ts';
import type { PlayerView } from '../../../shared/game/sync/view.ts';
import { createRandom } from '../../../shared/random.ts';
import type { Work } from '../../../shared/serving/models.ts';
import { totalCents } from '../../../shared/serving/bill.ts';
import { triedOf } from './Measured.tsx';

/** The same chance for every look at it, so that only choices change what is expected. */
const FORECAST_SEED = 1;

/** What a lab knows before anybody asks: its product, and the devices of the room, which stand for the phones in town. */
export interface Shown {
  shop: ShopView;
  players: readonly Pick<PlayerView, 'device'>[];
}

interface Expected {
  usual: ServingForecast;
  rush: ServingForecast;
  /** What an answer costs over the town's day, in cents. */
  answerCents: number;
}

/** A model is downloaded once, in the first hour. */
function answerCents(usual: ServingForecast, rush: ServingForecast): number {
  const hours = DAY.map((events) => (events.includes('spike') ? rush : usual));
  const sum = (value: (hour: ServingForecast) => number): number =>
    hours.reduce((all, hour) => all + value(hour), 0);
  const later = sum(({ bill }) => totalCents({ ...bill, downloads: 0 }));
  return (
    (later + usual.bill.downloads) /
    Math.max(
      1,
      sum(({ outcomes }) => outcomes.answered),
    )
  );
}

interface Lab {
  means: Means;
  work: Work;
}

/** Null as long as the lab's model has not been timed. */
function labOf({ shop, players }: Shown, plan: DeployPlan): Lab | null {
  const { replica, pupil } = shop;
  if (!replica) return null;
  const tried = triedOf(shop, plan);
  const copy = pupil?.replica ?? null;
  return {
    means: {
      plan,
      speed: replica.speed,
      pupilSpeed: copy?.speed ?? null,
      bytes: tried?.bytes ?? 0,
      requestBytes: requestBytesOf(plan.model, { own: replica, pupil: copy }),
      phones: phonesOf(players, replica),
      downloaded: [],
    },
    /* Where two models are asked, a request is worth what both do for it. */
    work: plan.model === 'router' && tried ? tried.work : USUAL_WORK,
  };
}

function expect({ means, work }: Lab): Expected {
  const hour = (isSpike: boolean): ServingForecast =>
    forecastHour(means, work, isSpike, createRandom(FORECAST_SEED));
  const [usual, rush] = [hour(false), hour(true)];
  return { usual, rush, answerCents: answerCents(usual, rush) };
}

/** Simulated anew only where something has changed; null as long as the lab's model has not been timed. */
export function useExpected(shown: Shown, plan: DeployPlan): Expected | null {
  const lab = labOf(shown, plan);
  return useMemo(() => lab && expect(lab), [JSON.stringify(lab)]);
}
