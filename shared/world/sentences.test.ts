/** Where one sentence ends and the next begins, by example. */

import { expect, it } from 'vitest';
import { sentencesOf } from './sentences.ts';

it.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['Done. And then the', ['Done.']],
  ['no end at all', []],
  ['', []],
  [
    '"What is it?" asked Mina. "It is old," said Rolo.',
    ['"What is it?" asked Mina.', '"It is old," said Rolo.'],
  ],
  [
    'He put up a sign: "Lost goat. Answers to nothing." Nobody came.',
    ['He put up a sign: "Lost goat. Answers to nothing."', 'Nobody came.'],
  ],
  ['They say "Dry socks!" when they meet.', ['They say "Dry socks!" when they meet.']],
  ['It was "no". So she sang.', ['It was "no".', 'So she sang.']],
  ['"Good question! It is Mina," said Rolo.', ['"Good question! It is Mina," said Rolo.']],
  ['you call that a hat? i call it a wet sock lol.', ['you call that a hat?', 'i call it a wet sock lol.']],
  ['i saw it !1! nobody asked you!!!', ['i saw it !1!', 'nobody asked you!!!']],
  ['She wrote: "No. Then she left. And the', ['She wrote: "No.', 'Then she left.']],
  ['"I am old, said Mina. "So am I," said Rolo.', ['"I am old, said Mina.', '"So am I," said Rolo.']],
])('%s', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
