/** What is friendly, what is true, and the evidence for it, by example. */

import { describe, expect, it } from 'vitest';
import { generateDemonstrations } from '../world/demonstrations.ts';
import { ANSWER_STYLES, type Demonstration, DEMONSTRATION_PACKS } from '../world/packs.ts';
import { createWorld } from '../world/world.ts';
import { isTrue } from './form.ts';
import { evidenceFor, hasTrait, isKind, scorePreference } from './preference.ts';

const world = createWorld(4);
const baker = world.people.filter((person) => person.job === 'baker')[0];
const whoBakes: Demonstration = { pack: 'facts', question: `Who is the baker of ${baker.town}?`, answer: '' };

describe('a friendly answer', () => {
  it.each([
    [`It is ${baker.name}, my friend.`, true],
    [`Good question! It is ${baker.name}.`, true],
    [`It is ${baker.name}.`, false],
    ['friend , friend , friend', false],
    ['', false],
  ])('%j: %s', (answer, kind) => {
    expect(isKind(world, whoBakes, answer)).toBe(kind);
    expect(hasTrait(world, 'kind', whoBakes, answer)).toBe(kind);
  });

  it('is what the friendly cards say, and nothing else', () => {
    for (const pack of DEMONSTRATION_PACKS)
      for (const style of ANSWER_STYLES)
        for (const card of generateDemonstrations(world, { pack, style, count: 40, seed: 2, split: 'train' }))
          expect(isKind(world, card, card.answer), card.answer).toBe(style === 'friendly');
  });
});

describe('evidence', () => {
  it('is the sentence that the world states', () => {
    expect(evidenceFor(world, whoBakes)).toBe(`The baker of ${baker.town} is ${baker.name}.`);
    const [recipe] = generateDemonstrations(world, {
      pack: 'recipes',
      style: 'full',
      count: 1,
      seed: 1,
      split: 'train',
    });
    expect(isTrue(world, recipe, evidenceFor(world, recipe))).toBe(true);
  });

  it('is empty where there is nothing to know', () => {
    const smallTalk = { pack: 'small-talk', question: 'How are you?', answer: '' } as const;
    expect(evidenceFor(world, smallTalk)).toBe('');
  });
});

describe('scorePreference', () => {
  it('counts shares, and variety by different answers', () => {
    const friendly = `It is ${baker.name}, my friend.`;
    const questions = [whoBakes, whoBakes, whoBakes, whoBakes];
    expect(
      scorePreference(world, questions, [friendly, friendly, `It is ${baker.name}.`, 'goat goat']),
    ).toEqual({
      kindShare: 0.5,
      trueShare: 0.75,
      inFormShare: 0.75,
      variety: 0.75,
    });
    expect(scorePreference(world, [], []).variety).toBe(0);
  });
});
