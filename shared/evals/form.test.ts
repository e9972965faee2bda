/** Answers in form and true answers, right and wrong ones side by side. */

import { describe, expect, it } from 'vitest';
import { generateDemonstrations } from '../world/demonstrations.ts';
import { ANSWER_STYLES, type Demonstration, DEMONSTRATION_PACKS } from '../world/packs.ts';
import { createWorld } from '../world/world.ts';
import { formFault, inForm, isTrue } from './form.ts';

const world = createWorld(4);
const baker = world.people.filter((person) => person.job === 'baker')[0];
const other = world.people.filter((person) => person !== baker)[0];
const whoBakes: Demonstration = { pack: 'facts', question: `Who is the baker of ${baker.town}?`, answer: '' };
const spell: Demonstration = { pack: 'exercises', question: 'Spell t i m p backwards.', answer: '' };

describe('answers in form', () => {
  it.each([
    [`It is ${baker.name}.`, true, true],
    [`The baker of ${baker.town} is ${baker.name}.`, true, true],
    [`It is ${baker.name}, my friend.`, true, true],
    [`It is ${other.name}.`, true, false],
    [`It is ${other.name}`, false, false],
    ['It is a goat.', false, false],
    [`"It is ${baker.name}," said Otta.`, false, false],
    ['', false, false],
  ])('%s: in form %s, true %s', (answer, form, truth) => {
    expect(inForm(world, whoBakes, answer)).toBe(form);
    expect(isTrue(world, whoBakes, answer)).toBe(truth);
  });

  it.each([
    [`It is ${baker.name}.`, null],
    ['  ', 'empty'],
    ['It is the baker of', 'unfinished'],
    ['It is Zorb.', 'unknown'],
    [`${baker.name} lives in ${baker.town}.`, 'other-question'],
    ['The goat the goat.', 'no-answer'],
  ])('say why where there is none: %s', (answer, fault) => {
    expect(formFault(world, whoBakes, answer)).toBe(fault);
  });

  it('holds spelling to the letters', () => {
    expect(isTrue(world, spell, 'It is p m i t.')).toBe(true);
    expect(isTrue(world, spell, 'p m i t')).toBe(true);
    expect(isTrue(world, spell, 'p m t i')).toBe(false);
    expect(inForm(world, spell, 'p m t i')).toBe(true);
    expect(inForm(world, spell, 'pmit')).toBe(false);
  });

  it('accepts its own demonstrations in every pack and style as in form and true', () => {
    for (const pack of DEMONSTRATION_PACKS)
      for (const style of ANSWER_STYLES)
        for (const demonstration of generateDemonstrations(world, {
          pack,
          style,
          count: 60,
          seed: 1,
          split: 'train',
        })) {
          expect(inForm(world, demonstration, demonstration.answer), demonstration.answer).toBe(true);
          expect(isTrue(world, demonstration, demonstration.answer), demonstration.answer).toBe(true);
        }
  });

  it('knows no answer to a question that is not about the world', () => {
    expect(
      inForm(world, { ...whoBakes, question: 'Who is the baker of Paris?' }, `It is ${baker.name}.`),
    ).toBe(false);
  });
});
