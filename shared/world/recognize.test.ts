/** The recognizer takes every sentence that the corpora hold, knows which are true, and refuses broken ones. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { generateCorpus } from './corpus.ts';
import type { WorldKind } from './document.ts';
import { recognize } from './recognize.ts';
import { sentencesOf } from './sentences.ts';
import { BREAKS, breakSentence } from './testing.ts';
import type { World } from './types.ts';
import { createWorld, jobNamed } from './world.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** All kinds that people of the world would call text; rumours alone are untrue. */
const TRUE_PROSE = [
  'stories',
  'encyclopedia',
  'questions',
  'posts',
  'letters',
  'adverts',
  'news',
  'rhymes',
  'hazards',
] as const;
const PROSE = [...TRUE_PROSE, 'rumours'] as const;
const CLEAN = { duplicateRate: 0, junkRate: 0, errorRate: 0 };

/** What stands around the sentences of a web page: menus and markup before them, an advertisement after. */
const withoutMarkup = (page: string): string => page.replace(/^[^A-Z"]*/, '').replace(/ \| CLICK .*$/, '');

function sentencesIn(world: World, kind: WorldKind, bytes: number, errorRate = 0): string[] {
  const documents = generateCorpus(world, kind, { bytes, seed: world.seed, knobs: { ...CLEAN, errorRate } });
  return documents.flatMap(({ text }) => {
    if (kind === 'exercises') return [text];
    return sentencesOf(kind === 'web' ? withoutMarkup(text) : text);
  });
}

describe.each(SEEDS)('in the world of seed %i', (seed) => {
  const world = createWorld(seed);

  it('takes every sentence of the clean kinds, and none of them is untrue', () => {
    for (const kind of [...TRUE_PROSE, 'exercises', 'language'] as const) {
      const sentences = sentencesIn(world, kind, 15_000);
      const refused = sentences.filter((sentence) => !recognize(world, sentence).wellFormed);
      expect(refused).toEqual([]);
      expect(sentences.filter((sentence) => recognize(world, sentence).truth === false)).toEqual([]);
    }
  });

  it('takes every rumour, and knows most of them for untrue', () => {
    const told = sentencesIn(world, 'rumours', 15_000).map((sentence) => recognize(world, sentence));
    expect(told.filter(({ wellFormed }) => !wellFormed)).toEqual([]);
    const claims = told.filter(({ truth }) => truth !== null);
    expect(claims.filter(({ truth }) => truth === false).length / claims.length).toBeGreaterThan(0.9);
  });

  it('takes all that web pages hold besides markup', () => {
    const sentences = sentencesIn(world, 'web', 40_000);
    expect(sentences.filter((sentence) => !recognize(world, sentence).wellFormed)).toEqual([]);
  });
});

describe('documents', () => {
  it('are their sentences and nothing else', () => {
    for (const kind of PROSE) {
      const documents = generateCorpus(createWorld(3), kind, { bytes: 40_000, seed: 1, knobs: CLEAN });
      for (const { text } of documents) expect(sentencesOf(text).join(' ')).toBe(text);
    }
  });
});

describe('variety', () => {
  it.each([...PROSE, 'web'] as const)(
    'no template makes up 2 %% of the sentences of 300 kB of %s',
    (kind) => {
      const world = createWorld(2);
      const sentences = sentencesIn(world, kind, 300_000);
      const counts = new Map<string | null, number>();
      for (const sentence of sentences) {
        const { template } = recognize(world, sentence);
        counts.set(template, (counts.get(template) ?? 0) + 1);
      }
      for (const [template, count] of counts)
        expect(count / sentences.length, template ?? '').toBeLessThan(0.02);
    },
  );
});

describe('the truth', () => {
  const world = createWorld(3);
  const [mina] = world.people;
  const [, , other] = world.people;
  const { job, town, pet, kin, name } = mina;
  const [dish] = world.dishes;
  const strange = world.dishes.filter(({ partner }) => partner !== dish.partner)[0].partner;
  const [news] = world.calendar.news;
  const he = mina.pronoun === 'he' ? 'He' : 'She';

  it.each([
    [`The ${job} of ${town} is ${name}.`, true],
    [`The ${job} of ${town} is ${other.name}.`, false],
    [`${name} is the ${job} of ${town}.`, true],
    [`The ${kin.relation} of ${name} is ${kin.name}.`, true],
    [`The ${kin.relation} of ${other.name} is ${kin.name}.`, false],
    [`${other.name} likes ${other.dish}.`, true],
    [`To make ${dish.name}, ${dish.verb} ${dish.ingredient} with ${dish.partner}.`, true],
    [`To make ${dish.name}, ${dish.verb} ${dish.ingredient} with ${strange}.`, false],
    [`On the day ${news.day} of ${news.month}, ${news.event}.`, true],
    [`On the day ${(news.day % 30) + 1} of ${news.month}, ${news.event}.`, false],
    [`${name} has a ${pet.kind} called ${pet.name}.`.replace(/ a (?=[aeiou])/, ' an '), true],
    [`"In the town of ${town}," said ${other.name}.`, null],
    [`"The ${job} of ${town} is ${name}," said ${other.name}.`, true],
    [`"Who is the ${job} of ${town}?" asked ${other.name}.`, null],
    [`${he} ${jobNamed(world, job).work}.`, true],
    ['It cannot read.', null],
    ['backwards: t i m p > p m i t', true],
    ['backwards: t i m p > m p i t', false],
  ])('of %s is %s', (sentence, truth) => {
    expect(recognize(world, sentence)).toMatchObject({ wellFormed: true, truth });
  });

  it('finds out about the errors in an encyclopedia', () => {
    const told = sentencesIn(world, 'encyclopedia', 40_000, 0.3).map((sentence) =>
      recognize(world, sentence),
    );
    expect(told.filter(({ wellFormed }) => !wellFormed)).toEqual([]);
    const untrue = told.filter(({ truth }) => truth === false).length;
    const checked = told.filter(({ truth }) => truth !== null).length;
    expect(untrue / checked).toBeGreaterThan(0.15);
    expect(untrue / checked).toBeLessThan(0.4);
  });
});

describe('what it refuses', () => {
  const world = SEEDS.map(createWorld).filter(({ plots }) => plots.includes('lost-pet'))[0];
  const [she, another] = world.people.filter(({ pronoun }) => pronoun === 'she');

  it.each([
    [`One morning ${she.name} could not find his ${she.pet.kind}.`, 'a pronoun that does not agree'],
    [`${she.name} wanted to help, but ${another.name} hates ${another.dislike}.`, 'two where one is meant'],
    [`The baker of ${she.town} is ${she.town}.`, 'a town for a person'],
    ['The baker of Nowhere is Nobody.', 'names of another world'],
    [`"I will win," said ${she.name}. "No, I will," said ${she.name}.`, 'two sentences for one'],
    [`${she.name} lives in ${she.town}`, 'no end'],
    [` ${she.name} lives in ${she.town}.`, 'a space before it'],
    [`${she.name} lives in  ${she.town}.`, 'two spaces'],
    [`${she.name} lives in\n${she.town}.`, 'a new line'],
    ['', 'nothing'],
    ['constructor toString', 'words that JavaScript knows'],
    ['\u{1f410} \u0000 é', 'other letters'],
  ])('%s (%s)', (sentence) => {
    expect(recognize(world, sentence)).toEqual({
      wellFormed: false,
      kind: null,
      template: null,
      truth: null,
    });
  });

  it('only what is wrong with it', () => {
    const { name, dislike } = she;
    for (const right of [
      `One morning ${name} could not find her ${she.pet.kind}.`,
      `${name} wanted to help, but ${name} hates ${dislike}.`,
    ])
      expect(recognize(world, right).wellFormed, right).toBe(true);
  });

  it.each(BREAKS)('at least 95 of 100 sentences with a word broken: %s', (how) => {
    for (const kind of PROSE) {
      let broken = 0;
      let taken = 0;
      for (const seed of [1, 2, 3]) {
        const random = createRandom(seed);
        const home = createWorld(seed);
        for (const sentence of sentencesIn(home, kind, 10_000)) {
          const result = breakSentence(sentence, how, random);
          if (result === null) continue;
          broken++;
          if (recognize(home, result).wellFormed) taken++;
        }
      }
      expect(broken).toBeGreaterThan(300);
      expect(taken / broken, kind).toBeLessThan(0.05);
    }
  });
});

it('reads a thousand sentences in a fifth of a second', () => {
  const world = createWorld(4);
  const kinds = ['stories', 'encyclopedia', 'questions', 'posts'] as const;
  const sentences = kinds.flatMap((kind) => sentencesIn(world, kind, 20_000).slice(0, 250));
  expect(sentences).toHaveLength(1_000);
  recognize(world, '');
  const start = process.cpuUsage();
  for (const sentence of sentences) recognize(world, sentence);
  expect(process.cpuUsage(start).user / 1_000, 'milliseconds of processor time').toBeLessThan(200);
});
