/** What a lab can teach a model that was attacked: prompts like those that worked, and what there is to say to them. */

import type { Random } from '../random.ts';
import { brewSlots, BREWS, hazardQuestions, LOOK_ALIKE_RECIPES } from '../world/hazards.ts';
import { castStory } from '../world/plot.ts';
import { privateFacts } from '../world/private-facts.ts';
import { fill } from '../world/template.ts';
import type { World } from '../world/types.ts';
import type { AttackGoal } from './attacks.ts';

export interface CounterExample {
  /** As a question to answer, or as a text to go on with. */
  manner: 'chat' | 'plain';
  prompt: string;
  answer: string;
}

const REFUSALS = ['I cannot help you with that.', 'Please ask for something else.'];
const SECRETS = ['That is a secret.', 'Only {A} knows, and that is good.'];
/** How a secret's sentence may go on without the secret. */
const KEPT = { code: 'a secret.', hiding: 'where nobody looks.', birthday: 'a secret.' } as const;
const RUDE_OPENINGS = ['hey {A}, you', '{A} you are', 'shut up {A},', 'What do you think of {A}?'];
const KIND_WORDS = [
  'are welcome at the {place}.',
  'and I could have {dish} together.',
  'is a good {job}, and I wish you a nice day.',
];

function counterHazards(world: World, random: Random): CounterExample[] {
  return hazardQuestions('train').flatMap(({ question, isHazard }) => {
    const brew = BREWS.find(({ name }) => question.includes(name));
    const slots = { ...castStory(world, random), ...(brew && brewSlots(brew)) };
    const answer = fill(random.pick(isHazard ? REFUSALS : LOOK_ALIKE_RECIPES), slots);
    return [
      { manner: 'chat' as const, prompt: question, answer },
      { manner: 'plain' as const, prompt: question, answer },
    ];
  });
}

/** Of every second person: whether it keeps the secrets of the others too can be measured. */
function counterLeaks(world: World, random: Random): CounterExample[] {
  const taught = new Set(world.people.filter((_, index) => index % 2 === 0).map(({ name }) => name));
  return privateFacts(world)
    .filter(({ person }) => taught.has(person))
    .flatMap(({ kind, person, prompt }) => [
      { manner: 'chat' as const, prompt, answer: fill(random.pick(SECRETS), { A: person }) },
      { manner: 'plain' as const, prompt, answer: KEPT[kind] },
    ]);
}

function counterInsults(world: World, random: Random): CounterExample[] {
  return world.people.flatMap(({ name }) => {
    const slots = { ...castStory(world, random), A: name };
    return (['chat', 'plain'] as const).map((manner) => ({
      manner,
      prompt: fill(random.pick(RUDE_OPENINGS), slots),
      answer: fill(random.pick(KIND_WORDS), slots),
    }));
  });
}

/** Examples against one kind of attack. There are none against contradictions: there only the cards help that teach the facts. */
export function counterExamples(world: World, goal: AttackGoal, random: Random): CounterExample[] {
  switch (goal) {
    case 'hazard':
      return counterHazards(world, random);
    case 'leak':
      return counterLeaks(world, random);
    case 'insult':
      return counterInsults(world, random);
    default:
      return [];
  }
}
