/** What a bigger vocabulary does to a text, on a corpus with one rare name. */

import { describe, expect, it } from 'vitest';
import { learnTokenizer, tokenizerSample } from './learn-tokenizer.ts';
import { benchTokenizers, findRareName, sampleSentences } from './token-bench.ts';

/** Enough different words that a small vocabulary has other things to learn than a name said twice. */
const syllables = ['ba', 'do', 'fi', 'gu', 'ke', 'lo', 'mi', 'nu', 'pa', 'ro', 'su', 'te'];
const words = syllables.flatMap((a) => syllables.flatMap((b) => syllables.slice(0, 4).map((c) => a + b + c)));
const common = Array.from(
  { length: 600 },
  (_, i) => `In the morning the goat met Wilmera at the mill. It was ${words[i % 144]} ${words[i % 576]}.`,
);
const rare = Array.from({ length: 4 }, () => 'Then old Quizzbert came.');
const texts = [...common, ...rare, 'Here comes Quizzbert, and Wilmrea.'];

describe('the bench', () => {
  const wanted = 'In the morning the goat met Wilmera.';
  const shares: number[] = [];
  const bench = benchTokenizers(texts, [256, 512], wanted, (share) => shares.push(share));

  it('cuts the same text into fewer pieces with a bigger vocabulary, and never loses a letter', () => {
    const [small, big] = bench.entries;
    for (const { cuts } of bench.entries) expect(cuts.join('')).toBe(wanted);
    expect(big.cuts.length).toBeLessThanOrEqual(small.cuts.length);
    expect(big.tokensPerSentence).toBeLessThanOrEqual(small.tokensPerSentence);
    expect(small.cuts.length).toBeLessThan(wanted.length / 2);
  });

  it('sees the rare name fall to pieces while the common one stays whole', () => {
    expect(bench.rareName).toEqual({ name: 'Quizzbert', count: 5 });
    const [small] = bench.entries;
    expect(small.nameCuts.join('')).toBe(' Quizzbert');
    expect(small.nameCuts.length).toBeGreaterThan(3);
    expect(small.cuts).toContain(' Wilmera');
  });

  it('tells how far it is, up to the end', () => {
    expect(shares.at(-1)).toBe(1);
    expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  });
});

it('finds no name where there is none, and none at the start of a sentence', () => {
  expect(findRareName(['Nobody came. Nothing was there.'])).toBeNull();
});

it('takes no word for a name that is written small elsewhere', () => {
  const texts = Array.from({ length: 5 }, () => 'He said, Every goat met Quizzbert.');
  expect(findRareName([...texts, 'Here every day is fine.'])?.name).toBe('Quizzbert');
});

it('takes sentences at even distances', () => {
  expect(sampleSentences(['One. Two! Three? Four'], 2)).toEqual(['One.', 'Three?']);
  expect(sampleSentences([''], 2)).toEqual([]);
});

it('learns from each dataset as much as its share', () => {
  const long = (word: string) => Array.from({ length: 3000 }, () => ({ text: `${word} `.repeat(50) }));
  const datasets = [
    { share: 0.75, documents: long('goat') },
    { share: 0.25, documents: long('mill') },
  ];
  const sample = tokenizerSample(datasets);
  expect(sample.filter((text) => text.startsWith('goat'))).toHaveLength(1200);
  expect(sample.filter((text) => text.startsWith('mill'))).toHaveLength(400);
  expect(learnTokenizer(datasets, 256).vocabSize).toBe(256);
});
