/** Demonstrations and exercises: their form, their split, and that nothing held out leaks. */

import { describe, expect, it } from 'vitest';
import { generateCorpus } from './corpus.ts';
import { WORLD_KINDS } from './document.ts';
import { generateDemonstrations } from './demonstrations.ts';
import { ANSWER_STYLES, type Demonstration, DEMONSTRATION_PACKS, type DemonstrationPack } from './packs.ts';
import { exerciseDocument, exerciseOf, heldOutExercises } from './exercises.ts';
import { createWorld } from './world.ts';

const world = createWorld(3);
const many = (pack: DemonstrationPack, split: 'train' | 'held-out', seed = 1): Demonstration[] =>
  ANSWER_STYLES.flatMap((style) => generateDemonstrations(world, { pack, style, count: 200, seed, split }));

describe.each(DEMONSTRATION_PACKS)('the %s pack', (pack) => {
  it('has short answers in plain ASCII', () => {
    for (const { question, answer } of many(pack, 'train')) {
      expect(question + answer).toMatch(/^[\x20-\x7e]+$/);
      const words = answer.split(' ').length;
      expect(words, answer).toBeGreaterThanOrEqual(3);
      expect(words, answer).toBeLessThanOrEqual(15);
    }
  });

  it('never trains on a held-out question', () => {
    const trained = new Set(many(pack, 'train').map(({ question }) => question));
    expect(many(pack, 'held-out', 2).filter(({ question }) => trained.has(question))).toEqual([]);
  });

  it('has at least ten different held-out questions in every world', () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      const options = { pack, style: 'full', count: 10, seed, split: 'held-out' } as const;
      const questions = generateDemonstrations(createWorld(seed), options).map(({ question }) => question);
      expect(new Set(questions).size, `seed ${seed}`).toBe(10);
    }
  });

  it('is the same again for the same seed', () => {
    expect(many(pack, 'train')).toEqual(many(pack, 'train'));
    expect(many(pack, 'train', 2)).not.toEqual(many(pack, 'train'));
  });
});

describe('leaks', () => {
  const text = WORLD_KINDS.map((kind) =>
    generateCorpus(world, kind, { bytes: 300_000, seed: 9 })
      .map((document) => document.text)
      .join('\n'),
  ).join('\n');

  it('no corpus contains a held-out question', () => {
    for (const pack of DEMONSTRATION_PACKS)
      for (const { question } of many(pack, 'held-out'))
        expect(text.includes(question), question).toBe(false);
  });

  it('no corpus and no demonstration contains a held-out exercise', () => {
    const trained = `${text} ${many('exercises', 'train')
      .map(({ question }) => question)
      .join(' ')}`;
    for (const { task: spaced } of heldOutExercises(world, 200, 5)) {
      expect(
        new RegExp(`(?<![a-z] )\\b${spaced}\\b(?! [a-z]\\b)(?= >| backwards)`).test(trained),
        spaced,
      ).toBe(false);
    }
  });

  it('the questions corpus holds every word of the answers, so that none is new in fine-tuning', () => {
    const questions = generateCorpus(world, 'questions', { bytes: 600_000, seed: 1 });
    const known = new Set(questions.flatMap((document) => document.text.match(/[A-Za-z]+/g) ?? []));
    const missing = DEMONSTRATION_PACKS.flatMap((pack) => many(pack, 'train'))
      .flatMap(({ answer }) => answer.match(/[A-Za-z]+/g) ?? [])
      .filter((word) => !known.has(word));
    expect([...new Set(missing)]).toEqual([]);
  });
});

describe('an exercise', () => {
  it('spells a word backwards on a row of its own', () => {
    expect(exerciseDocument(exerciseOf('timp'))).toEqual({
      kind: 'exercises',
      text: 'backwards: t i m p > p m i t',
      ownRow: true,
    });
  });

  it('has 3 to 5 letters, and its held-out words are all different', () => {
    const exercises = heldOutExercises(world, 100, 1);
    expect(new Set(exercises.map(({ task }) => task)).size).toBe(100);
    for (const { task } of exercises) expect(task).toMatch(/^[a-z]( [a-z]){2,4}$/);
  });
});
