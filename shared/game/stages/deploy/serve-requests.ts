/** Puts the requests of an hour to a lab's machines, or to the citizens' phones: what came of each, and what it cost. */

import type { Random } from '../../../random.ts';
import { arrivalTimes } from '../../../serving/arrivals.ts';
import { phoneBill, type Bill } from '../../../serving/bill.ts';
import { figuresOf, type ServingFigures } from '../../../serving/figures.ts';
import type { Work } from '../../../serving/models.ts';
import { answerOnPhones } from '../../../serving/phones.ts';
import { simulateServing, type Simulated } from '../../../serving/simulate.ts';
import type { ReplicaSpeed } from '../../../serving/speed.ts';
import { kindOf, TOWN_SIZE, WEIGHTS } from './market.ts';
import { billOf, hourMillis, plantOf, REQUESTS_PER_LAB, spikeIn, USUAL, usualBatchMs } from './plant.ts';
import type { DeployPlan } from './state.ts';
import { machineOf } from './two-models.ts';

/** What a lab serves with. */
export interface Means {
  plan: DeployPlan;
  speed: ReplicaSpeed;
  /** Of the small copy; null where the lab has none. */
  pupilSpeed: ReplicaSpeed | null;
  /** Memory that the weights take, and that each request takes while it is answered. */
  bytes: number;
  requestBytes: number;
  /** How many times as slow as the machine the phones in town are: each citizen has one of these. */
  phones: readonly number[];
  /** The numbers of the citizens who have the model on their phones. */
  downloaded: readonly number[];
}

interface Request {
  atMs: number;
  /** The number of the citizen. */
  person: number;
  question: string;
  work: Work;
}

interface ServedRequests extends Simulated {
  bill: Bill;
  downloaded: readonly number[];
}

/** `kept`: the questions that the cache has an answer to. */
export function serveRequests(
  means: Means,
  requests: readonly Request[],
  kept: readonly string[],
  hourMs: number,
): ServedRequests {
  const { plan, speed, pupilSpeed, bytes, phones } = means;
  const machine = machineOf(plan.model, { own: speed, pupil: pupilSpeed });
  const arrivals = requests.map(({ atMs, person, question, work }) => ({
    atMs,
    ...machine.sizeOf(work),
    patienceMs: WEIGHTS[kindOf(person)].patience * usualBatchMs(speed),
    key: question,
    slowness: phones[person % phones.length] ?? 1,
  }));
  if (plan.place === 'phones') {
    const downloaded = [...new Set([...means.downloaded, ...requests.map(({ person }) => person)])];
    const bill = phoneBill(downloaded.length - means.downloaded.length, bytes);
    return { ...answerOnPhones(arrivals, machine.speed), bill, downloaded };
  }
  const simulated = simulateServing(arrivals, plantOf(plan, machine.speed, kept), hourMs);
  return { ...simulated, bill: billOf(plan, simulated, hourMs, means), downloaded: means.downloaded };
}

export interface ServingForecast extends ServingFigures {
  bill: Bill;
}

/** What the simulation says of an hour with a lab's usual share of requests, before it comes; every question is asked for the first time. */
export function forecastHour(means: Means, work: Work, isSpike: boolean, random: Random): ServingForecast {
  const hourMs = hourMillis([means.speed]);
  const times = arrivalTimes(random, REQUESTS_PER_LAB / hourMs, hourMs, isSpike ? spikeIn(hourMs) : null);
  const requests = times.map((atMs) => ({ atMs, person: random.int(TOWN_SIZE), question: '', work }));
  const { bill, ...simulated } = serveRequests(
    { ...means, plan: { ...means.plan, cache: false } },
    requests,
    [],
    hourMs,
  );
  return { ...figuresOf(simulated), bill };
}

/** The work for a usual request, whichever model answers. */
export const USUAL_WORK: Work = { own: USUAL, pupil: USUAL };
