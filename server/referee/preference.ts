/** Measures what raters look for in a model's sampled answers, and how far it moved from the model it was. */

import { demonstrationRows, promptTokens } from '../../shared/data/rows.ts';
import { formFault, inForm } from '../../shared/evals/form.ts';
import {
  hasTrait,
  isProvable,
  keepsTo,
  scorePreference,
  type PreferenceScores,
} from '../../shared/evals/preference.ts';
import { measureRise, type Rise } from '../../shared/evals/rise.ts';
import type { EvalSuite } from '../../shared/evals/suite.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { toBatch } from '../../shared/lm/rows.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import type { AlignOutcome } from '../../shared/game/stages/align/state.ts';
import type { Principle, Trait } from '../../shared/world/traits.ts';
import type { World } from '../../shared/world/types.ts';
import { complete, MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';

/** Answers to each question. Questions differ more than the answers to one of them, so many questions tell more than many answers. */
const ANSWERS_PER_QUESTION = 2;
/** A little cooler than players' own talks with their model, so that the tails of chance count less than its habits. */
const TALKING = { temperature: 0.5, topP: 0.95 };
/** Questions shown with both models' answers; spread over the packs. */
const SHOWN = 8;

/** Answers in the order of their questions; a question comes several times. */
export interface Talk {
  asked: EvalSuite['questions'];
  answers: string[];
}

/** A model's answers to every question of the suite, several times each, with the same dice for every model. */
async function sampleAnswers(
  { questions }: EvalSuite,
  examinee: Examinee,
  options: { times: number; temperature: number; topP: number; seed: number },
): Promise<Talk> {
  const { times, ...choice } = options;
  const asked = questions.flatMap((question) => Array.from({ length: times }, () => question));
  const prompts = asked.map(({ question }) => promptTokens(question, examinee.tokenizer));
  const answers = await complete(examinee, prompts, { maxTokens: MAX_ANSWER_TOKENS, ...choice });
  return { asked, answers: answers.map((answer) => answer.trim()) };
}

/** Answers as players would get them, to be judged by `scorePreference` and `measureRises`. */
export function talk(suite: EvalSuite, examinee: Examinee, seed: number): Promise<Talk> {
  return sampleAnswers(suite, examinee, { times: ANSWERS_PER_QUESTION, ...TALKING, seed });
}

/** Traits, form and variety of sampled answers to the suite's questions. */
export async function measurePreference(
  suite: EvalSuite,
  examinee: Examinee,
  seed: number,
): Promise<PreferenceScores> {
  const { asked, answers } = await talk(suite, examinee, seed);
  return scorePreference(suite.world, asked, answers);
}

/** How much more often each trait shows in one model's answers than in another's to the same questions. */
export function measureRises(world: World, before: Talk, after: Talk, seed: number): Record<Trait, Rise> {
  const riseOf = (trait: Trait): Rise => {
    const places = before.asked.flatMap((question, i) =>
      trait === 'kind' || isProvable(question) ? [i] : [],
    );
    const having = ({ asked, answers }: Talk): boolean[] =>
      places.map((i) => hasTrait(world, trait, itemAt(asked, i), itemAt(answers, i)));
    const questions = places.map((i) => itemAt(before.asked, i).question);
    return measureRise(
      questions,
      having(before),
      having(after),
      createRandom(hashSeed(seed, `rise ${trait}`)),
    );
  };
  return { kind: riseOf('kind'), true: riseOf('true') };
}

/**
 * KL(policy || reference) in nats per answer, estimated as the mean of log p - log q over answers drawn from the policy.
 * `withReference` runs with the reference's executor.
 */
export async function estimateKl(
  suite: EvalSuite,
  policy: Examinee,
  withReference: <T>(use: (executor: Executor) => Promise<T>) => Promise<T>,
  seed: number,
): Promise<number> {
  const options = { times: 2, temperature: 1, topP: 1, seed };
  const { asked, answers } = await sampleAnswers(suite, policy, options);
  const pairs = asked.map(({ question }, index) => ({ question, answer: itemAt(answers, index) }));
  const rows = demonstrationRows(pairs, policy.tokenizer, policy.model.config.contextLength);
  const batch = toBatch(rows, 0, rows.count);
  const mine = await policy.model.rowLosses(batch);
  const theirs = await withReference((executor) => executor.rowLosses(batch));
  return mine.reduce((sum, loss, row) => sum + itemAt(theirs, row) - loss, 0) / Math.max(1, rows.count);
}

/** Share of answers that keep to a principle: all where it is about style, those that can be proven where it is truth. */
export function shareKept(
  { world, questions }: Pick<EvalSuite, 'world' | 'questions'>,
  principle: Principle,
  answers: readonly string[],
): number {
  const places = questions.flatMap((question, index) =>
    principle !== 'true' || isProvable(question) ? [index] : [],
  );
  const kept = places.filter((index) =>
    keepsTo(world, principle, itemAt(questions, index), itemAt(answers, index)),
  );
  return kept.length / Math.max(1, places.length);
}

/** Questions spread evenly over the packs, with both models' answers, unpicked. */
export function showAnswers(
  suite: EvalSuite,
  before: readonly string[],
  after: readonly string[],
): AlignOutcome['answers'] {
  const stride = Math.max(1, Math.floor(suite.questions.length / SHOWN));
  return Array.from({ length: Math.min(SHOWN, suite.questions.length) }, (_, index) => {
    const at = index * stride;
    const question = itemAt(suite.questions, at);
    const answer = itemAt(after, at);
    return {
      question: question.question,
      before: itemAt(before, at),
      after: answer,
      inForm: inForm(suite.world, question, answer),
      fault: formFault(suite.world, question, answer),
    };
  });
}
