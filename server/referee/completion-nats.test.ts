import { expect, it } from 'vitest';
import { NgramLanguageModel } from '../../shared/lm/ngram/ngram-model.ts';
import { fitNgram } from '../../shared/lm/ngram/ngram.ts';
import { packRows } from '../../shared/data/rows.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { completionNats } from './completion-nats.ts';

const CONTEXT = 16;
const documents = Array.from({ length: 40 }, (_, i) => ({
  text: i % 4 === 0 ? 'a mule eats hay' : 'a goose eats beans',
  ownRow: true,
}));
const tokenizer = trainBpe(
  documents.map(({ text }) => text),
  160,
);
const model = new NgramLanguageModel(fitNgram(packRows(documents, tokenizer, CONTEXT), 160, 3), CONTEXT);

it('finds likelier what the text said oftener, and counts nothing but the completion', async () => {
  const nats = await completionNats(model, tokenizer, 'a', [' goose', ' mule', ' xyz']);
  const [goose, mule, cow] = Array.from(nats, Number) as [number, number, number];
  expect(goose).toBeCloseTo(-Math.log(3 / 4), 0);
  expect(goose).toBeLessThan(mule);
  expect(mule).toBeLessThan(cow);
});

it('refuses what does not fit into the context', async () => {
  const long = ' goose'.repeat(CONTEXT);
  await expect(completionNats(model, tokenizer, 'a', [long])).rejects.toThrow('in 17');
});
