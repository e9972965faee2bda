/** Examines a model: its surprise at held-out text, what it writes, and what it answers. */

import { STORIES_PER_OPENER } from '../../shared/evals/counts.ts';
import { isCorrectCloze, type Cloze } from '../../shared/evals/facts.ts';
import { exercisePrompt } from '../../shared/evals/exercises.ts';
import { formFault, inForm, isTrue } from '../../shared/evals/form.ts';
import { measureReadability } from '../../shared/evals/recognizer.ts';
import { scoreExercises, scoreFacts, scoreForm, type EvalSuite } from '../../shared/evals/suite.ts';
import { packRows, promptTokens } from '../../shared/data/rows.ts';
import { countBytes, evaluateBitsPerByte } from '../../shared/lm/bits-per-byte.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { toBatch } from '../../shared/lm/rows.ts';
import type { ModelSample, ModelScores, TeamResults } from '../../shared/game/match.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { SCORED_KINDS, type ScoredKind, type TextDocument } from '../../shared/world/document.ts';
import type { Demonstration } from '../../shared/world/packs.ts';
import { itemAt } from './item-at.ts';
import type { HeldOut } from './texts.ts';

/** A model ready to be examined. */
export interface Examinee {
  model: LanguageModel;
  tokenizer: Tokenizer;
}

/** Samples that are shown. */
export const SAMPLE_COUNT = 3;
/** Warm enough to differ from run to run, cool enough to stay readable. */
export const SAMPLE_CHOICE = { temperature: 0.7, topP: 0.9 };
const MAX_SAMPLE_TOKENS = 60;
export const MAX_ANSWER_TOKENS = 24;
/** Answers shown beside each other; the same questions for every team. */
const SHOWN_ANSWERS = 10;

/** Bits per byte of these documents together; the end of a document counts as one byte. NaN for none. */
export async function measureText(
  documents: readonly TextDocument[],
  { model, tokenizer }: Examinee,
): Promise<number> {
  const rows = packRows(documents, tokenizer, model.config.contextLength);
  const { nats } = await model.evaluate(toBatch(rows, 0, rows.count));
  return evaluateBitsPerByte(nats, countBytes(documents.map(({ text }) => text)) + documents.length);
}

/** Bits per byte of each kind of text, and their plain mean. */
export async function measureModel(
  { texts }: HeldOut,
  examinee: Examinee,
): Promise<Pick<ModelScores, 'bitsPerByte' | 'perKind'>> {
  const perKind = {} as Record<ScoredKind, number>;
  for (const kind of SCORED_KINDS) perKind[kind] = await measureText(texts[kind], examinee);
  const bitsPerByte = SCORED_KINDS.reduce((sum, kind) => sum + perKind[kind], 0) / SCORED_KINDS.length;
  return { bitsPerByte, perKind };
}

/** Continues prompts of tokens; one that fills the whole context is answered by nothing. */
export async function complete(
  { model, tokenizer }: Examinee,
  prompts: readonly number[][],
  options: { maxTokens: number; temperature: number; topP: number; seed: number },
): Promise<string[]> {
  const fits = (prompt: number[]): boolean => prompt.length <= model.config.contextLength;
  const answers = await model.generate(prompts.filter(fits), { ...options, stopTokens: [END] });
  let next = 0;
  return prompts.map((prompt) => (fits(prompt) ? tokenizer.decode(itemAt(answers, next++)) : ''));
}

const GREEDY = { temperature: 0, topP: 1, seed: 0 };

/** How a model goes on from each opener; each result depends on its opener, its place and the seed alone. */
export function continueOpeners(
  openers: readonly string[],
  examinee: Examinee,
  seed: number,
): Promise<string[]> {
  const prompts = openers.map((opener) => [END, ...examinee.tokenizer.encode(opener)]);
  return complete(examinee, prompts, { maxTokens: MAX_SAMPLE_TOKENS, ...SAMPLE_CHOICE, seed });
}

/** The same story openers, continued with the same dice at every scoring; the first of many are those of few. */
export async function writeSamples(
  suite: EvalSuite,
  examinee: Examinee,
  seed: number,
  count = SAMPLE_COUNT,
): Promise<ModelSample[]> {
  const openers = suite.storyOpeners.slice(0, count);
  const texts = await continueOpeners(openers, examinee, seed);
  return openers.map((prompt, index) => ({ prompt, text: itemAt(texts, index) }));
}

/** Stories to every opener of the suite, several to each; the first one to each is what is shown while the model trains. */
export async function tellStories(
  { storyOpeners }: EvalSuite,
  examinee: Examinee,
  seed: number,
): Promise<ModelSample[]> {
  const prompts = Array.from({ length: STORIES_PER_OPENER }, () => storyOpeners).flat();
  const texts = await continueOpeners(prompts, examinee, seed);
  return prompts.map((prompt, index) => ({ prompt, text: itemAt(texts, index) }));
}

/** A tuned model is asked in the chat template; a base model, which never saw it, by the question as plain text. */
export function answerQuestions(
  questions: readonly Demonstration[],
  examinee: Examinee,
  manner: 'chat' | 'plain',
): Promise<string[]> {
  const { tokenizer } = examinee;
  const prompts = questions.map(({ question }) =>
    manner === 'chat' ? promptTokens(question, tokenizer) : [END, ...tokenizer.encode(question)],
  );
  return complete(examinee, prompts, { maxTokens: MAX_ANSWER_TOKENS, ...GREEDY });
}

/** Exercises, facts, form and sentences by exact rule; `answers` are to all questions of the suite, `stories` were told unasked. */
export async function takeEvals(
  suite: EvalSuite,
  examinee: Examinee,
  answers: readonly string[],
  stories: readonly ModelSample[],
): Promise<ModelScores['evals']> {
  const ask = (prompts: readonly string[]): Promise<string[]> =>
    complete(
      examinee,
      prompts.map((prompt) => [END, ...examinee.tokenizer.encode(prompt)]),
      { maxTokens: MAX_ANSWER_TOKENS, ...GREEDY },
    );
  const exercises = await ask(suite.exercises.map(exercisePrompt));
  const facts = await ask(suite.facts.map(({ prompt }) => prompt));
  const told = measureReadability(
    suite.world,
    stories.map(({ prompt, text }) => prompt + text),
  );
  return {
    exercises: scoreExercises(suite, exercises).score,
    facts: scoreFacts(suite, facts).score,
    form: scoreForm(suite, answers).score,
    sentences: told.recognized / Math.max(1, told.sentences),
  };
}

/** Share of facts that a model completes rightly. */
export async function askFacts(facts: readonly Cloze[], examinee: Examinee): Promise<number> {
  const prompts = facts.map(({ prompt }) => [END, ...examinee.tokenizer.encode(prompt)]);
  const answers = await complete(examinee, prompts, { maxTokens: MAX_ANSWER_TOKENS, ...GREEDY });
  const right = facts.filter((cloze, index) => isCorrectCloze(cloze, itemAt(answers, index)));
  return right.length / Math.max(1, facts.length);
}

/** Questions spread evenly over the packs, with both models' answers, unpicked. */
export function compareAnswers(
  suite: EvalSuite,
  base: readonly string[],
  tuned: readonly string[],
): TeamResults['answers'] {
  const stride = Math.max(1, Math.floor(suite.questions.length / SHOWN_ANSWERS));
  return Array.from({ length: Math.min(SHOWN_ANSWERS, suite.questions.length) }, (_, index) => {
    const at = index * stride;
    const question = itemAt(suite.questions, at);
    const answer = itemAt(tuned, at);
    return {
      question: question.question,
      base: itemAt(base, at),
      tuned: answer,
      inForm: inForm(suite.world, question, answer),
      fault: formFault(suite.world, question, answer),
      isTrue: isTrue(suite.world, question, answer),
    };
  });
}
