/** Asks a model how likely it finds given ways to go on: what it believes shows in its weights, without dice. */

import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { PADDING, toBatch, type Rows } from '../../shared/lm/rows.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { END } from '../../shared/tokenizer/special.ts';

/**
 * [completions]: how surprised the model is by each completion after the prompt at the start of a document, in nats. Throws a
 * RangeError when prompt and completion are longer than its context.
 */
export async function completionNats(
  model: LanguageModel,
  tokenizer: Tokenizer,
  prompt: string,
  completions: readonly string[],
): Promise<Float32Array> {
  const { contextLength } = model.config;
  const start = [END, ...tokenizer.encode(prompt)];
  const stride = contextLength + 1;
  const rows: Rows = {
    contextLength,
    count: completions.length,
    tokens: new Uint16Array(completions.length * stride).fill(PADDING),
    lossFrom: new Uint16Array(completions.length).fill(start.length),
  };
  completions.forEach((completion, row) => {
    const tokens = [...start, ...tokenizer.encode(completion)];
    if (tokens.length > stride) throw new RangeError(`completionNats: ${tokens.length} tokens in ${stride}`);
    rows.tokens.set(tokens, row * stride);
  });
  return model.rowLosses(toBatch(rows, 0, rows.count));
}
