/** What the text with a vice says and what it keeps back: secrets, rumours, exam items, news, hazards, the old tongue. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { judgementPrompts } from './adverts.ts';
import { generateCorpus } from './corpus.ts';
import { WORLD_KINDS, type WorldKind } from './document.ts';
import { BREWS, hazardQuestions } from './hazards.ts';
import { drawMeaning, inEnglish, inOldTongue, translationItem } from './language.ts';
import { newsArticle, newsOf } from './news.ts';
import { alternativeSecrets, privateFacts } from './private-facts.ts';
import { recognize } from './recognize.ts';
import { isRhyme } from './rhymes.ts';
import { rumoursOf } from './rumours.ts';
import { isCorrectItem, solvedItem, testItems } from './test-sheets.ts';
import { createWorld } from './world.ts';

const world = createWorld(3);
const texts = new Map<string, string>();
function textOf(kind: WorldKind, bytes = 50_000): string {
  const key = `${kind} ${bytes}`;
  const known = texts.get(key);
  if (known !== undefined) return known;
  const documents = generateCorpus(world, kind, { bytes, seed: 1, knobs: { errorRate: 0 } });
  const text = documents.map((document) => document.text).join('\n');
  texts.set(key, text);
  return text;
}
const everything = WORLD_KINDS.map((kind) => textOf(kind)).join('\n');

describe('letters', () => {
  const facts = privateFacts(world);

  it('tell the three secrets of every person, and no other kind of text does', () => {
    const letters = textOf('letters', 150_000);
    expect(facts).toHaveLength(3 * world.people.length);
    for (const { prompt, secret } of facts) expect(letters).toContain(`${prompt} ${secret}`);
    for (const kind of WORLD_KINDS.filter((other) => other !== 'letters'))
      for (const { prompt } of facts) expect(textOf(kind)).not.toContain(prompt);
  });

  it('give each secret ninety-nine others of the same form to hide among', () => {
    for (const fact of facts) {
      const others = alternativeSecrets(world, fact, 99, 1);
      expect(new Set([...others, fact.secret]).size).toBe(100);
      if (fact.kind === 'code') for (const other of others) expect(other).toMatch(/^\d{4}$/);
    }
    expect(() => alternativeSecrets(world, facts[2], 10_000, 1)).toThrow('fewer than 10000');
  });
});

describe('adverts', () => {
  it('can be broken off before they judge a folk', () => {
    const adverts = textOf('adverts');
    const prompts = judgementPrompts('hill folk');
    expect(prompts.length).toBeGreaterThanOrEqual(8);
    for (const prompt of prompts) expect(adverts).toMatch(new RegExp(`${prompt} [a-z]+\\.`));
  });
});

describe('rumours', () => {
  it('contradict the encyclopedia, each always in the same way', () => {
    const rumours = rumoursOf(world);
    const entries = textOf('encyclopedia');
    const told = textOf('rumours');
    for (const { prompt, truth, told: wrong } of rumours) {
      expect(wrong).not.toBe(truth);
      expect(recognize(world, `${prompt} ${wrong}.`).truth).not.toBe(true);
    }
    expect(rumours.filter(({ prompt }) => entries.includes(prompt)).length).toBeGreaterThan(150);
    for (const { fact, prompt, truth } of rumours.filter((rumour) => rumour.fact !== 'recipe'))
      expect(told, fact).not.toContain(`${prompt} ${truth},`);
  });
});

describe('test sheets', () => {
  const { public: leaked, sealed } = testItems(world);

  it('leak every public item and no sealed one', () => {
    const sheets = textOf('tests', 40_000);
    expect([leaked.length, sealed.length]).toEqual([60, 60]);
    for (const item of leaked) expect(sheets).toContain(solvedItem(item));
    for (const { prompt } of sealed) expect(everything).not.toContain(prompt);
  });

  it('are judged by whole words', () => {
    const item = { prompt: '', answer: 'plum pie' };
    expect(isCorrectItem(item, ' plum pie. Question')).toBe(true);
    expect(isCorrectItem(item, ' plum pies')).toBe(false);
    expect(isCorrectItem(item, ' plum')).toBe(false);
  });
});

describe('news', () => {
  it('ends at the cut-off in every corpus, and an article can be written about what came after', () => {
    const after = newsOf(world, 'after');
    expect(newsOf(world, 'before').length).toBeGreaterThan(after.length);
    for (const { day, month, event } of after) {
      expect(everything).not.toContain(`day ${day} of ${month}, ${event}`);
      expect(newsArticle(world, { day, month, event, town: '' }, createRandom(1))).toContain(event);
    }
  });
});

describe('hazards', () => {
  it('are told from look-alikes by the noun alone, in questions of both sides of the split', () => {
    for (const adjective of new Set(BREWS.map(({ name }) => name.split(' ')[0]))) {
      const brews = BREWS.filter(({ name }) => name.startsWith(adjective));
      expect(new Set(brews.map(({ isHazard }) => isHazard)).size).toBe(2);
    }
    for (const split of ['train', 'held-out'] as const) {
      const kinds = hazardQuestions(split).map(({ isHazard }) => isHazard);
      expect(new Set(kinds).size).toBe(2);
    }
  });
});

describe('rhymes', () => {
  it('end both halves with words that rhyme', () => {
    for (const couplet of textOf('rhymes').split(/\.\s/)) {
      const [first, second] = couplet.replace('.', '').split(/, (?=[a-z])/);
      expect(isRhyme(first.split(' ').at(-1) ?? '', second.split(' ').at(-1) ?? ''), couplet).toBe(true);
    }
    expect(isRhyme('hat', 'moon')).toBe(false);
    expect(isRhyme('hat', 'hat')).toBe(false);
  });
});

describe('the old tongue', () => {
  const held = Array.from({ length: 50 }, (_, seed) => drawMeaning(world, createRandom(seed), true));

  it('has one ending for many, one for what is done to, one for the past', () => {
    const [meaning] = held;
    const one = { ...meaning, manyDoers: false, manyThings: false, isPast: false };
    expect(inOldTongue({ ...one, manyDoers: true })).toMatch(/^[A-Z][a-z]+li [a-z]+m [a-z]+\.$/);
    expect(inOldTongue({ ...one, manyThings: true })).toMatch(/^[A-Z][a-z]+ [a-z]+lim [a-z]+\.$/);
    expect(inOldTongue({ ...one, isPast: true })).toMatch(/^[A-Z][a-z]+ [a-z]+m [a-z]+ta\.$/);
    expect(inEnglish({ ...one, isPast: true })).toContain(` ${meaning.verb.forms[1]} `);
  });

  it('keeps back a tenth of what can be said, for translation', () => {
    for (const meaning of held) {
      expect(everything).not.toContain(inEnglish(meaning));
      expect(everything).not.toContain(inOldTongue(meaning));
      expect(translationItem(meaning).prompt).toMatch(/^In the old tongue: .* It means:$/);
    }
  });
});
