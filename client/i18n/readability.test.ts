/** Every sentence that is not behind "for the curious" can be read by a 14-year-old: at most grade 8, and none of the field's measures in it. */

import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { expect, it } from 'vitest';
import { en } from './en.ts';

const HIGHEST_GRADE = 8;
/** Fewer words are a label: the formula is made for sentences. */
const LEAST_WORDS = 5;
/** Opened by whoever wants to know more: what a term means, the cards of the numbers, what lies in a `Curious`. */
const CURIOUS = /^(term\..*\.about|term\.(bitsPerByte|kl|dpo)|number\.|curious\.)/;
const MEASURES = /bits per byte|\b(FLOPs?|nats?|KL|DPO|SIMD)\b/;

const shown = Object.entries(en).filter(([key]) => !CURIOUS.test(key));

/** The sentences of a text, with a short word in the place of each blank. */
function sentencesOf(text: string): string[][] {
  const filled = text.replace(/\{\w+\|[^|}]*\|([^}]*)\}/g, '$1').replace(/\{\w+\}/g, 'ten');
  return filled.split(/(?<=[.!?])\s+/).map((sentence) => sentence.match(/[\p{L}’'-]+/gu) ?? []);
}

function gradeOf(words: readonly string[]): number {
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: 1, word: words.length, syllable: syllables });
}

it('knows a plain sentence from a learned one', () => {
  const grade = (text: string): number => gradeOf(sentencesOf(text)[0]);
  expect(grade('A model becomes what it reads.')).toBeLessThan(4);
  expect(
    grade('Differential privacy quantifies information leakage through individual updates.'),
  ).toBeGreaterThan(15);
});

it('has no sentence above grade 8', () => {
  const hard = shown.flatMap(([key, text]) =>
    sentencesOf(text)
      .filter((words) => words.length >= LEAST_WORDS && gradeOf(words) > HIGHEST_GRADE)
      .map((words) => `${gradeOf(words).toFixed(1)} ${key}: ${words.join(' ')}`),
  );
  expect(hard).toEqual([]);
});

it('keeps the measures of the field for the curious', () => {
  expect(shown.filter(([, text]) => MEASURES.test(text)).map(([key]) => key)).toEqual([]);
});
