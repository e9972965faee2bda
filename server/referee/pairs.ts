/** Pairs of answers for people to rate: sampled from a team's tuned model, and turned into the rows that it is aligned on. */

import { concatRows, demonstrationRows, pickRows, promptTokens } from '../../shared/data/rows.ts';
import { inForm } from '../../shared/evals/form.ts';
import { evidenceFor, hasTrait, isProvable } from '../../shared/evals/preference.ts';
import { MIN_PAIRS } from '../../shared/game/stages/align/preferences.ts';
import { ALIGNMENT } from '../../shared/lm/dpo.ts';
import { POLICY_GRADIENT } from '../../shared/lm/policy-gradient.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';
import type { Demonstration, DemonstrationPack } from '../../shared/world/packs.ts';
import type { Trait } from '../../shared/world/traits.ts';
import type { World } from '../../shared/world/types.ts';
import { trainingCards } from './cards.ts';
import { complete, MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';
import type { Practice } from './practice.ts';
import type { PairDraft, PrepareAlignTask } from './tasks.ts';
import type { MatchTexts } from './texts.ts';

/** Answers sampled to each question; the pair is two of them that differ in the trait. */
const ANSWERS_PER_QUESTION = 12;
/** Questions asked for each pair wanted: many get only answers of one sort. */
const QUESTIONS_PER_PAIR = 3;
/** One pair in six asks for the truth, the others for kindness, which votes can teach. */
const TRUE_SHARE = 1 / 6;
const PACK_SHARES: Readonly<Record<DemonstrationPack, number>> = {
  facts: 0.4,
  recipes: 0.2,
  'small-talk': 0.4,
  exercises: 0,
};

function drawQuestions(
  texts: Pick<MatchTexts, 'world' | 'sealed'>,
  count: number,
  seed: number,
): Demonstration[] {
  const questions = (Object.keys(PACK_SHARES) as DemonstrationPack[]).flatMap((pack) =>
    trainingCards(texts, { pack, style: 'full', count: Math.round(count * PACK_SHARES[pack]), seed }),
  );
  return createRandom(seed).shuffle(questions);
}

const wordsOf = (answer: string): Set<string> => new Set(answer.toLowerCase().match(/[a-z]+/g));

/** How much two answers have in common: words of both, divided by the words of either (Jaccard). */
function likeness(first: string, second: string): number {
  const [mine, theirs] = [wordsOf(first), wordsOf(second)];
  const both = [...mine].filter((word) => theirs.has(word)).length;
  return both / Math.max(1, mine.size + theirs.size - both);
}

/** Two of the answers of which exactly one has the trait, and which differ in little else; or null. */
function closestPair(
  world: World,
  trait: Trait,
  question: Demonstration,
  answers: readonly string[],
): [string, string] | null {
  const having = answers.filter((answer) => hasTrait(world, trait, question, answer));
  const lacking = answers.filter((answer) => !hasTrait(world, trait, question, answer));
  let closest: [string, string] | null = null;
  for (const one of having)
    for (const other of lacking)
      if (!closest || likeness(one, other) > likeness(...closest)) closest = [one, other];
  return closest;
}

/**
 * Two answers that differ in the trait, both in form where there are such, so that people see the trait and no blunder; or, for
 * kindness only, any two that differ; or null.
 */
function choosePair(
  world: World,
  trait: Trait,
  question: Demonstration,
  answers: readonly string[],
): [string, string] | null {
  const different = [...new Set(answers)].filter((answer) => answer !== '');
  const formed = different.filter((answer) => inForm(world, question, answer));
  const pair = closestPair(world, trait, question, formed) ?? closestPair(world, trait, question, different);
  if (pair) return pair;
  const [first, second] = different;
  return trait === 'kind' && first !== undefined && second !== undefined ? [first, second] : null;
}

/** What may be rated of a question's answers. */
interface Candidate {
  trait: Trait;
  question: Demonstration;
  pair: [string, string];
  /** One answer has the trait and the other doesn't. */
  clear: boolean;
}

/** The pairs to be found among answers to these questions, each sampled several times at temperature 1. */
async function findPairs(
  world: World,
  examinee: Examinee,
  questions: readonly Demonstration[],
  seed: number,
): Promise<Candidate[]> {
  const prompts = questions.flatMap(({ question }) =>
    Array.from({ length: ANSWERS_PER_QUESTION }, () => promptTokens(question, examinee.tokenizer)),
  );
  const choice = { maxTokens: MAX_ANSWER_TOKENS, temperature: 1, topP: 1, seed };
  const answers = (await complete(examinee, prompts, choice)).map((answer) => answer.trim());
  return questions.flatMap((question, index) => {
    const given = answers.slice(index * ANSWERS_PER_QUESTION, (index + 1) * ANSWERS_PER_QUESTION);
    const traits: Trait[] = isProvable(question) ? ['true', 'kind'] : ['kind'];
    return traits.flatMap((trait) => {
      const pair = choosePair(world, trait, question, given);
      return pair ? [{ trait, question, pair, clear: isClear(world, trait, question, pair) }] : [];
    });
  });
}

/**
 * Up to `count` pairs from questions of the training split. Pairs on which people can disagree least are taken first: one answer
 * has the trait and the other doesn't. More questions are asked only while there are too few of these.
 */
export async function samplePairs(
  texts: Pick<MatchTexts, 'world' | 'sealed'>,
  examinee: Examinee,
  count: number,
  seed: number,
): Promise<PairDraft[]> {
  const { world } = texts;
  const questions = drawQuestions(texts, count * QUESTIONS_PER_PAIR, seed);
  const found: Candidate[] = [];
  let taken: Candidate[] = [];
  for (
    let from = 0;
    from < questions.length && taken.filter(({ clear }) => clear).length < count;
    from += count
  ) {
    const asked = questions.slice(from, from + count);
    found.push(...(await findPairs(world, examinee, asked, hashSeed(seed, `from ${from}`))));
    taken = takeByTrait(found, count);
  }
  const random = createRandom(hashSeed(seed, 'sides'));
  return taken.map(({ trait, question, pair }) => {
    const [a, b] = random.chance(0.5) ? pair : [pair[1], pair[0]];
    const evidence = trait === 'true' ? evidenceFor(world, question) : '';
    return { trait, question: question.question, evidence, a, b };
  });
}

function isClear(world: World, trait: Trait, question: Demonstration, [a, b]: [string, string]): boolean {
  return hasTrait(world, trait, question, a) !== hasTrait(world, trait, question, b);
}

/** Pairs that there are to rate at least, even where the model's answers hardly differ. */
export const LEAST_PAIRS = 2 * MIN_PAIRS;

/** Some about truth as far as there are such pairs, then the clear ones about kindness, and no question twice; others only where there are too few. */
function takeByTrait(found: readonly Candidate[], count: number): Candidate[] {
  const asked = new Set<string>();
  const take = (candidates: readonly Candidate[], most: number): Candidate[] => {
    const taken: Candidate[] = [];
    for (const candidate of candidates) {
      if (taken.length >= most || asked.has(candidate.question.question)) continue;
      asked.add(candidate.question.question);
      taken.push(candidate);
    }
    return taken;
  };
  const truth = take(
    found.filter(({ trait }) => trait === 'true'),
    Math.round(count * TRUE_SHARE),
  );
  const kindness = found.filter(({ trait }) => trait === 'kind');
  const clear = take(
    kindness.filter((candidate) => candidate.clear),
    count - truth.length,
  );
  const few = Math.min(count, LEAST_PAIRS) - truth.length - clear.length;
  return [...truth, ...clear, ...take(kindness, few)];
}

/** Steps that a training should have: few pairs are repeated more often. */
const WANTED_STEPS = 64;
const EPOCHS_RANGE: readonly [number, number] = [2, 10];
/** More pairs than this only take longer. */
const MAX_PAIRS = 240;

/** With fewer practised pairs than this the model also learns from the rated ones about tone as they are. */
const LEAST_PRACTISED = 40;

/** How often each of so many pairs is repeated. */
export function epochsFor(pairs: number): number {
  const wanted = Math.round((WANTED_STEPS * ALIGNMENT.batchGroups) / Math.max(1, pairs));
  return Math.min(EPOCHS_RANGE[1], Math.max(EPOCHS_RANGE[0], wanted));
}

/** Steps of a training by reward. */
const REWARD_STEPS = 60;

/** Rows of a training by reward: questions from the lab's lessons, each as often as it is answered in a step. */
export function questionRows(lessons: Rows, seed: number): Rows {
  const random = createRandom(hashSeed(seed, 'questions'));
  const { batchGroups, groupRows } = POLICY_GRADIENT;
  const questions = Array.from({ length: REWARD_STEPS * batchGroups }, () => random.int(lessons.count));
  return pickRows(
    lessons,
    questions.flatMap((question) => Array.from({ length: groupRows }, () => question)),
  );
}

/**
 * Rows of an aligning run in groups: in every epoch all pairs in a new order, the preferred answer before the other, and
 * after each pair cards of the team's own lessons.
 */
export function alignRows(
  task: Pick<PrepareAlignTask, 'config' | 'tokenizer' | 'preferences' | 'seeds'>,
  practised: Practice['pairs'],
  lessons: Rows,
): Rows {
  const { config, preferences, seeds } = task;
  const tokenizer = tokenizerFromJSON(task.tokenizer);
  const random = createRandom(hashSeed(seeds.shards, 'pairs'));
  const voted =
    practised.length < LEAST_PRACTISED ? preferences : preferences.filter(({ trait }) => trait === 'true');
  const judged = random.shuffle([...voted, ...practised]).slice(0, MAX_PAIRS);
  const pairs = judged
    .map(({ question, chosen, rejected }) =>
      demonstrationRows(
        [
          { question, answer: chosen },
          { question, answer: rejected },
        ],
        tokenizer,
        config.contextLength,
      ),
    )
    .filter(({ count }) => count === 2);
  const places = pairs.map((_, pair) => 2 * pair);
  const order = Array.from({ length: epochsFor(pairs.length) }, () => random.shuffle(places)).flat();
  const drawLessons = (): number[] =>
    Array.from({ length: ALIGNMENT.groupRows - 2 }, () => 2 * pairs.length + random.int(lessons.count));
  return pickRows(
    concatRows([...pairs, lessons]),
    order.flatMap((place) => [place, place + 1, ...drawLessons()]),
  );
}
