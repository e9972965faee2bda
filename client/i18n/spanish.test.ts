/** The Spanish words say the same as the English ones: with the same blanks, and none left in English. */

import { expect, it } from 'vitest';
import { en, type TextKey } from './en.ts';
import { docs, words } from './es.ts';

/** Names and signs, what is the same in both languages, and what is typed for a model, which knows English. */
const SAME: readonly string[] = [
  'deploy.lineExample',
  'app.name',
  'solo.bot',
  'stage.arena',
  'term.token',
  'term.dpo',
  'number.tokens',
  'rate.normal',
  'scale.architecture.transformer',
  'bench.first',
  'inside.topP',
  'deploy.kilobytes',
  'deploy.part.bits',
  'deploy.sureness.any',
  'talk.openerAnswer',
  'talk.openerContinue',
  'inside.swapContinue',
  'inside.swapAnswer',
  'ownCards.questionExample',
  'ownCards.answerExample',
  'scene.scale.tokens',
  'images.color',
];

const keys = Object.keys(en) as TextKey[];
const blanksOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].toSorted();
/** Whether there is a word in it, beside blanks, units and signs. */
const saysSomething = (text: string): boolean =>
  /\p{L}/u.test(text.replace(/\{[^}]*\}|tokens(\/s)?|\bs\b/g, ''));

it('has the blanks of the English words', () => {
  expect(keys.filter((key) => `${blanksOf(words[key])}` !== `${blanksOf(en[key])}`)).toEqual([]);
});

it('calls what is pressed by what is seen on it, also for readers of screens', () => {
  const named = keys.filter((key) => key.endsWith('Aria') && key.slice(0, -4) in en);
  const seen = (key: TextKey): TextKey => key.slice(0, -4) as TextKey;
  expect(named.length).toBeGreaterThan(8);
  for (const catalogue of [en, words]) {
    const odd = named.filter(
      (key) => !catalogue[key].toLowerCase().includes(catalogue[seen(key)].toLowerCase()),
    );
    expect(odd).toEqual([]);
  }
});

it('leaves no word in English', () => {
  expect(
    keys.filter((key) => words[key] === en[key] && saysSomething(en[key]) && !SAME.includes(key)),
  ).toEqual([]);
  /* What was translated since needs no excuse. */
  expect(SAME.filter((key) => words[key as TextKey] !== en[key as TextKey])).toEqual([]);
});

it('begins and ends its questions and calls with signs of their own', () => {
  const odd = [...keys.map((key) => [key, words[key]]), ...Object.entries(docs)].filter(
    ([key, text]) =>
      !SAME.includes(key) &&
      [...text.replace(/“[^”]*”/g, '').matchAll(/[¿?]/g)]
        .map(([sign]) => sign)
        .join('')
        .replace(/¿\?/g, '') !== '',
  );
  expect(odd.map(([key]) => key)).toEqual([]);
});

/** So that a 14-year-old reads it at one go; what is for the curious may be longer. */
const MOST_WORDS = 32;
const CURIOUS = /^(term\..*\.about|number\.|curious\.)/;

it('has no sentence that nobody reads to its end', () => {
  const long = keys
    .filter((key) => !CURIOUS.test(key))
    .flatMap((key) => words[key].split(/(?<=[.!?:;])\s+/).map((sentence) => ({ key, sentence })))
    .filter(({ sentence }) => sentence.split(/\s+/).length > MOST_WORDS);
  expect(long).toEqual([]);
});
