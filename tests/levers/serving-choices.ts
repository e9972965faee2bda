/** Levers of the workbench: what a lab may do with how sure its model is, with dice, and with a mark in its words. */

import { isTrue } from '../../shared/evals/form.ts';
import { promptTokens } from '../../shared/data/rows.ts';
import type { Calibration } from '../../shared/evals/calibration.ts';
import {
  DEFAULT_DEPLOY_PLAN,
  MARK_BIAS,
  productOf,
  SURE_BY_HEART,
  type Mark,
  type Product,
  type Tried,
} from '../../shared/game/stages/deploy/state.ts';
import { findMark } from '../../shared/lm/decoding/watermark.ts';
import type { SamplingOptions } from '../../shared/lm/language-model.ts';
import { createRandom } from '../../shared/random.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { MAX_ANSWER_TOKENS, type Examinee } from '../../server/referee/examine.ts';
import { tokenizerOf, withModel } from '../../server/referee/model.ts';
import { answerAll } from '../../server/referee/product.ts';
import { deployTasks } from '../../server/referee/tasks/deploy.ts';
import { drawQuestions, worldAfter } from '../../server/referee/town.ts';
import type { Lever, Measures } from './lever.ts';
import { EVIDENCE_SHARE, servedLab } from './served-lab.ts';
import { shareOf } from './study.ts';

type Lab = Awaited<ReturnType<typeof servedLab>>;

const PLAIN = productOf(DEFAULT_DEPLOY_PLAN);
const openLab = (seed: number): Promise<Lab> => servedLab(seed, EVIDENCE_SHARE);

async function tryOut(lab: Lab, product: Partial<Product>): Promise<Tried> {
  const { tried } = await deployTasks.tryProduct({ ...lab, product: { ...PLAIN, ...product } });
  return tried;
}

/** Of the answers of which a model is at least so sure, or less sure than that, the share that is true. */
function rightShare({ bins }: Calibration, least: number, end: number): number {
  const own = bins.filter((_, bin) => bin / bins.length >= least && bin / bins.length < end);
  const count = own.reduce((sum, bin) => sum + bin.count, 0);
  return own.reduce((sum, bin) => sum + bin.count * bin.right, 0) / Math.max(1, count);
}

const UNSURE = 0.2;

export const calibration: Lever = {
  name: 'calibration',
  question: 'Does a model know what it does not know?',
  arms: {
    unsure: `answers that the model finds less than ${UNSURE} likely`,
    sure: `answers that it finds at least ${SURE_BY_HEART} likely`,
    'sure of gossip': `the same with a wrong document before each question`,
  },
  metrics: { right: 'share of these answers that is true' },
  claims: [
    { metric: 'right', off: 'unsure', on: 'sure', expected: 'rises' },
    { metric: 'right', off: 'sure', on: 'sure of gossip', expected: 'falls' },
  ],
  measure: async (seed) => {
    const lab = await openLab(seed);
    const byHeart = (await tryOut(lab, {})).calibration;
    const gossip = (await tryOut(lab, { shelf: 'gossip' })).calibration;
    return {
      unsure: { right: rightShare(byHeart, 0, UNSURE) },
      sure: { right: rightShare(byHeart, SURE_BY_HEART, 1) },
      'sure of gossip': { right: rightShare(gossip, SURE_BY_HEART, 1) },
    };
  },
};

export const abstain: Lever = {
  name: 'abstain',
  question: 'What does it bring to answer only when the model is sure?',
  arms: {
    any: 'every answer goes out',
    fair: 'only what it finds .2 likely',
    high: 'only what it finds .4 likely',
  },
  metrics: {
    wrong: 'share of questions about facts that get a wrong answer',
    right: 'share of them that get a true one',
  },
  claims: [
    { metric: 'wrong', off: 'any', on: 'fair', expected: 'falls' },
    { metric: 'wrong', off: 'fair', on: 'high', expected: 'falls' },
    { metric: 'right', off: 'any', on: 'fair', expected: 'falls' },
    { metric: 'right', off: 'fair', on: 'high', expected: 'falls' },
  ],
  measure: async (seed) => {
    const lab = await openLab(seed);
    const measures: Measures = {};
    for (const sureness of ['any', 'fair', 'high'] as const) {
      const { wrongShare, trueShare } = await tryOut(lab, { sureness });
      measures[sureness] = { wrong: wrongShare, right: trueShare };
    }
    return measures;
  },
};

/** So many other days of news: one day changes few facts. */
const NEWS_DAYS = 5;

/** Share of true answers to what has changed, over days of news that are independent of each other. */
async function freshShare(lab: Lab, product: Product): Promise<number> {
  const book = worldAfter(lab, 0, 'drill');
  const judgements: string[] = [];
  for (let day = 1; day <= NEWS_DAYS; day++) {
    const now = worldAfter(lab, 1, `drill ${day}`);
    const wanted = { changing: 100, lasting: 0, talk: 0, hazards: 0, lookAlikes: 0, secrets: 0 };
    const questions = drawQuestions(book, now, wanted, lab.seeds.validation);
    const answers = await answerAll(lab, product, { book, now, seeds: lab.seeds }, questions);
    judgements.push(...answers.map(({ judgement }) => judgement));
  }
  return shareOf(judgements, (judgement) => judgement === 'true');
}

export const lookUpUnsure: Lever = {
  name: 'look-up-unsure',
  question: 'What is saved, and lost, when a document is looked up only for what the model is not sure of?',
  arms: {
    'by heart': 'no documents',
    always: 'the newest paper for each question',
    unsure: `the paper where it finds its answer by heart less than ${SURE_BY_HEART} likely`,
  },
  metrics: {
    'looked up': 'share of questions about facts that a document is looked up for',
    today: 'share of true answers to them',
    fresh: 'the same for facts that changed after all training text was written',
  },
  claims: [
    { metric: 'looked up', off: 'always', on: 'unsure', expected: 'falls' },
    { metric: 'today', off: 'always', on: 'unsure', expected: 'kept' },
    { metric: 'fresh', off: 'by heart', on: 'unsure', expected: 'rises' },
    { metric: 'fresh', off: 'always', on: 'unsure', expected: 'falls' },
  ],
  measure: async (seed) => {
    const lab = await openLab(seed);
    const ways: Record<string, Partial<Product>> = {
      'by heart': {},
      always: { shelf: 'paper' },
      unsure: { shelf: 'paper', lookUp: 'unsure' },
    };
    const measures: Measures = {};
    for (const [arm, product] of Object.entries(ways)) {
      const { lookedUpShare, trueShare } = await tryOut(lab, product);
      const fresh = await freshShare(lab, { ...PLAIN, ...product });
      measures[arm] = { 'looked up': lookedUpShare, today: trueShare, fresh };
    }
    return measures;
  },
};

/** Held-out questions of all kinds: a page of answers. */
const ASKED = { changing: 30, lasting: 60, talk: 12, hazards: 6, lookAlikes: 6, secrets: 6 };
/** Shares of words that whoever wants the mark gone leaves out, and of pages without a mark that may be taken for marked. */
const DROPPED = 0.2;
const ALARMED = 0.01;
/** So many standard deviations a page without a mark exceeds in that share of cases. */
const ALARM_SCORE = 2.326;
const OTHER_KEYS = 300;
const KEY = 17;

/** What a lab's model answers to a page of questions, and whether each of those about facts is true. */
function asker(lab: Lab): {
  tokenizer: Tokenizer;
  ask(model: Examinee['model'], options: Partial<SamplingOptions>, times?: number): Promise<string[]>;
  isRight(answer: string, place: number): boolean;
  facts: number;
} {
  const tokenizer = tokenizerOf(lab);
  const book = worldAfter(lab, 0, 'drill');
  const questions = drawQuestions(book, worldAfter(lab, 1, 'drill'), ASKED, lab.seeds.validation);
  const prompts = questions.map(({ question }) => promptTokens(question, tokenizer));
  return {
    tokenizer,
    async ask(model, options, times = 1) {
      const asked = prompts.flatMap((prompt) => Array.from({ length: times }, () => prompt));
      const usual = { maxTokens: MAX_ANSWER_TOKENS, temperature: 0, topP: 0.95, seed: 1, stopTokens: [END] };
      const answers = await model.generate(asked, { ...usual, ...options });
      return answers.map((answer) => tokenizer.decode(answer).trim());
    },
    isRight: (answer, place) => isTrue(book, questions[place], answer),
    facts: questions.filter(({ kind }) => kind === 'fact').length,
  };
}

const score = (texts: readonly string[], tokenizer: Tokenizer, key = KEY): number =>
  findMark(
    texts.map((text) => tokenizer.encode(text)),
    key,
  ).score;

export const watermark: Lever = {
  name: 'watermark',
  question: 'Who can tell a model by its words, and what does such a mark cost?',
  arms: {
    none: 'no mark',
    faint: `marked words are ${MARK_BIAS.faint} nats likelier`,
    strong: `${MARK_BIAS.strong} nats`,
    'strong, cut': 'the same text with every fifth word left out by chance',
  },
  metrics: {
    score: 'standard deviations by which marked words exceed one half, in a page of some 110 answers',
    right: 'share of true answers among those about facts',
    alarms: `share of ${OTHER_KEYS} other keys by which the page seems marked, where ${ALARMED} is to be expected`,
  },
  claims: [
    { metric: 'score', off: 'none', on: 'faint', expected: 'rises' },
    { metric: 'score', off: 'faint', on: 'strong', expected: 'rises' },
    { metric: 'score', off: 'strong', on: 'strong, cut', expected: 'falls' },
    { metric: 'score', off: 'none', on: 'strong, cut', expected: 'rises' },
    { metric: 'right', off: 'none', on: 'faint', expected: 'falls' },
    { metric: 'right', off: 'faint', on: 'strong', expected: 'falls' },
    { metric: 'alarms', off: 'none', on: 'strong', expected: 'same' },
  ],
  measure: async (seed) => {
    const lab = await openLab(seed);
    const { ask, isRight, facts, tokenizer } = asker(lab);
    return withModel(lab, async (model) => {
      const measured = (texts: readonly string[]): Record<string, number> => ({
        score: score(texts, tokenizer),
        right: shareOf(texts.slice(0, facts), isRight),
        alarms: shareOf(
          Array.from({ length: OTHER_KEYS }, (_, key) => score(texts, tokenizer, KEY + 1 + key)),
          (found) => found > ALARM_SCORE,
        ),
      });
      const marked = (mark: Mark): Promise<string[]> =>
        ask(model, { watermark: { key: KEY, bias: MARK_BIAS[mark] } });
      const strong = await marked('strong');
      const random = createRandom(seed).fork('cut');
      const kept = (text: string): string =>
        text
          .split(' ')
          .filter(() => !random.chance(DROPPED))
          .join(' ');
      return {
        none: measured(await marked('off')),
        faint: measured(await marked('faint')),
        strong: measured(strong),
        'strong, cut': measured(strong.map(kept)),
      };
    });
  },
};

/** Answers to a question among which the one given most often is taken. */
const VOTES = 5;

/** The answer that was given most often, the first of equals. */
function mostGiven(answers: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  return [...counts].reduce((best, other) => (other[1] > best[1] ? other : best))[0];
}

export const answerDice: Lever = {
  name: 'answer-dice',
  question: 'What do dice do to the truth of answers, and what brings it back?',
  arms: {
    none: 'always the likeliest token',
    some: 'temperature 0.7',
    bold: 'temperature 1.2',
    'bold of few': 'temperature 1.2 among the four likeliest tokens',
    vote: `of ${VOTES} answers at temperature 0.7 the one given most often`,
  },
  metrics: { right: 'share of true answers to held-out questions about facts' },
  claims: [
    { metric: 'right', off: 'none', on: 'some', expected: 'falls' },
    { metric: 'right', off: 'some', on: 'bold', expected: 'falls' },
    { metric: 'right', off: 'bold', on: 'bold of few', expected: 'rises' },
    { metric: 'right', off: 'some', on: 'vote', expected: 'rises' },
    { metric: 'right', off: 'none', on: 'vote', expected: 'reported' },
  ],
  measure: async (seed) => {
    const lab = await openLab(seed);
    const { ask, isRight, facts } = asker(lab);
    return withModel(lab, async (model) => {
      const right = (answers: readonly string[]): Record<string, number> => ({
        right: shareOf(answers.slice(0, facts), isRight),
      });
      const many = await ask(model, { temperature: 0.7 }, VOTES);
      const places = Array.from({ length: many.length / VOTES }, (_, place) => place * VOTES);
      return {
        none: right(await ask(model, {})),
        some: right(await ask(model, { temperature: 0.7 })),
        bold: right(await ask(model, { temperature: 1.2 })),
        'bold of few': right(await ask(model, { temperature: 1.2, topK: 4 })),
        vote: right(places.map((place) => mostGiven(many.slice(place, place + VOTES)))),
      };
    });
  },
};

/** Answers followed side by side. */
const BEAMS = 4;

export const answerSearch: Lever = {
  name: 'answer-search',
  question: 'Is it worth looking for the likeliest answer, and not only for the likeliest next word?',
  arms: {
    greedy: 'always the likeliest token',
    search: `the likeliest of ${BEAMS} answers followed side by side`,
  },
  metrics: { right: 'share of true answers to held-out questions about facts' },
  claims: [{ metric: 'right', off: 'greedy', on: 'search', expected: 'rises' }],
  measure: async (seed) => {
    const lab = await openLab(seed);
    const { ask, isRight, facts } = asker(lab);
    return withModel(lab, async (model) => {
      const right = async (beams: number): Promise<Record<string, number>> => ({
        right: shareOf((await ask(model, { beams })).slice(0, facts), isRight),
      });
      return { greedy: await right(1), search: await right(BEAMS) };
    });
  },
};
