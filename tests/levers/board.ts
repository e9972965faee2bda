/** Levers of choices that stand on players' screens and are small: a bolder rate, and what a lesson is like. */

import { demonstrationRows } from '../../shared/data/rows.ts';
import { inForm, styleOf } from '../../shared/evals/form.ts';
import { OTHER_STYLE_SHARE, OWN_STYLE_SHARE } from '../../shared/game/stages/fine-tune/plan.ts';
import { BOLD_FACTOR } from '../../shared/game/training/model.ts';
import { PRETRAINING } from '../../shared/lm/pretrain.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import {
  ANSWER_STYLES,
  type AnswerStyle,
  type Demonstration,
  type DemonstrationPack,
} from '../../shared/world/packs.ts';
import type { Lever, Measures } from './lever.ts';
import { HELD_OUT_BITS, heldOutBitsAfter, openLibrary } from './library.ts';
import { bitsPerByte, shareOf, TINY } from './study.ts';
import { answersOf, fineTune, heldOutQuestions, PACKS, pretrained } from './tuning.ts';

const BOLD_TOKENS = 150_000;

export const boldRate: Lever = {
  name: 'bold-rate',
  question: 'Does a model learn faster by bigger steps?',
  arms: { normal: `peak rate ${PRETRAINING.peakLearningRate}`, bold: `${BOLD_FACTOR} times that` },
  metrics: { 'bits per byte': HELD_OUT_BITS },
  claims: [{ metric: 'bits per byte', off: 'normal', on: 'bold', expected: 'falls' }],
  measure: async (seed) => {
    const measures: Measures = {};
    for (const [arm, factor] of [
      ['normal', 1],
      ['bold', BOLD_FACTOR],
    ] as const) {
      const library = openLibrary(seed, 150_000);
      const rate = factor * PRETRAINING.peakLearningRate;
      measures[arm] = { 'bits per byte': await heldOutBitsAfter(library, TINY, BOLD_TOKENS, rate) };
    }
    return measures;
  },
};

const CARDS_OF_EACH = 100;

/** What a model answers after lessons on these cards, to questions that no card asked. */
async function taught(
  seed: number,
  cardsOf: (pack: DemonstrationPack) => Demonstration[],
  judge: (question: Demonstration, answer: string) => boolean,
  asked: (pack: DemonstrationPack) => boolean = () => true,
): Promise<number> {
  const { library, model, oldText } = await pretrained(seed);
  const { tokenizer, world } = library;
  const { contextLength } = model.config;
  const lessons = demonstrationRows(PACKS.flatMap(cardsOf), tokenizer, contextLength);
  await fineTune({ library, model, lessons }, oldText);
  const questions = heldOutQuestions(world, seed).filter(({ pack }) => asked(pack));
  const answers = await answersOf(model, tokenizer, questions, { temperature: 0.5, seed });
  model.dispose();
  return shareOf(questions, (question, index) => judge(question, answers[index]));
}

/** Cards as the game deals them: most in the style of choice, a few in each of the others. */
function dealt(
  world: Parameters<typeof generateDemonstrations>[0],
  pack: DemonstrationPack,
  own: AnswerStyle,
  seed: number,
): Demonstration[] {
  return ANSWER_STYLES.flatMap((style) => {
    const share = style === own ? OWN_STYLE_SHARE : OTHER_STYLE_SHARE;
    return generateDemonstrations(world, {
      pack,
      style,
      count: Math.round(share * CARDS_OF_EACH),
      seed,
      split: 'train',
    });
  });
}

const STYLE_ARMS = { full: 'most cards in full sentences', friendly: 'most cards friendly' } as const;

export const style: Lever = {
  name: 'style',
  question: 'Does a model take over the style of its lesson cards?',
  arms: STYLE_ARMS,
  metrics: { friendly: 'share of answers to held-out questions that are friendly, and in form' },
  claims: [{ metric: 'friendly', off: 'full', on: 'friendly', expected: 'rises' }],
  measure: async (seed) => {
    const { world } = openLibrary(seed, 1);
    const measures: Measures = {};
    for (const own of ['full', 'friendly'] as const) {
      const friendly = await taught(
        seed,
        (pack) => dealt(world, pack, own, seed),
        (question, answer) => styleOf(world, question, answer) === 'friendly',
      );
      measures[own] = { friendly };
    }
    return measures;
  },
};

export const packs: Lever = {
  name: 'packs',
  question: 'Does a model learn to answer a kind of question that its lesson cards never show?',
  arms: { without: 'cards about facts and small talk', with: 'the same, and cards about recipes' },
  metrics: {
    'in form': 'share of answers to held-out questions about recipes that have the shape of an answer',
  },
  claims: [{ metric: 'in form', off: 'without', on: 'with', expected: 'rises' }],
  measure: async (seed) => {
    const { world } = openLibrary(seed, 1);
    const measures: Measures = {};
    for (const arm of ['without', 'with'] as const) {
      const inFormShare = await taught(
        seed,
        (pack) => (pack === 'recipes' && arm === 'without' ? [] : dealt(world, pack, 'full', seed)),
        (question, answer) => inForm(world, question, answer),
        (pack) => pack === 'recipes',
      );
      measures[arm] = { 'in form': inFormShare };
    }
    return measures;
  },
};

export const replay: Lever = {
  name: 'replay',
  question: 'Does a model forget what it has read when its lessons hold nothing of it?',
  arms: { none: 'lesson cards alone', quarter: 'a quarter of the rows being old text' },
  metrics: { 'bits per byte': HELD_OUT_BITS },
  claims: [{ metric: 'bits per byte', off: 'none', on: 'quarter', expected: 'falls' }],
  measure: async (seed) => {
    const measures: Measures = {};
    for (const [arm, replayShare] of [
      ['none', 0],
      ['quarter', 0.25],
    ] as const) {
      const { library, model, lessons, oldText } = await pretrained(seed);
      await fineTune({ library, model, lessons }, oldText, replayShare);
      measures[arm] = { 'bits per byte': await bitsPerByte(model, library.tokenizer, library.heldOut) };
      model.dispose();
    }
    return measures;
  },
};
