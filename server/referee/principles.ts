/**
 * AI feedback: a lab's own model says which of two answers keeps to written principles (constitutional AI: Bai et al., 2022). A model this
 * small understands no instruction, so each principle comes with examples: it reads some that keep to it and some that don't, a few steps
 * each, and prefers the answer that has become likelier by the first than by the others.
 */

import { demonstrationRows, pickRows } from '../../shared/data/rows.ts';
import type { OpenPair, Preference } from '../../shared/game/stages/align/preferences.ts';
import { HUMAN_PAIRS, type Taught } from '../../shared/game/stages/align/state.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { toBatch } from '../../shared/lm/rows.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { ANSWER_STYLES, type AnswerStyle } from '../../shared/world/packs.ts';
import type { Principle } from '../../shared/world/traits.ts';
import { trainingCards } from './cards.ts';
import type { Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';
import type { MatchTexts } from './texts.ts';

/** Examples of each pack in each style, and how they are read: more, or bolder steps, are no better a judge (LOG.md of the levers). */
const EXAMPLES = 8;
const READING = { steps: 20, batchRows: 16, learningRate: 3e-4 } as const;
const PACKS = ['facts', 'recipes', 'small-talk'] as const;

type Judged = Pick<OpenPair, 'question' | 'a' | 'b'>;

/** [2 x pairs]: how surprised the model is by each answer, first and second in turn, in nats. */
function surpriseAt({ model, tokenizer }: Examinee, pairs: readonly Judged[]): Promise<Float32Array> {
  const answers = pairs.flatMap(({ question, a, b }) => [
    { question, answer: a },
    { question, answer: b },
  ]);
  const rows = demonstrationRows(answers, tokenizer, model.config.contextLength);
  return model.rowLosses(toBatch(rows, 0, rows.count));
}

/** The same after it has read examples in this style. */
async function surpriseAfter(
  style: AnswerStyle,
  texts: MatchTexts,
  { model, tokenizer }: { model: Executor; tokenizer: Examinee['tokenizer'] },
  pairs: readonly Judged[],
  seed: number,
): Promise<Float32Array> {
  const cards = PACKS.flatMap((pack) => trainingCards(texts, { pack, style, count: EXAMPLES, seed }));
  const rows = demonstrationRows(cards, tokenizer, model.config.contextLength);
  const random = createRandom(hashSeed(seed, style));
  const { steps, batchRows, learningRate } = READING;
  const places = Array.from({ length: steps * batchRows }, () => random.int(rows.count));
  const read = { executor: model, rows: pickRows(rows, places), batchRows };
  await runRound({ ...read, learningRate: () => learningRate, now: () => 0 });
  return surpriseAt({ model, tokenizer }, pairs);
}

/** How far the first answer of each pair leads the second, in root mean squares, so that each principle weighs the same. */
function leadsOf(likings: readonly number[]): number[] {
  const leads = Array.from(
    { length: likings.length / 2 },
    (_, pair) => itemAt(likings, 2 * pair) - itemAt(likings, 2 * pair + 1),
  );
  const square = leads.reduce((sum, lead) => sum + lead ** 2, 0) / Math.max(1, leads.length);
  return leads.map((lead) => lead / Math.max(Number.MIN_VALUE, Math.sqrt(square)));
}

/** By all of these principles together, which answer of each pair is better; null where neither is. The model keeps its weights. */
export async function judgeByPrinciples(
  texts: MatchTexts,
  { model, tokenizer }: { model: Executor; tokenizer: Examinee['tokenizer'] },
  principles: readonly Principle[],
  pairs: readonly Judged[],
  seed: number,
): Promise<('a' | 'b' | null)[]> {
  if (pairs.length === 0) return [];
  const start = await model.weights();
  const before = await surpriseAt({ model, tokenizer }, pairs);
  const after = new Map<AnswerStyle, Float32Array>();
  for (const style of ANSWER_STYLES) {
    after.set(style, await surpriseAfter(style, texts, { model, tokenizer }, pairs, seed));
    await model.load(start);
  }
  const surprise = (style: AnswerStyle, place: number): number => after.get(style)?.[place] ?? 0;
  const likingOf = (principle: Principle, place: number): number => {
    if (principle === 'true') return -itemAt(before, place);
    const others = ANSWER_STYLES.filter((style) => style !== principle);
    const theirs = others.reduce((sum, style) => sum + surprise(style, place), 0) / others.length;
    return theirs - surprise(principle, place);
  };
  const leads = principles.map((principle) =>
    leadsOf(Array.from(before, (_, place) => likingOf(principle, place))),
  );
  return pairs.map((_, pair) => {
    const lead = leads.reduce((sum, ofOne) => sum + itemAt(ofOne, pair), 0);
    return lead > 0 ? 'a' : lead < 0 ? 'b' : null;
  });
}

/** The model's judgements in the place of people's, and on how many pairs that people had decided, too, both agree. */
export async function labelPairs(
  texts: MatchTexts,
  examinee: { model: Executor; tokenizer: Examinee['tokenizer'] },
  principles: readonly Principle[],
  pairs: readonly OpenPair[],
  seed: number,
): Promise<{ preferences: Preference[]; people: NonNullable<Taught['people']> }> {
  const judgements = await judgeByPrinciples(texts, examinee, principles, pairs, seed);
  const judged = pairs.flatMap((pair, index) => {
    const better = itemAt(judgements, index);
    return better ? [{ ...pair, better }] : [];
  });
  const both = createRandom(hashSeed(seed, 'people'))
    .shuffle(judged.filter(({ people }) => people !== null))
    .slice(0, HUMAN_PAIRS);
  return {
    preferences: judged.map(({ trait, question, a, b, better }) => {
      const [chosen, rejected] = better === 'a' ? [a, b] : [b, a];
      return { trait, question, chosen, rejected };
    }),
    people: { pairs: both.length, agreed: both.filter(({ people, better }) => people === better).length },
  };
}
