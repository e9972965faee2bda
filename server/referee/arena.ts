/** Asks all contestants of the arena the same held-out questions: the labs' models, and the House, which only counts. */

import { concatRows, demonstrationRows, packRows, promptTokens } from '../../shared/data/rows.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import { evidenceFor, isProvable } from '../../shared/evals/preference.ts';
import { NgramLanguageModel } from '../../shared/lm/ngram/ngram-model.ts';
import { fitNgram } from '../../shared/lm/ngram/ngram.ts';
import { createRandom } from '../../shared/random.ts';
import type { ArenaCard } from '../../shared/game/stages/arena/state.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
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
import type { MatchTexts } from './texts.ts';

/** As players talk to their model. */
const TALKING = { temperature: 0.7, topP: 0.95 };
/** Questions of each pack: half ask for the truth, half for kindness. Exercises are no conversation. */
const QUESTIONS: Readonly<Record<DemonstrationPack, number>> = {
  facts: 4,
  recipes: 2,
  'small-talk': 6,
  exercises: 0,
};

/** Held-out questions, such that any few in a row ask for truth and kindness in turn. */
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

/** What voters are asked about a question, with the evidence they need. */
export function arenaCard(
  world: World,
  question: Demonstration,
): Pick<ArenaCard, 'trait' | 'question' | 'evidence'> {
  return isProvable(question)
    ? { trait: 'true', question: question.question, evidence: evidenceFor(world, question) }
    : { trait: 'kind', question: question.question, evidence: '' };
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
const HOUSE_ORDER = 4;
const HOUSE_CONTEXT = 64;
const HOUSE_TOKENIZER_BYTES = 100_000;
const HOUSE_BYTES = 200_000;
/** Demonstrations of each pack and style that the House has read. */
const HOUSE_CARDS = 200;

/**
 * The House's answers: drawn from an interpolated 4-gram of the questions dataset and of demonstrations in all styles, with
 * the same dice as the labs' models. It counts what followed the last three tokens, and knows no more.
 */
export function houseAnswers(
  { world, market }: Pick<MatchTexts, 'world' | 'market'>,
  questions: readonly Demonstration[],
  seed: number,
): Promise<string[]> {
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
  const model = new NgramLanguageModel(fitNgram(rows, HOUSE_VOCABULARY, HOUSE_ORDER), HOUSE_CONTEXT);
  return labAnswers(questions, { model, tokenizer }, 'chat', seed);
}
