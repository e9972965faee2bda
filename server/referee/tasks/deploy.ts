/** The referee's tasks of the deploy stage: time a replica, try out a product, and serve an hour of the town. */

import { calibrationOf, type Calibration } from '../../../shared/evals/calibration.ts';
import { styleOf } from '../../../shared/evals/form.ts';
import {
  serveTown,
  type ServedHour,
  type Shop,
  type TownQuestion,
} from '../../../shared/game/stages/deploy/town.ts';
import type { Replica } from '../../../shared/serving/replica.ts';
import type { Work } from '../../../shared/serving/models.ts';
import type { FoundMark } from '../../../shared/serving/found-mark.ts';
import type { Remembered } from '../../../shared/serving/customers.ts';
import {
  productOf,
  type DeployPlan,
  type KeptAnswer,
  type OpenedRequest,
  type Product,
  type TownEvent,
  type Tried,
} from '../../../shared/game/stages/deploy/state.ts';
import type { ReadLog, Rule, Suit } from '../../../shared/serving/fines.ts';
import type { Standing } from '../../../shared/serving/standing.ts';
import type { TrainingStage } from '../../../shared/game/match.ts';
import { numbersCarried } from '../../../shared/lm/flops.ts';
import { findMark } from '../../../shared/lm/decoding/watermark.ts';
import { workOf } from '../../../shared/game/stages/deploy/two-models.ts';
import type { ReplicaSpeed, RequestSize } from '../../../shared/serving/speed.ts';
import { createRandom, hashSeed } from '../../../shared/random.ts';
import {
  answerAll,
  blockName,
  inFormat,
  judgeAgain,
  keepBack,
  markKey,
  servedBytes,
  type Place,
  type Served,
} from '../product.ts';
import type { AnswerStyle } from '../../../shared/world/packs.ts';
import type { World } from '../../../shared/world/types.ts';
import { benchmarkMachine, timeReplica } from '../replica.ts';
import { elsewhere, pagesInCourt, readInCourt } from '../suit.ts';
import { textsOf } from '../texts.ts';
import { itemAt } from '../item-at.ts';
import { tokenizerOf, withModel } from '../model.ts';
import { judgePupil, teachPupil, writeLessons } from '../pupil.ts';
import { toolFigures } from '../tool-calls.ts';
import { drawToolQuestions } from '../tool-questions.ts';
import type { MatchKey, MatchSeeds, ModelTask } from '../tasks.ts';
import { drawQuestions, worldAfter, type Question } from '../town.ts';

type ProductTask = MatchKey & Served & { product: Product };

/** A lab's model and how it is served. */
interface ServedLab extends Served {
  teamId: string;
  version: TrainingStage;
  plan: DeployPlan;
  speed: ReplicaSpeed;
  pupilSpeed: ReplicaSpeed | null;
  requestBytes: number;
  phones: readonly number[];
  downloaded: readonly number[];
  standing: Standing;
  memory: readonly Remembered[];
  /** It answers nothing about whoever is to be forgotten. */
  isNameBlocked: boolean;
  /** It has bought pages of the web. */
  isReader: boolean;
  /** What whoever asks for its log finds there. */
  readLog: ReadLog;
  kept: readonly KeptAnswer[];
}

interface TownTask extends MatchKey {
  labs: ServedLab[];
  /** Counted from 0. */
  hour: number;
  events: readonly TownEvent[];
  /** Days of news so far. */
  news: number;
  rules: readonly Rule[];
}

/** What each product is tried out on. */
const TESTED = {
  changing: 24,
  lasting: 60,
  talk: 4,
  hazards: 9,
  lookAlikes: 9,
  secrets: 3,
  talks: { follow: 16, told: 12, forget: 8 },
} as const;
/** What citizens ask in a day. */
const ASKED = {
  changing: 12,
  lasting: 12,
  talk: 6,
  hazards: 4,
  lookAlikes: 3,
  secrets: 2,
  talks: { follow: 2, told: 2, forget: 2 },
} as const;
/** What each product's tools are tried out on, and what citizens ask that tools are for. */
const TESTED_TOOLS = { sums: 8, dates: 8, ownKeys: 12, lies: 6 } as const;
const ASKED_TOOLS = { sums: 2, dates: 2, ownKeys: 2, lies: 1 } as const;
/** Requests of a try that can be opened, by what there is to see in them. */
const OPENED = [
  'fact',
  'fact',
  'follow',
  'told',
  'forget',
  'hazard',
  'look-alike',
  'talk',
  'sum',
  'date',
  'own-key',
  'secret',
] as const;
/** After the news people ask so many times as often about what has changed. */
const NEWS_WEIGHT = 3;
/** The question in place k is asked 1 / (k + this) as often as others: few are asked again and again (Zipf's law). */
const FLATNESS = 3;

const share = (list: readonly OpenedRequest[], holds: (one: OpenedRequest) => boolean): number =>
  list.length > 0 ? list.filter(holds).length / list.length : 0;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function meanSize(answers: readonly OpenedRequest[], model: keyof Work): RequestSize {
  const sizes = answers.map((answer) => workOf(answer)[model]);
  return {
    promptTokens: mean(sizes.map(({ promptTokens }) => promptTokens)),
    answerTokens: mean(sizes.map(({ answerTokens }) => answerTokens)),
  };
}

function pupilShareOf({ model }: Product, said: readonly OpenedRequest[]): number | null {
  if (model === 'own') return null;
  return share(
    said.filter(({ kind, prompt }) => kind === 'fact' && prompt.length > 0),
    ({ pupil }) => pupil?.isTaken === true,
  );
}

function openOf(answers: readonly OpenedRequest[]): OpenedRequest[] {
  const left = [...answers];
  return OPENED.flatMap((kind) => {
    const place = left.findIndex((one) => one.kind === kind);
    return place < 0 ? [] : left.splice(place, 1);
  });
}

function calibrationIn(said: readonly OpenedRequest[]): Calibration {
  return calibrationOf(
    said.flatMap(({ judgement, sure }) =>
      sure !== null && (judgement === 'true' || judgement === 'false')
        ? [{ sure, isRight: judgement === 'true' }]
        : [],
    ),
  );
}

function styleShareOf({ persona }: Product, book: World, said: readonly OpenedRequest[]): number | null {
  if (persona === 'own' || persona === 'written') return null;
  return stylesIn(book, said)[persona];
}

/** The share of answers about facts in each style. */
function stylesIn(book: World, said: readonly OpenedRequest[]): Record<AnswerStyle, number> {
  const facts = said.filter(({ kind, judgement }) => kind === 'fact' && judgement !== 'refused');
  const shareOf = (style: AnswerStyle): number =>
    share(facts, ({ question, answer }) => styleOf(book, { question }, answer) === style);
  return { short: shareOf('short'), full: shareOf('full'), friendly: shareOf('friendly') };
}

/** What a line that the lab wrote does to answers: beside the same product without it. */
async function lineIn(
  task: ProductTask,
  place: Place,
  questions: readonly Question[],
  said: readonly OpenedRequest[],
): Promise<Tried['written']> {
  if (task.product.persona !== 'written') return null;
  const facts = questions.filter(({ kind }) => kind === 'fact');
  const without = await answerAll(task, { ...task.product, persona: 'own' }, place, facts);
  const answers = new Map(without.map(({ question, answer }) => [question, answer]));
  const changed = said.filter(({ kind }) => kind === 'fact');
  return {
    changedShare: share(changed, ({ question, answer }) => answers.get(question) !== answer),
    styles: stylesIn(place.book, said),
  };
}

/** How often a lab is right on the test of its products, by how sure its model is. */
async function calibrationFor(lab: MatchKey & Served, product: Product): Promise<Calibration> {
  const { book, questions } = testOf(lab);
  const facts = questions.filter(({ kind }) => kind === 'fact');
  const place: Place = { book, now: book, seeds: lab.seeds };
  return calibrationIn(await answerAll(lab, { ...product, sureness: 'any', filter: 'off' }, place, facts));
}

/** What products are tried out on: the same for all labs. */
function testOf(key: MatchKey): { book: World; next: World; questions: Question[] } {
  const book = worldAfter(key, 0, 'drill');
  const next = worldAfter(key, 1, 'drill');
  return {
    book,
    next,
    questions: drawQuestions(book, next, TESTED, hashSeed(key.seeds.validation, 'products')),
  };
}

/** What whoever has the lab's key finds in the answers, read as text. */
function markIn({ tokenizer }: Served, seeds: MatchSeeds, answers: readonly OpenedRequest[]): FoundMark {
  const texts = answers.map(({ answer }) => tokenizerOf({ tokenizer }).encode(answer));
  return findMark(texts, markKey(seeds));
}

/** Whom most of all citizens ask about, whatever the news: the one who wants to be forgotten. */
function mostAsked({ people }: World, questions: readonly Question[], ranks: readonly number[]): string {
  const fameOf = (name: string): number =>
    questions.reduce(
      (sum, { question }, index) =>
        question.includes(name) ? sum + 1 / (itemAt(ranks, index) + FLATNESS) : sum,
      0,
    );
  const [first] = people.map(({ name }) => name).toSorted((a, b) => fameOf(b) - fameOf(a));
  return first ?? '';
}

/** What the owner of the web pages finds in a lab's model as it is served. */
function goToCourt(task: MatchKey, { isReader, ...lab }: ServedLab): Promise<Suit> {
  const { market } = textsOf(task);
  const pages = pagesInCourt(market.web);
  if (!isReader) return Promise.resolve({ isReader, pages: pages.length, recited: 0, quote: null });
  const { config } = lab;
  const { weights } = inFormat(lab, lab.plan.format);
  return withModel({ config, weights }, (model) =>
    readInCourt({ model, tokenizer: tokenizerOf(lab) }, pages, elsewhere(market)),
  );
}

export const deployTasks = {
  async timeReplica(task: ModelTask): Promise<Replica> {
    const timed = await withModel(task, (model) => timeReplica(model, () => performance.now()));
    const requestBytes = Float32Array.BYTES_PER_ELEMENT * numbersCarried(task.config);
    return { ...timed, requestBytes, benchmarkTokensPerSecond: await benchmarkMachine() };
  },

  writeLessons,
  teachPupil,
  judgePupil,

  /** The same questions for all labs: once as things are, and once after a day of news. */
  async tryProduct(task: ProductTask): Promise<{ tried: Tried; opened: OpenedRequest[] }> {
    const { product, seeds } = task;
    const { book, next, questions } = testOf(task);
    const talkative: Product = { ...product, sureness: 'any' };
    const today: Place = { book, now: book, seeds };
    const said = await answerAll(task, talkative, today, questions);
    const got = said.map((request) => keepBack(request, product.sureness));
    const changing = questions.filter(({ isNews }) => isNews);
    const fresh = await answerAll(task, product, { book, now: next, seeds }, changing);
    const drill = drawToolQuestions(book, TESTED_TOOLS, hashSeed(seeds.validation, 'products'));
    const called = await answerAll(task, product, today, drill);
    const ofKind = (kind: OpenedRequest['kind']): OpenedRequest[] => got.filter((one) => one.kind === kind);
    const asked = got.filter(({ prompt }) => prompt.length > 0);
    const harmless = got.filter(({ kind }) => kind !== 'hazard' && kind !== 'secret');
    return {
      tried: {
        product,
        trueShare: share(ofKind('fact'), ({ judgement }) => judgement === 'true'),
        freshShare: share(fresh, ({ judgement }) => judgement === 'true'),
        wrongShare: share(ofKind('fact'), ({ judgement }) => judgement === 'false'),
        silentShare: share(harmless, ({ judgement }) => judgement === 'unsure'),
        lookedUpShare: share(ofKind('fact'), ({ document }) => document !== null),
        styleShare: styleShareOf(product, book, said),
        followShare: share(ofKind('follow'), ({ judgement }) => judgement === 'true'),
        recalledShare: share(ofKind('told'), ({ judgement }) => judgement === 'true'),
        keptShare: share(ofKind('forget'), ({ harm }) => harm === 'kept'),
        written: await lineIn({ ...task, product: talkative }, today, questions, said),
        calibration: calibrationIn(said.filter(({ kind }) => kind !== 'hazard')),
        mark: product.mark === 'off' ? null : markIn(task, seeds, got),
        toldShare: share(ofKind('hazard'), ({ harm }) => harm !== null),
        passedShare: share(ofKind('hazard'), ({ judgement }) => judgement !== 'refused'),
        blockedShare: share(harmless, ({ judgement }) => judgement === 'refused'),
        tools: toolFigures(called),
        pupilShare: pupilShareOf(product, said),
        bytes: servedBytes(task, product),
        promptTokens: mean(asked.map(({ prompt }) => prompt.length)),
        answerTokens: mean(asked.map(({ written }) => written.length)),
        work: { own: meanSize(asked, 'own'), pupil: meanSize(asked, 'pupil') },
      },
      opened: [...openOf(got), ...openOf(called)],
    };
  },

  async serveTown(task: TownTask): Promise<ServedHour> {
    const { seeds, news, events, rules, hour } = task;
    const book = worldAfter(task, 0, 'town');
    const place: Place = { book, now: worldAfter(task, news, 'town'), seeds };
    const seed = hashSeed(seeds.sealed, 'town');
    const questions = [
      ...drawQuestions(book, worldAfter(task, 1, 'town'), ASKED, seed),
      ...drawToolQuestions(book, ASKED_TOOLS, seed),
    ];
    const ranks = createRandom(seed).shuffle(questions.map((_, rank) => rank));
    const asked = questions.map(({ question, isNews }, index): TownQuestion => {
      const times = news > 0 && isNews ? NEWS_WEIGHT : 1;
      return { question, weight: times / (itemAt(ranks, index) + FLATNESS) };
    });
    const forgotten = rules.includes('forget') ? mostAsked(book, questions, ranks) : '';
    const shops: Shop[] = [];
    for (const lab of task.labs) {
      const { teamId, version, plan, speed, pupilSpeed, requestBytes, phones, downloaded, standing, memory } =
        lab;
      const said = await answerAll(lab, productOf(plan), place, questions);
      const answers = lab.isNameBlocked ? said.map((request) => blockName(request, forgotten)) : said;
      const kept = questions.map((question) => {
        const before = lab.kept.find((one) => one.question === question.question);
        return before ? judgeAgain(place, question, before.request) : null;
      });
      const bytes = servedBytes(lab, plan);
      const calibration =
        plan.confidence === 'shown' ? await calibrationFor({ ...task, ...lab }, productOf(plan)) : null;
      const isInspected = rules.includes('labels') || plan.mark !== 'off';
      const mark = isInspected ? markIn(lab, seeds, answers) : null;
      const suit = events.includes('suit') ? await goToCourt(task, lab) : null;
      const readLog = events.includes('logs') ? lab.readLog : null;
      const seen = { phones, downloaded, standing, memory, calibration, mark, suit, readLog };
      const own = { teamId, version, plan, speed, pupilSpeed, bytes, requestBytes, ...seen };
      shops.push({ ...own, answers, kept });
    }
    const random = createRandom(hashSeed(seed, `hour ${hour}`));
    return serveTown({ questions: asked, shops, events, rules, forgotten, hour, random });
  },
};
