/** What the model said that a run began as: the same at every scoring of the run, so that it is asked once. */

import type { EvalSuite } from '../../shared/evals/suite.ts';
import { answerQuestions } from './examine.ts';
import { tokenizerOf, withModel } from './model.ts';
import type { Trained } from './tasks.ts';

/** Answers of a suite's models, of two kinds for each lab of a full room. */
const MOST_KEPT = 60;

const asked = new WeakMap<EvalSuite, Map<string, string[]>>();

/** 64 bits that tell weights from others: FNV-1a over their words, from two beginnings. */
function fingerprint(weights: Float32Array): string {
  const words = new Uint32Array(weights.buffer, weights.byteOffset, weights.length);
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (const word of words) {
    one = Math.imul(one ^ word, 0x01000193);
    other = Math.imul(other ^ (word >>> 7) ^ (word << 25), 0x01000193);
  }
  return `${one >>> 0}.${other >>> 0}`;
}

/** The answers of a model to all questions of a suite. */
export async function baseAnswers(
  suite: EvalSuite,
  base: Pick<Trained, 'config' | 'tokenizer' | 'weights'>,
  manner: 'chat' | 'plain',
): Promise<string[]> {
  const tokenizer = tokenizerOf(base);
  const known = asked.get(suite) ?? new Map<string, string[]>();
  asked.set(suite, known);
  const key = [manner, tokenizer.hash, JSON.stringify(base.config), fingerprint(base.weights)].join(' ');
  const answers =
    known.get(key) ??
    (await withModel(base, (model) => answerQuestions(suite.questions, { model, tokenizer }, manner)));
  known.delete(key);
  known.set(key, answers);
  const [oldest] = known.keys();
  if (known.size > MOST_KEPT && oldest !== undefined) known.delete(oldest);
  return answers;
}
