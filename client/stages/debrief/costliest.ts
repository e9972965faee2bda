/**
 * The decision that cost a lab most in town, beside the lab that won. Only choices whose effect on a model is proven by an experiment
 * (`quantisation`, `retrieval`, `answer-dice`, `cache-staleness`, `watermark`) or follows from the simulation's own rules are
 * named, and only where the day shows what they did.
 */

import { t } from '../../i18n/t.ts';
import type { MatchView, TeamView } from '../../../shared/game/sync/view.ts';
import { choiceChances, type Offer } from '../../../shared/game/stages/deploy/market.ts';
import { CITIZENS, FILTERS, FORMAT_BITS } from '../../../shared/game/stages/deploy/state.ts';
import type { LabDay } from '../../../shared/game/stages/deploy/view.ts';
import { coinsWords, machineWords, priceWords } from '../product-words.ts';
import type { PartName, ScoreName } from './score-parts.ts';
import { townDayOf } from './town-day.ts';

type Part = PartName | ScoreName;

interface Cause {
  /** The parts of the score that it lowers. */
  parts: readonly Part[];
  /** How much of what it could have given was lost, 0 to 1 and more. */
  size: number;
  choice: string;
  effect: string;
  /** What else it led to, where there is room to say so. */
  more?: string[];
}

/** Less than this is nothing to tell. */
const LEAST = 0.1;
/** Fewer checked answers say little. */
const LEAST_JUDGED = 10;
/** A harmful answer weighs as much as so many wrong ones. */
const HARM_WEIGHT = 5;

const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
const rightShare = ({ right, judged }: LabDay): number => share(right, judged);
const lostShare = ({ requests, served }: LabDay): number => share(requests - served, requests);

/** What citizens who know the whole day would weigh. */
function offerOf(day: LabDay): Offer {
  const { teamId, plan, trust } = day;
  return {
    teamId,
    priceCents: plan.priceCents,
    standing: { trust, quality: rightShare(day), lost: lostShare(day) },
  };
}

/**
 * The share of askers that is missing because a lab differs in one thing from the winner, by the town's own rules: how many would ask
 * it if it were `changed` in that alone, and how many do. A price keeps nobody away who would not ask for the winner's price either.
 */
function keptAway(own: LabDay, other: LabDay, changed: (offer: Offer) => Offer): number {
  const [offer, rival] = [offerOf(own), offerOf(other)];
  const asking = (mine: Offer): number =>
    CITIZENS.reduce((sum, citizen) => sum + (choiceChances(citizen, [mine, rival])[0] ?? 0), 0);
  const could = asking(changed(offer));
  return Math.max(0, share(could - asking(offer), could));
}

/** Which choice makes answers wrong that were right with the winner's; null where both chose the same. */
function wrongChoice({ plan, stale, judged }: LabDay, other: LabDay): string | null {
  const differs = (part: keyof LabDay['plan']): boolean => plan[part] !== other.plan[part];
  if (plan.format === 'int2' && differs('format'))
    return t('debrief.choice.format', { bits: FORMAT_BITS[plan.format] });
  if (plan.shelf === 'gossip' && differs('shelf')) return t('debrief.choice.gossip');
  if (plan.temperature > 1 && differs('temperature')) return t('debrief.choice.dice');
  if (plan.cache && share(stale, judged) > LEAST) return t('debrief.choice.cache', { stale });
  if (plan.mark === 'strong' && differs('mark')) return t('debrief.choice.mark');
  return plan.shelf !== 'paper' && other.plan.shelf === 'paper' ? t('debrief.choice.shelf') : null;
}

function wrongAnswers(own: LabDay, other: LabDay, winner: string): Cause[] {
  const choice = wrongChoice(own, other);
  if (choice === null || own.judged < LEAST_JUDGED) return [];
  const { came, left } = own.customers;
  const right = t('debrief.effect.right', { right: own.right, judged: own.judged });
  const better = t('debrief.effect.better', { right: other.right, judged: other.judged, winner });
  const gone = left > 0 ? [t('debrief.effect.left', { came, left })] : [];
  const missing = keptAway(own, other, (offer) => ({
    ...offer,
    standing: { ...offer.standing, quality: rightShare(other) },
  }));
  const size = Math.max(rightShare(other) - rightShare(own), missing);
  return [{ parts: ['served', 'paid', 'believed'], size, choice, effect: right, more: [better, ...gone] }];
}

function longQueue(own: LabDay, other: LabDay): Cause[] {
  if (own.plan.replicas === other.plan.replicas) return [];
  const lost = { count: own.requests - own.served, requests: own.requests };
  return [
    {
      parts: ['served', 'paid'],
      size: lostShare(own) - lostShare(other),
      choice: t('debrief.choice.machines', { machines: machineWords(own.plan.replicas) }),
      effect: t('debrief.behindLost', lost),
    },
  ];
}

function harm(own: LabDay, other: LabDay, winner: string): Cause[] {
  if (FILTERS.indexOf(own.plan.filter) >= FILTERS.indexOf(other.plan.filter)) return [];
  const told = { own: own.incidents, other: other.incidents, winner };
  return [
    {
      parts: ['believed', 'paid'],
      size: HARM_WEIGHT * (share(own.incidents, own.served) - share(other.incidents, other.served)),
      choice: t(own.plan.filter === 'off' ? 'debrief.choice.filter.off' : 'debrief.choice.filter.fair'),
      effect: t('debrief.behindHarm', told),
    },
  ];
}

/** A price that kept people away, or brought in nothing. */
function price(own: LabDay, other: LabDay, winner: string): Cause[] {
  const { priceCents } = own.plan;
  if (priceCents > other.plan.priceCents) {
    const came = { own: own.requests, other: other.requests, winner };
    return [
      {
        parts: ['served', 'paid'],
        size:
          own.requests < other.requests
            ? keptAway(own, other, (offer) => ({ ...offer, priceCents: other.plan.priceCents }))
            : 0,
        choice: t('debrief.choice.price', { price: priceWords(priceCents) }),
        effect: t('debrief.behindCame', came),
      },
    ];
  }
  if (priceCents > 0 || other.plan.priceCents === 0) return [];
  return [
    {
      parts: ['paid'],
      size: Math.max(LEAST, share(own.costCents - own.incomeCents, own.costCents)),
      choice: t('debrief.choice.free'),
      effect: t('debrief.behindPaid', {
        income: coinsWords(own.incomeCents),
        cost: coinsWords(own.costCents),
      }),
    },
  ];
}

/** The parts of a score that a day in town decides; the others are about the model alone. */
const TOWN_PARTS: readonly Part[] = ['served', 'paid', 'believed'];

/**
 * Two sentences, and what else there is to say where there is room; empty where no choice in town stands out. Where most is missing in
 * a part of the score that the day decides, only what lowers that part counts.
 */
export function costliestWords(
  match: MatchView,
  { team, winner, part }: { team: TeamView; winner: TeamView; part: Part },
  { isShort = false } = {},
): string[] {
  const [own, other] = [townDayOf(match, team), townDayOf(match, winner)];
  if (!own || !other) return [];
  const causes = [
    ...wrongAnswers(own, other, winner.name),
    ...longQueue(own, other),
    ...harm(own, other, winner.name),
    ...price(own, other, winner.name),
  ];
  const [first] = causes
    .filter(({ size, parts }) => size >= LEAST && (!TOWN_PARTS.includes(part) || parts.includes(part)))
    .toSorted((a, b) => b.size - a.size);
  if (!first) return [];
  const { choice, effect, more = [] } = first;
  return [[t('debrief.costliest', { choice, effect }), ...(isShort ? [] : more)].join(' ')];
}
