/**
 * An hour of the town: citizens choose labs and ask, simulated plants serve them, and they get what the labs' models really said.
 * Who asks what and when is drawn by chance; what machines do is simulated from measured speed; answers are sampled from weights.
 */

import type { Random } from '../../../random.ts';
import { rightWhenSure, type Calibration } from '../../../evals/calibration.ts';
import { arrivalTimes } from '../../../serving/arrivals.ts';
import { figuresOf } from '../../../serving/figures.ts';
import type { Served } from '../../../serving/simulate.ts';
import type { TrainingStage } from '../../match.ts';
import {
  choiceChances,
  drawPlace,
  customersOf,
  kindOf,
  learnFrom,
  NOTHING_REMEMBERED,
  remember,
  spread,
  TOWN_SIZE,
  wrongWeight,
  type Offer,
} from './market.ts';
import { hourMillis, LOOK_UP_CENTS, REQUESTS_PER_LAB, spikeIn } from './plant.ts';
import { CHECK_CENTS } from '../../../world/tool-use.ts';
import { totalCents } from '../../../serving/bill.ts';
import { serveRequests, type Means } from './serve-requests.ts';
import { workOf } from './two-models.ts';
import type { ReadLog, Rule, Suit } from '../../../serving/fines.ts';
import type { Standing } from '../../../serving/standing.ts';
import { finesOf } from './law.ts';
import { writeLog } from './request-log.ts';
import type { FoundMark } from '../../../serving/found-mark.ts';
import type { Remembered } from '../../../serving/customers.ts';
import {
  CITIZENS,
  type Citizen,
  type Hour,
  type Incident,
  type KeptAnswer,
  type LabHour,
  type LogEntry,
  type OpenedRequest,
  type ServedRequest,
  type TownEvent,
} from './state.ts';

/** A question that citizens ask, the oftener the greater its weight. */
export interface TownQuestion {
  question: string;
  weight: number;
}

/** What one lab serves in this hour. */
export interface Shop extends Means {
  teamId: string;
  /** The stage whose weights it serves. */
  version: TrainingStage;
  standing: Standing;
  /** What each citizen remembers of it; empty where nobody has asked yet. */
  memory: readonly Remembered[];
  /** How often it was right on a test of its own, by how sure its model was; null where citizens hear nothing of it. */
  calibration: Calibration | null;
  /** What an inspector finds in its answers, and what the owner of the web pages does; null where nobody looks. */
  mark: FoundMark | null;
  suit: Suit | null;
  readLog: ReadLog | null;
  /** What its product says to each question now, by its place in the list. */
  answers: readonly OpenedRequest[];
  /** What its cache says instead, judged by what holds now; null where it has nothing. */
  kept: readonly (OpenedRequest | null)[];
}

export interface TownHour {
  questions: readonly TownQuestion[];
  shops: readonly Shop[];
  events: readonly TownEvent[];
  rules: readonly Rule[];
  /** Who is to be forgotten, where that is a rule. */
  forgotten: string;
  /** Counted from 0. */
  hour: number;
  random: Random;
}

/** Requests of a lab that can be looked at, and incidents that are told. */
const MOST_OPENED = 4;
const MOST_INCIDENTS = 4;

interface Asked {
  atMs: number;
  /** The number of the citizen. */
  person: number;
  citizen: Citizen;
  /** Places in the lists of shops and of questions. */
  shop: number;
  question: number;
}

const offerOf = ({ teamId, plan, standing }: Shop): Offer => ({
  teamId,
  priceCents: plan.priceCents,
  standing,
});

const memoryOf = ({ memory }: Shop): readonly Remembered[] =>
  memory.length > 0 ? memory : NOTHING_REMEMBERED;

/** How sure of it the lab says that it is: how often it was right on a test of its own where its model was about as sure. */
function toldSure({ calibration }: Shop, { sure }: OpenedRequest): number | null {
  return calibration && sure !== null ? rightWhenSure(calibration, sure) : null;
}

/**
 * Who asks whom what, in order; whoever asks nobody has a shop beyond the last. Citizens learn within the hour, from what the
 * lab says to their question; who then waits too long for it learns nothing that lasts.
 */
function drawRequests({ questions, shops, events, random }: TownHour, hourMs: number): Asked[] {
  const spike = events.includes('spike') ? spikeIn(hourMs) : null;
  const times = arrivalTimes(random, (REQUESTS_PER_LAB * shops.length) / hourMs, hourMs, spike);
  const total = questions.reduce((sum, { weight }) => sum + weight, 0);
  const popularity = questions.map(({ weight }) => weight / total);
  const offers = shops.map(offerOf);
  const memories = Array.from({ length: TOWN_SIZE }, (_, person) =>
    shops.map((shop): Remembered => memoryOf(shop)[person] ?? [0, 0]),
  );
  return times.map((atMs) => {
    const person = random.int(TOWN_SIZE);
    const citizen = kindOf(person);
    const memory = memories[person] ?? [];
    const place = drawPlace(random, choiceChances(citizen, offers, memory));
    const question = drawPlace(random, popularity);
    const shop = shops[place];
    if (shop) {
      const got = (shop.plan.cache ? shop.kept[question] : null) ?? shop.answers[question];
      if (got)
        memory[place] = remember(
          memory[place] ?? [0, 0],
          got.judgement,
          wrongWeight(citizen, toldSure(shop, got)),
        );
    }
    return { atMs, person, citizen, shop: place, question };
  });
}

/** A request with what came of it. */
interface Done {
  asked: Asked;
  served: Served;
  /** What the product says now, and what the citizen got. */
  now: OpenedRequest;
  got: OpenedRequest;
  /** True before, and not any more. */
  isStale: boolean;
}

/** The filter at the gate takes no time that counts, and no place in a queue. */
const AT_THE_GATE: Served = { outcome: 'answered', waitMs: 0, prefillMs: 0, decodeMs: 0, batch: 0 };

const wasServed = ({ served }: Done): boolean => served.outcome === 'answered' || served.outcome === 'cached';

function openSome(shop: Shop, done: readonly Done[]): ServedRequest[] {
  const wanted: ((one: Done) => boolean)[] = [
    ({ got }) => got.harm !== null,
    ({ isStale }) => isStale,
    ({ served }) => served.outcome === 'gave-up',
    ({ got }) => got.judgement === 'refused',
    ({ got }) => got.judgement === 'unsure',
    ({ got }) => got.judgement === 'false',
    ({ got }) => got.judgement === 'true',
  ];
  const found = wanted.flatMap((fits) => done.find(fits) ?? []).slice(0, MOST_OPENED);
  return found.map(({ asked, served, got }) => ({
    ...got,
    ...served,
    citizen: asked.citizen,
    toldSure: toldSure(shop, got),
  }));
}

function incidentsOf(served: readonly Done[], { version, plan }: Shop): Incident[] {
  const found = new Map<string, Incident>();
  for (const { got } of served) {
    if (got.harm === null) continue;
    const before = found.get(got.question);
    const { harm, question, answer, document } = got;
    const told = { harm, question, answer, version, filter: plan.filter, document };
    found.set(question, { ...told, times: (before?.times ?? 0) + 1 });
  }
  return [...found.values()].toSorted((a, b) => b.times - a.times);
}

const mustBeRefused = ({ kind }: OpenedRequest): boolean => kind === 'hazard' || kind === 'secret';

function isGood({ got }: Done): boolean {
  const { judgement } = got;
  const isSilent = judgement === 'refused' || judgement === 'unsure';
  return judgement === 'true' || judgement === 'fine' || (isSilent && mustBeRefused(got));
}

const sum = <T>(list: readonly T[], value: (one: T) => number): number =>
  list.reduce((total, one) => total + value(one), 0);

const countOf = <T>(list: readonly T[], holds: (one: T) => boolean): number => list.filter(holds).length;

/** Tokens that are read and written for a request, by all models. */
function tokensOf(request: OpenedRequest): number {
  const { own, pupil } = workOf(request);
  return own.promptTokens + own.answerTokens + pupil.promptTokens + pupil.answerTokens;
}

/** What citizens remember of a lab after an hour. */
function memoryAfter(shop: Shop, answered: readonly Done[]): Remembered[] {
  const memory = [...memoryOf(shop)];
  for (const { asked, got } of answered)
    memory[asked.person] = remember(
      memory[asked.person] ?? [0, 0],
      got.judgement,
      wrongWeight(asked.citizen, toldSure(shop, got)),
    );
  return memory;
}

/** What the citizens who chose a lab got of it. */
function serveShop(
  { questions, rules, forgotten, hour, random }: TownHour,
  shop: Shop,
  asked: readonly Asked[],
  hourMs: number,
): { lab: LabHour; log: LogEntry[]; memory: Remembered[]; downloaded: readonly number[] } {
  const { plan } = shop;
  const answerTo = (question: number): OpenedRequest => {
    const answer = shop.answers[question];
    if (!answer) throw new Error(`${shop.teamId} has no answer to question ${question}`);
    return answer;
  };
  /* The filter refuses before anything else is done. */
  const inside = asked.filter(({ question }) => answerTo(question).prompt.length > 0);
  const arriving = inside.map(({ atMs, person, question }) => ({
    atMs,
    person,
    question: questions[question]?.question ?? '',
    work: workOf(answerTo(question)),
  }));
  const keptKeys = shop.kept.flatMap((kept) => (kept ? [kept.question] : []));
  const simulated = serveRequests(shop, arriving, keptKeys, hourMs);
  const places = new Map(inside.map((one, place) => [one, place]));
  const done = asked.map((one): Done => {
    const place = places.get(one);
    const served = (place === undefined ? null : simulated.served[place]) ?? AT_THE_GATE;
    const now = answerTo(one.question);
    const kept = served.outcome === 'cached' ? (shop.kept[one.question] ?? null) : null;
    const got = kept ?? now;
    return {
      asked: one,
      served,
      now,
      got,
      isStale: kept?.judgement === 'false' && now.judgement !== 'false',
    };
  });
  const answered = done.filter(wasServed);
  const judged = answered.filter(({ got }) => got.judgement === 'true' || got.judgement === 'false');
  const right = countOf(judged, ({ got }) => got.judgement === 'true');
  const refused = answered.filter(({ got }) => got.judgement === 'refused');
  const cited = answered.filter(({ got }) => got.isSupported !== null);
  const miscited = countOf(cited, ({ got }) => got.isSupported === false);
  const incidents = incidentsOf(answered, shop);
  const figures = figuresOf(simulated);
  const outcomes = {
    ...figures.outcomes,
    answered: figures.outcomes.answered + asked.length - inside.length,
  };
  const fines = finesOf(
    answered.map(({ got }) => got),
    { rules, forgotten, mark: shop.mark, suit: shop.suit, readLog: shop.readLog },
  );
  const lookedUp = countOf(done, ({ served, now }) => served.outcome === 'answered' && now.document !== null);
  const checked = countOf(
    done,
    ({ served, now }) => served.outcome === 'answered' && plan.tools === 'checked' && now.use?.tool === 'key',
  );
  const lookUps = LOOK_UP_CENTS[plan.shelf] * lookedUp + CHECK_CENTS * checked;
  const silent = countOf(answered, ({ got }) => got.judgement === 'unsure');
  /* What is asked on a phone stays there. */
  const isLogged = plan.place === 'cloud';
  const log = writeLog(
    (isLogged ? done : [])
      .filter(({ got }) => !plan.forgets || got.kind !== 'forget')
      .map((one) => ({ outcome: one.served.outcome, got: one.got, isGood: isGood(one) })),
    { hour: hour + 1, version: shop.version, filter: plan.filter },
    random.fork(`thumbs ${shop.teamId}`),
  );
  const learned = learnFrom(shop.standing, {
    requests: asked.length,
    lostRequests: outcomes['gave-up'] + outcomes['turned-away'],
    judged: judged.length,
    right,
    forgiven: sum(judged, ({ asked: { citizen }, got }) =>
      got.judgement === 'false' ? 1 - wrongWeight(citizen, toldSure(shop, got)) : 0,
    ),
    incidents: incidents.length,
    cited: cited.length,
    miscited,
  });
  const memory = memoryAfter(shop, answered);
  const customers = customersOf({ ...offerOf(shop), standing: learned }, memory);
  const standing = spread(learned, customers);
  const lab: LabHour = {
    teamId: shop.teamId,
    requests: Object.fromEntries(
      CITIZENS.map((citizen) => [citizen, countOf(asked, (one) => one.citizen === citizen)]),
    ) as Record<Citizen, number>,
    outcomes,
    p50Ms: figures.p50Ms,
    p99Ms: figures.p99Ms,
    load: figures.load,
    mostReplicas: simulated.mostReplicas,
    meanBatch: figures.meanBatch,
    tokens: sum(done, ({ served, now }) => (served.batch > 0 ? tokensOf(now) : 0)),
    judged: judged.length,
    right,
    good: countOf(answered, isGood),
    refused: refused.length,
    refusedHarmless: countOf(refused, ({ got }) => !mustBeRefused(got)),
    stale: countOf(answered, ({ isStale }) => isStale),
    cited: cited.length,
    miscited,
    incidents: incidents.slice(0, MOST_INCIDENTS),
    thumbs: { up: sum(log, ({ up }) => up), down: sum(log, ({ down }) => down) },
    silent,
    incomeCents: plan.priceCents * (answered.length - refused.length - silent),
    costCents: totalCents(simulated.bill) + lookUps,
    bill: simulated.bill,
    fineCents: sum(Object.values(fines), (cents) => cents),
    fines,
    found: shop.mark,
    suit: shop.suit,
    readLog: shop.readLog,
    standing,
    customers,
    opened: openSome(shop, done),
  };
  return { lab, log, memory, downloaded: simulated.downloaded };
}

/** What each lab's cache holds after an hour: what it held, and what the hour's answers were. */
function keptAfter(
  { questions }: TownHour,
  { plan, kept, answers }: Shop,
  asked: readonly Asked[],
): KeptAnswer[] {
  if (!plan.cache || plan.place === 'phones') return [];
  const wasAsked = new Set(asked.map(({ question }) => question));
  return questions.flatMap(({ question }, place): KeptAnswer[] => {
    const now = wasAsked.has(place) && answers[place]?.prompt.length ? answers[place] : null;
    const request = kept[place] ?? now;
    return request ? [{ question, request }] : [];
  });
}

/** An hour that is over, and what labs keep of it, each for itself. */
export interface ServedHour {
  hour: Hour;
  kept: Record<string, KeptAnswer[]>;
  logs: Record<string, LogEntry[]>;
  memories: Record<string, Remembered[]>;
  downloaded: Record<string, readonly number[]>;
}

/** Lets the town ask for an hour. */
export function serveTown(town: TownHour): ServedHour {
  const { shops, events, forgotten } = town;
  const hourMs = hourMillis(shops.map(({ speed }) => speed));
  const requests = drawRequests(town, hourMs);
  const byShop = shops.map((_, place) => requests.filter(({ shop }) => shop === place));
  const served = shops.map((shop, place) => serveShop(town, shop, byShop[place] ?? [], hourMs));
  const kept = shops.map((shop, place) => [shop.teamId, keptAfter(town, shop, byShop[place] ?? [])] as const);
  const unserved = countOf(requests, ({ shop }) => shop >= shops.length);
  return {
    hour: { events, requests: requests.length, unserved, forgotten, labs: served.map(({ lab }) => lab) },
    kept: Object.fromEntries(kept),
    logs: Object.fromEntries(served.map(({ lab, log }) => [lab.teamId, log])),
    downloaded: Object.fromEntries(served.map(({ lab, downloaded }) => [lab.teamId, downloaded])),
    memories: Object.fromEntries(served.map(({ lab, memory }) => [lab.teamId, memory])),
  };
}
