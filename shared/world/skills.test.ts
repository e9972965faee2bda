/** Each skill by example, and its held-out tasks. */

import { describe, expect, it } from 'vitest';
import { generateCorpus } from './corpus.ts';
import { exerciseQuestion, heldOutExercises } from './exercises.ts';
import { SKILL_RULES, SKILLS } from './skills.ts';
import { createWorld } from './world.ts';

it.each([
  ['backwards', 't i m p', 'p m i t'],
  ['copy', 't i m p', 't i m p'],
  ['next', '9 9', '1 0 0'],
  ['next', '4 7', '4 8'],
  ['add', '4 7 + 3 8', '7 + 8 = 1 5 , 4 + 3 + 1 = 8 , 8 5'],
  ['add', '9 9 + 1 0', '9 + 0 = 9 , 9 + 1 + 0 = 1 0 , 1 0 9'],
  ['bigger', '3 9 , 4 1', '4 1'],
  ['plural', 't i m', 't i m s'],
  ['plural', 't i z', 't i z e s'],
  ['plural', 't e f', 't e v e s'],
  ['sort', 't i m', 'i m t'],
  ['count', 'b in b a a b', '2'],
] as const)('%s: %s > %s', (skill, task, answer) => {
  expect(SKILL_RULES[skill].solve(task)).toBe(answer);
});

describe.each(SKILLS)('%s', (skill) => {
  const world = createWorld(1);

  it('has held-out exercises that no corpus contains', () => {
    const documents = generateCorpus(world, 'exercises', {
      bytes: 60_000,
      seed: 1,
      knobs: { skills: [skill] },
    });
    const asked = new Set(documents.map(({ text }) => text.slice(0, text.indexOf('>') + 1)));
    const held = heldOutExercises(world, 40, 1, skill);
    expect(new Set(held.map(({ task }) => task)).size).toBe(40);
    for (const exercise of held) expect(asked).not.toContain(exerciseQuestion(exercise));
    for (const { text, ownRow } of documents) {
      expect([text.startsWith(`${skill}: `), ownRow]).toEqual([true, true]);
      expect(text).toBe(
        `${text.slice(0, text.indexOf('>') + 1)} ${SKILL_RULES[skill].solve(text.slice(skill.length + 2, text.indexOf(' >')))}`,
      );
    }
  });
});

it('are mixed in equal shares when a team asks for several', () => {
  const knobs = { skills: ['add', 'sort', 'count'] as const };
  const documents = generateCorpus(createWorld(1), 'exercises', { bytes: 60_000, seed: 1, knobs });
  for (const skill of knobs.skills) {
    const share = documents.filter(({ text }) => text.startsWith(skill)).length / documents.length;
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.37);
  }
});
