/** The model that a run began as is asked once, and another one by itself. */

import { expect, it } from 'vitest';
import { initialWeights } from '../../shared/lm/init.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { baseAnswers } from './base-answers.ts';
import { answerQuestions } from './examine.ts';
import { withModel } from './model.ts';
import { createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };

it('gives the answers that the model gives, the second time without asking', async () => {
  const { validation, market } = createTexts(seeds);
  const { suite } = validation;
  const tokenizer = trainBpe(
    market.stories.slice(0, 50).map(({ text }) => text),
    256,
  );
  const config = {
    architecture: 'transformer',
    vocabSize: 256,
    contextLength: 64,
    width: 16,
    layers: 1,
    heads: 1,
  } as const;
  const base = { config, tokenizer: tokenizer.toJSON(), weights: initialWeights(config, 5) };
  const first = await baseAnswers(suite, base, 'plain');
  const asked = await withModel(base, (model) =>
    answerQuestions(suite.questions, { model, tokenizer }, 'plain'),
  );
  expect(first).toEqual(asked);
  expect(await baseAnswers(suite, { ...base, weights: base.weights.slice() }, 'plain')).toBe(first);
  const other = base.weights.slice();
  other[7] = 0.5;
  expect(await baseAnswers(suite, { ...base, weights: other }, 'plain')).not.toBe(first);
  expect(await baseAnswers(suite, base, 'chat')).not.toBe(first);
});
