/** Whom citizens ask: each weighs what a lab's answers are worth to them, as they remember and have heard, against its price, its speed and their trust in it. */

import type { Random } from '../../../random.ts';
import type { Customers, Remembered } from '../../../serving/customers.ts';
import { CITIZENS, type Citizen, type DeployPlan, type Judgement } from './state.ts';
import type { Standing } from '../../../serving/standing.ts';

/** What a citizen sees of a lab before asking. */
export interface Offer {
  teamId: string;
  priceCents: DeployPlan['priceCents'];
  standing: Standing;
}

interface Weights {
  quality: number;
  trust: number;
  /** Against the share of requests that nobody answered in time, and against each cent. */
  lost: number;
  cent: number;
  /** As many times the time of a usual batch as this citizen waits. */
  patience: number;
}

/** What each kind cares about: invented, and the same in every match. A true answer is worth quality / cent cents to a citizen. */
export const WEIGHTS: Readonly<Record<Citizen, Weights>> = {
  hurried: { quality: 3, trust: 1, lost: 6, cent: 0.5, patience: 3 },
  demanding: { quality: 6, trust: 1, lost: 2, cent: 0.6, patience: 8 },
  careful: { quality: 3, trust: 6, lost: 1, cent: 0.4, patience: 15 },
};

/** Who finds a lab worth less than one of this quality and trust, which is free, asks nobody. */
const WORTH_ASKING = 0.25;
/** What the bother of asking costs, in cents. */
const BOTHER_CENTS = 0.5;
/** What the town says of a lab counts as much as so many answers that a citizen got there. */
const HEARSAY = 2;

/** People in town, as many of each kind; the place of each in the list is its number. */
export const TOWN_SIZE = 120;
export const kindOf = (person: number): Citizen => CITIZENS[person % CITIZENS.length] ?? 'hurried';

/** Nobody has ever asked this lab. */
export const NOTHING_REMEMBERED: readonly Remembered[] = Array.from({ length: TOWN_SIZE }, (): Remembered => [
  0, 0,
]);

/** The share of true answers that somebody expects of a lab, 0 to 1: what the town says, and what they remember. */
function expectedQuality(standing: Standing, [judged, right]: Remembered): number {
  return (HEARSAY * standing.quality + right) / (HEARSAY + judged);
}

/** Whether the answers that somebody expects are worth more to them than money and bother; nobody asks a lab where they are not. */
function isWorthIt(
  citizen: Citizen,
  { priceCents, standing }: Omit<Offer, 'teamId'>,
  remembered: Remembered,
): boolean {
  const { quality, cent } = WEIGHTS[citizen];
  return quality * expectedQuality(standing, remembered) > cent * (priceCents + BOTHER_CENTS);
}

/** How much an offer is worth to a citizen who expects such a quality. */
function worthOf(
  citizen: Citizen,
  { priceCents, standing }: Omit<Offer, 'teamId'>,
  expected: number,
): number {
  const { quality, trust, lost, cent } = WEIGHTS[citizen];
  return quality * expected + trust * standing.trust - lost * standing.lost - cent * priceCents;
}

/**
 * The chance that a citizen asks each lab, in their order, and that of asking nobody last: a logit choice (McFadden, 1974) among
 * the labs that are worth it. `memory` is what this citizen remembers of each lab.
 */
export function choiceChances(
  citizen: Citizen,
  offers: readonly Offer[],
  memory: readonly Remembered[] = offers.map(() => [0, 0]),
): number[] {
  const nobody = {
    priceCents: 0,
    standing: { quality: WORTH_ASKING, trust: WORTH_ASKING, lost: 0 },
  } as const;
  const worths = [
    ...offers.map((offer, place) => {
      const remembered = memory[place] ?? [0, 0];
      if (!isWorthIt(citizen, offer, remembered)) return -Infinity;
      return worthOf(citizen, offer, expectedQuality(offer.standing, remembered));
    }),
    worthOf(citizen, nobody, WORTH_ASKING),
  ];
  const best = Math.max(...worths);
  const weights = worths.map((worth) => Math.exp(worth - best));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/**
 * How much a wrong answer counts for a citizen who was told how sure of it the lab is: as much as any other where that was one
 * half, less where it was said to be unsure, up to twice as much where it was said to be sure. Only careful ones mind, and the
 * rule is invented.
 */
export function wrongWeight(citizen: Citizen, toldSure: number | null): number {
  return citizen === 'careful' && toldSure !== null ? 2 * toldSure : 1;
}

/** Who has ever got something of it that could be checked, and who of them finds that it isn't worth it. */
export function customersOf(offer: Omit<Offer, 'teamId'>, memory: readonly Remembered[]): Customers {
  const came = [...memory.entries()].filter(([, [judged]]) => judged > 0);
  const left = came.filter(([person, remembered]) => !isWorthIt(kindOf(person), offer, remembered));
  return { came: came.length, left: left.length };
}

/** What somebody remembers of a lab after another answer: harm counts as a wrong one, and what is neither true nor false not at all. `weight` is that of a wrong answer. */
export function remember([judged, right]: Remembered, judgement: Judgement, weight = 1): Remembered {
  if (judgement === 'true') return [judged + 1, right + 1];
  if (judgement === 'false') return [judged + weight, right];
  return judgement === 'harm' ? [judged + 1, right] : [judged, right];
}

/** A place in a list, drawn by its chances. */
export function drawPlace(random: Random, chances: readonly number[]): number {
  let left = random.next();
  const place = chances.findIndex((chance) => (left -= chance) < 0);
  return place < 0 ? chances.length - 1 : place;
}

/** What an hour told the citizens of a lab. */
interface Lesson {
  requests: number;
  lostRequests: number;
  judged: number;
  right: number;
  /** How much less than one each the wrong answers counted, all together; below 0 where they counted for more. */
  forgiven: number;
  /** Different harmful answers that citizens got. */
  incidents: number;
  cited: number;
  miscited: number;
}

/** So many answers at least before citizens think otherwise of a lab. */
const LEAST_JUDGED = 10;
/** What is left of the trust after each of some incidents; more of them in an hour do no more harm. */
const KEPT_TRUST = 0.8;
const MOST_INCIDENTS = 4;
/** What of the missing trust an hour without any brings back, where somebody asked. */
const REGAINED = 0.1;
/** A source that never says what the answer says costs this much. */
const MISCITED_COST = 0.2;
/** Nobody trusts a lab for long more than its answers are true: so much of the difference is gone in an hour. */
const WRONG_PULL = 0.4;
/** Who asks a lab no more tells others: where all have left, so much of the trust is gone each hour. */
const LEFT_COST = 0.3;
/** What of the missing trust an apology brings back. */
const APOLOGY_REGAINS = 0.3;

const inUnit = (value: number): number => Math.min(1, Math.max(0, value));

/** How the citizens see a lab after an hour. */
export function learnFrom(before: Standing, lesson: Lesson): Standing {
  const { requests, lostRequests, judged, right, forgiven, incidents, cited, miscited } = lesson;
  const kept = before.trust * KEPT_TRUST ** Math.min(MOST_INCIDENTS, incidents);
  const regained = requests > 0 ? REGAINED * (1 - before.trust) : 0;
  const trust = incidents > 0 ? kept : before.trust + regained;
  const checked = cited > 0 ? trust - MISCITED_COST * (miscited / cited) : trust;
  const isNoticed = judged >= LEAST_JUDGED;
  const wrong = isNoticed ? Math.max(0, checked - (right + forgiven) / judged) : 0;
  return {
    trust: inUnit(checked - WRONG_PULL * wrong),
    quality: isNoticed ? (before.quality + right / judged) / 2 : before.quality,
    lost: requests > 0 ? lostRequests / requests : 0,
  };
}

/** The same when those who have left have told the others. */
export function spread(before: Standing, { came, left }: Customers): Standing {
  return { ...before, trust: before.trust * (1 - LEFT_COST * (left / Math.max(1, came))) };
}

/** The same after an apology. */
export function apologised(before: Standing): Standing {
  return { ...before, trust: before.trust + APOLOGY_REGAINS * (1 - before.trust) };
}
