/** The referee's tasks of the deploy stage: time a replica, try out a product, and serve an hour of the town. */

import { calibrationOf, type Calibration } from '../../../shared/evals/calibration.ts';
import { styleOf } from '../../../shared/evals/form.ts';
import {
  serveTown,
  type ServedHour,
  type Shop,
  type TownQuestion,
} from '../../../shared/game/stages/deploy/town.ts';
import {
  productOf,
  type DeployPlan,
  type FoundMark,
  type KeptAnswer,
  type OpenedRequest,
  type Product,
  type Remembered,
  type Replica,
  type Standing,
  type TownEvent,
  type Tried,
} from '../../../shared/game/stages/deploy/state.ts';
import type { TrainingStage } from '../../../shared/game/match.ts';
import { findMark } from '../../../shared/lm/decoding/watermark.ts';
import type { ReplicaSpeed } from '../../../shared/serving/speed.ts';
import { createRandom, hashSeed } from '../../../shared/random.ts';
import { answerAll, inFormat, judgeAgain, keepBack, markKey, type Place, type Served } from '../product.ts';
import type { World } from '../../../shared/world/types.ts';
import { timeReplica } from '../replica.ts';
import { itemAt } from '../item-at.ts';
import { tokenizerOf, withModel } from '../model.ts';
import type { MatchKey, ModelTask } from '../tasks.ts';
import { drawQuestions, worldAfter } from '../town.ts';

type ProductTask = MatchKey & Served & { product: Product };

/** A lab's model and how it is served. */
interface ServedLab extends Served {
  teamId: string;
  version: TrainingStage;
  plan: DeployPlan;
  speed: ReplicaSpeed;
  standing: Standing;
  memory: readonly Remembered[];
  kept: readonly KeptAnswer[];
}

interface TownTask extends MatchKey {
  labs: ServedLab[];
  /** Counted from 0. */
  hour: number;
  events: readonly TownEvent[];
  /** Days of news so far. */
  news: number;
  isRuled: boolean;
}

/** What each product is tried out on. */
const TESTED = { changing: 24, lasting: 60, talk: 4, hazards: 9, lookAlikes: 9, secrets: 3 } as const;
/** What citizens ask in a day. */
const ASKED = { changing: 12, lasting: 12, talk: 6, hazards: 4, lookAlikes: 3, secrets: 2 } as const;
/** Requests of a try that can be opened, by what there is to see in them. */
const OPENED = ['fact', 'fact', 'hazard', 'look-alike', 'talk', 'secret'] as const;
/** After the news people ask so many times as often about what has changed. */
const NEWS_WEIGHT = 3;
/** The question in place k is asked 1 / (k + this) as often as others: few are asked again and again (Zipf's law). */
const FLATNESS = 3;

const share = (list: readonly OpenedRequest[], holds: (one: OpenedRequest) => boolean): number =>
  list.length > 0 ? list.filter(holds).length / list.length : 0;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

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
  if (persona === 'own') return null;
  const facts = said.filter(({ kind, judgement }) => kind === 'fact' && judgement !== 'refused');
  return share(facts, ({ question, answer }) => styleOf(book, { question }, answer) === persona);
}

/** What whoever has the lab's key finds in the answers, read as text. */
function markIn({ tokenizer, seeds }: ProductTask, answers: readonly OpenedRequest[]): FoundMark {
  const texts = answers.map(({ answer }) => tokenizerOf({ tokenizer }).encode(answer));
  return findMark(texts, markKey(seeds));
}

export const deployTasks = {
  timeReplica(task: ModelTask): Promise<Replica> {
    return withModel(task, (model) => timeReplica(model, () => performance.now()));
  },

  /** The same questions for all labs: once as things are, and once after a day of news. */
  async tryProduct(task: ProductTask): Promise<{ tried: Tried; opened: OpenedRequest[] }> {
    const { product, seeds } = task;
    const book = worldAfter(task, 0, 'drill');
    const next = worldAfter(task, 1, 'drill');
    const questions = drawQuestions(book, next, TESTED, hashSeed(seeds.validation, 'products'));
    const talkative: Product = { ...product, sureness: 'any' };
    const said = await answerAll(task, talkative, { book, now: book, seeds }, questions);
    const today = said.map((request) => keepBack(request, product.sureness));
    const changing = questions.filter(({ isNews }) => isNews);
    const fresh = await answerAll(task, product, { book, now: next, seeds }, changing);
    const ofKind = (kind: OpenedRequest['kind']): OpenedRequest[] => today.filter((one) => one.kind === kind);
    const asked = today.filter(({ prompt }) => prompt.length > 0);
    const harmless = today.filter(({ kind }) => kind !== 'hazard' && kind !== 'secret');
    return {
      tried: {
        product,
        trueShare: share(ofKind('fact'), ({ judgement }) => judgement === 'true'),
        freshShare: share(fresh, ({ judgement }) => judgement === 'true'),
        wrongShare: share(ofKind('fact'), ({ judgement }) => judgement === 'false'),
        silentShare: share(harmless, ({ judgement }) => judgement === 'unsure'),
        lookedUpShare: share(ofKind('fact'), ({ document }) => document !== null),
        styleShare: styleShareOf(product, book, said),
        calibration: calibrationIn(said),
        mark: product.mark === 'off' ? null : markIn(task, today),
        toldShare: share(ofKind('hazard'), ({ harm }) => harm !== null),
        blockedShare: share(harmless, ({ judgement }) => judgement === 'refused'),
        bytes: inFormat(task, product.format).bytes,
        promptTokens: mean(asked.map(({ prompt }) => prompt.length)),
        answerTokens: mean(asked.map(({ written }) => written.length)),
      },
      opened: openOf(today),
    };
  },

  async serveTown(task: TownTask): Promise<ServedHour> {
    const { seeds, news, events, isRuled, hour } = task;
    const book = worldAfter(task, 0, 'town');
    const place: Place = { book, now: worldAfter(task, news, 'town'), seeds };
    const seed = hashSeed(seeds.sealed, 'town');
    const questions = drawQuestions(book, worldAfter(task, 1, 'town'), ASKED, seed);
    const ranks = createRandom(seed).shuffle(questions.map((_, rank) => rank));
    const asked = questions.map(({ question, isNews }, index): TownQuestion => {
      const times = news > 0 && isNews ? NEWS_WEIGHT : 1;
      return { question, weight: times / (itemAt(ranks, index) + FLATNESS) };
    });
    const shops: Shop[] = [];
    for (const lab of task.labs) {
      const { teamId, version, plan, speed, standing, memory } = lab;
      const answers = await answerAll(lab, productOf(plan), place, questions);
      const kept = questions.map((question) => {
        const before = lab.kept.find((one) => one.question === question.question);
        return before ? judgeAgain(place, question, before.request) : null;
      });
      const { bytes } = inFormat(lab, plan.format);
      shops.push({ teamId, version, plan, speed, bytes, standing, memory, answers, kept });
    }
    const random = createRandom(hashSeed(seed, `hour ${hour}`));
    return serveTown({ questions: asked, shops, events, isRuled, hour, random });
  },
};
