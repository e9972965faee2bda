/** How sure a model is of what it said: how likely it finds just that answer. */

import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { PADDING, toBatch, type Rows } from '../../shared/lm/rows.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { itemAt } from './item-at.ts';

/** [answers.length]: the chance, 0 to 1, that the model goes on after each prompt with just this answer and its end, when all tokens may come. */
export async function answerChances(
  model: LanguageModel,
  prompts: readonly (readonly number[])[],
  answers: readonly (readonly number[])[],
): Promise<number[]> {
  const { contextLength } = model.config;
  const stride = contextLength + 1;
  const rows: Rows = {
    contextLength,
    count: answers.length,
    tokens: new Uint16Array(answers.length * stride).fill(PADDING),
    lossFrom: Uint16Array.from(prompts, ({ length }) => length),
  };
  answers.forEach((answer, row) => {
    rows.tokens.set([...itemAt(prompts, row), ...answer, END].slice(0, stride), row * stride);
  });
  const nats = await model.rowLosses(toBatch(rows, 0, rows.count));
  return Array.from(nats, (value) => Math.exp(-value));
}
