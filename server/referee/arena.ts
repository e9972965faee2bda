/** Asks all contestants of the arena the same held-out questions: the labs' models, and the House, which only counts. */

import { concatRows, demonstrationRows, packRows, promptTokens } from '../../shared/data/rows.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import { evidenceFor, hasTrait, isProvable } from '../../shared/evals/preference.ts';
import { countingModel } from '../../shared/lm/ngram/counting-model.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createRandom } from '../../shared/random.ts';
import type { Asked } from '../../shared/game/stages/arena/pairing.ts';
import { isChecked, type Criterion } from '../../shared/game/stages/arena/state.ts';
import { trainBpe, type Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import {
  ANSWER_STYLES,
  DEMONSTRATION_PACKS,
  type Demonstration,
  type DemonstrationPack,
} from '../../shared/world/packs.ts';
import type { World } from '../../shared/world/types.ts';
import { complete, MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';
import type { MatchTexts } from './texts.ts';

/** As players talk to their model. */
const TALKING = { temperature: 0.7, topP: 0.95 };
/** Questions of each pack: half have an answer that can be proven, half are small talk. Exercises are no conversation. */
const QUESTIONS: Readonly<Record<DemonstrationPack, number>> = {
  facts: 4,
  recipes: 2,
  'small-talk': 6,
  exercises: 0,
};

/** What is asked of each question in turn: half can be checked, half only people can say. */
export const ASKED_IN_TURN: readonly Criterion[] = [
  ...(['true', 'funny', 'safe', 'kind'] as const),
  ...(['true', 'told', 'funny', 'kind'] as const),
  ...(['true', 'safe', 'told', 'kind'] as const),
];

/** Held-out questions: one that has a proven answer and one of small talk in turn. */
export function drawArenaQuestions(world: World, seed: number): Demonstration[] {
  const drawn = DEMONSTRATION_PACKS.flatMap((pack) => {
    const options = { pack, style: 'full', count: QUESTIONS[pack], seed, split: 'held-out' } as const;
    return generateDemonstrations(world, options);
  });
  const shuffled = createRandom(seed).shuffle(drawn);
  const truth = shuffled.filter(isProvable);
  const kindness = shuffled.filter((question) => !isProvable(question));
  return truth.flatMap((question, index) => [question, ...kindness.slice(index, index + 1)]);
}

/** What voters are asked about each question, with the evidence they need. */
export function arenaCards(world: World, questions: readonly Demonstration[]): Asked[] {
  return questions.map((question, index) => {
    const criterion = itemAt(ASKED_IN_TURN, index % ASKED_IN_TURN.length);
    const evidence = criterion === 'true' ? evidenceFor(world, question) : '';
    return { criterion, question: question.question, evidence };
  });
}

/** Whether an answer holds by rule; null where people alone can say. */
export function holds(
  world: World,
  criterion: Criterion,
  question: Demonstration,
  answer: string,
): boolean | null {
  return isChecked(criterion) ? hasTrait(world, criterion, question, answer) : null;
}

/** A lab's answers, each drawn once and taken as it comes. */
export function labAnswers(
  questions: readonly Demonstration[],
  examinee: Examinee,
  manner: 'chat' | 'plain',
  seed: number,
): Promise<string[]> {
  const { tokenizer } = examinee;
  const prompts = questions.map(({ question }) =>
    manner === 'chat' ? promptTokens(question, tokenizer) : [END, ...tokenizer.encode(question)],
  );
  return complete(examinee, prompts, { maxTokens: MAX_ANSWER_TOKENS, ...TALKING, seed });
}

const HOUSE_VOCABULARY = 512;
const HOUSE_CONTEXT = 64;
const HOUSE_TOKENIZER_BYTES = 100_000;
const HOUSE_BYTES = 200_000;
/** Demonstrations of each pack and style that the House has read. */
const HOUSE_CARDS = 200;

/** What the House has read, cut into tokens: the questions dataset, and demonstrations in all styles. */
export function houseReading(
  { world, market }: Pick<MatchTexts, 'world' | 'market'>,
  seed: number,
): { tokenizer: Tokenizer; rows: Rows } {
  const documents = takeBytes(market.questions, HOUSE_BYTES);
  const tokenizer = trainBpe(
    takeBytes(documents, HOUSE_TOKENIZER_BYTES).map(({ text }) => text),
    HOUSE_VOCABULARY,
  );
  const cards = DEMONSTRATION_PACKS.flatMap((pack) =>
    ANSWER_STYLES.flatMap((style) =>
      generateDemonstrations(world, { pack, style, count: HOUSE_CARDS, seed, split: 'train' }),
    ),
  );
  const rows = concatRows([
    packRows(documents, tokenizer, HOUSE_CONTEXT),
    demonstrationRows(cards, tokenizer, HOUSE_CONTEXT),
  ]);
  return { tokenizer, rows };
}

/** The House's answers, with the same dice as the labs' models. */
export function houseAnswers(
  texts: Pick<MatchTexts, 'world' | 'market'>,
  questions: readonly Demonstration[],
  seed: number,
): Promise<string[]> {
  const { tokenizer, rows } = houseReading(texts, seed);
  const model = countingModel(rows, HOUSE_VOCABULARY);
  return labAnswers(questions, { model, tokenizer }, 'chat', seed);
}
