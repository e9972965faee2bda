/** The town's money over a whole day: whose answers are never true earns less than an honest lab, and what is free wins trust at a loss. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../random.ts';
import { DAY } from './day.ts';
import { PRICES, REPLICAS } from '../../../serving/serving-plan.ts';
import { DEFAULT_DEPLOY_PLAN, type DeployPlan, type LabHour, type OpenedRequest } from './state.ts';
import { serveTown, type Shop } from './town.ts';
import { openedRequest } from './testing.ts';

const SPEED = { prefill: { stepMs: 0.02, tokenMs: 0.003 }, decode: { stepMs: 0.03, tokenMs: 0.006 } };
const FACTS = 24;
const TALK = 15;
const SEED = 7;

/** What a lab says when so many of its answers about facts are true; small talk does no harm. */
function answersOf(trueShare: number): OpenedRequest[] {
  const random = createRandom(SEED);
  return Array.from({ length: FACTS + TALK }, (_, place) => {
    const isFact = place < FACTS;
    const isTrue = random.next() < trueShare;
    return openedRequest({
      question: `Question ${place}`,
      kind: isFact ? 'fact' : 'talk',
      answer: 'So.',
      judgement: isFact ? (isTrue ? 'true' : 'false') : 'fine',
    });
  });
}

const QUESTIONS = answersOf(0).map(({ question }, place) => ({
  question,
  weight: 1 / (((7 * place) % (FACTS + TALK)) + 3),
}));

interface LabOfDay {
  trueShare: number;
  plan: Partial<DeployPlan>;
  bytes?: number;
}

interface DayOfLab {
  profitCents: number;
  trust: number;
  good: number;
  hours: LabHour[];
}

/** A day of these labs in one town, hour by hour. */
function dayOf(labs: readonly LabOfDay[], seed = SEED): DayOfLab[] {
  let shops = labs.map(({ trueShare, plan, bytes = 100_000 }, index): Shop => ({
    teamId: `team-${index}`,
    version: 'align',
    plan: { ...DEFAULT_DEPLOY_PLAN, ...plan },
    speed: SPEED,
    pupilSpeed: null,
    bytes,
    requestBytes: 0,
    phones: [1],
    downloaded: [],
    standing: { trust: 0.6, quality: 0.5, lost: 0 },
    calibration: null,
    memory: [],
    mark: null,
    suit: null,
    readLog: null,
    answers: answersOf(trueShare),
    kept: [],
  }));
  const hours = DAY.map((events, hour) => {
    const random = createRandom(seed).fork(`hour ${hour}`);
    const served = serveTown({ questions: QUESTIONS, shops, events, rules: [], forgotten: '', hour, random });
    shops = shops.map((shop, place) => ({
      ...shop,
      standing: served.hour.labs[place]?.standing ?? shop.standing,
      memory: served.memories[shop.teamId] ?? [],
    }));
    return served.hour;
  });
  return labs.map((_, place) => {
    const own = hours.flatMap(({ labs: all }) => all[place] ?? []);
    const sum = (value: (hour: LabHour) => number): number => own.reduce((all, one) => all + value(one), 0);
    return {
      profitCents: sum(({ incomeCents, costCents }) => incomeCents - costCents),
      trust: own.at(-1)?.standing.trust ?? 0,
      good: sum(({ good }) => good),
      hours: own,
    };
  });
}

const HONEST: LabOfDay = { trueShare: 0.5, plan: {} };
const PAID = PRICES.filter((cents) => cents > 0);

describe('a day of the town', () => {
  it('leaves whose answers are never true behind an honest lab at any price, with any machines', () => {
    for (const priceCents of PRICES)
      for (const replicas of REPLICAS)
        for (const seed of [1, 2, 3]) {
          /* It even saves the rent of most bits. */
          const broken = { trueShare: 0, plan: { priceCents, replicas }, bytes: 25_000 };
          const [honest, never] = dayOf([HONEST, broken], seed);
          expect(never?.profitCents, `${priceCents} cents, ${replicas}`).toBeLessThan(
            honest?.profitCents ?? 0,
          );
        }
  });

  it('does so where both take the same price and the same machines', () => {
    for (const priceCents of PAID)
      for (const replicas of REPLICAS) {
        const plan = { priceCents, replicas };
        const [honest, never] = dayOf([
          { trueShare: 0.5, plan },
          { trueShare: 0, plan },
        ]);
        expect(never?.profitCents, `${priceCents} cents, ${replicas}`).toBeLessThan(honest?.profitCents ?? 0);
      }
  });

  it('empties the shop whose answers are never true: nobody pays again for what was always wrong', () => {
    const [, never] = dayOf([HONEST, { trueShare: 0, plan: { priceCents: 3 } }]);
    const customers = never?.hours.map((hour) => hour.customers) ?? [];
    expect(customers[0]?.came).toBeGreaterThan(20);
    expect(customers.at(-1)?.left).toBe(customers.at(-1)?.came);
    const came = never?.hours.map(({ requests }) => Object.values(requests).reduce((a, b) => a + b, 0));
    expect(came?.slice(2)).toEqual([0, 0]);
    /* Who has left tells others. */
    const trust = never?.hours.map(({ standing }) => standing.trust) ?? [];
    expect(trust).toEqual(trust.toSorted((a, b) => b - a));
    expect(trust.at(-1)).toBeLessThan(0.2);
    const [honest] = dayOf([HONEST, HONEST]);
    expect(honest?.hours.at(-1)?.customers.left).toBeLessThan(10);
    expect(honest?.trust).toBeGreaterThan(0.45);
  });

  it('lets a free lab lose money and win people, and a high price pay only where answers are true', () => {
    const free = { trueShare: 0.8, plan: { priceCents: 0 } } as const;
    const [loser, honest] = dayOf([free, HONEST]);
    expect(loser?.profitCents).toBeLessThan(0);
    expect(loser?.good).toBeGreaterThan(2 * (honest?.good ?? 0));
    expect(loser?.trust).toBeGreaterThan(honest?.trust ?? 1);
    const profitAt = (trueShare: number, priceCents: DeployPlan['priceCents']): number =>
      dayOf([{ trueShare, plan: { priceCents } }, HONEST])[0]?.profitCents ?? 0;
    expect(profitAt(0.8, 3)).toBeGreaterThan(profitAt(0.8, 1));
    expect(profitAt(0.2, 3)).toBeLessThan(profitAt(0.2, 1));
  });
});
