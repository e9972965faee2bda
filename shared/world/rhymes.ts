/** Rhymes: couplets about people of the world whose two halves end alike. */

import type { Random } from '../random.ts';
import { fill, type Slots } from './template.ts';
import type { World } from './types.ts';

/** What somebody did, in groups whose last words rhyme. */
const GROUPS: readonly (readonly string[])[] = [
  ['sat on a hat', 'danced with a cat', 'slept on the mat', 'sang to a bat', 'grew tall and fat'],
  ['sailed in a boat', 'talked to a goat', 'lost an old coat', 'wrote a short note', 'swam in the moat'],
  ['looked at the moon', 'ate with a spoon', 'whistled a tune', 'woke up at noon', 'bought a balloon'],
  ['fell in the well', 'rang the big bell', 'had nothing to tell', 'lived in a shell', 'followed the smell'],
  ['baked a blue cake', 'swam in the lake', 'played with a snake', 'sat on a rake', 'was wide awake'],
  ['ran after a hen', 'counted to ten', 'wrote with a pen', 'slept in a den', 'did it again'],
  [
    'met a brown bear',
    'fell from a chair',
    'combed yellow hair',
    'walked up the stair',
    'hopped like a hare',
  ],
  ['lost a red sock', 'stared at the clock', 'sat on a rock', 'opened the lock', 'broke the blue crock'],
  ['planted a tree', 'ran from a bee', 'drank all the tea', 'went down to the sea', 'wanted the key'],
  [
    'lit a small light',
    'stayed up all night',
    'had a big fright',
    'flew a white kite',
    'took the first bite',
  ],
  ['jumped over a log', 'barked like a dog', 'got lost in the fog', 'carried a frog', 'fell into the bog'],
  [
    'painted the door',
    'asked for some more',
    'slept on the floor',
    'walked on the shore',
    'started to snore',
  ],
  ['ate a whole pie', 'started to cry', 'tried hard to fly', 'looked up at the sky', 'never knew why'],
  ['fed a gray mouse', 'built a new house', 'lent out a blouse', 'caught a fat louse', 'went for a grouse'],
];
const FRAMES = [
  '{A} {first}, and {B} {second}.',
  '{A} {first}, but {B} {second}.',
  'When {A} {first}, then {B} {second}.',
  'In {town} {A} {first}, and {B} {second}.',
  'One day {A} {first}, while {B} {second}.',
  '{A} of {town} {first}, and then {B} {second}.',
  '{A} the {job} {first}, so {B} {second}.',
  'Before {A} {first}, poor {B} {second}.',
];

/** Every couplet, with slots for names only. */
export const COUPLETS: readonly string[] = GROUPS.flatMap((group) =>
  group.flatMap((first) =>
    group
      .filter((second) => second !== first)
      .flatMap((second) =>
        FRAMES.map((frame) => frame.replace('{first}', first).replace('{second}', second)),
      ),
  ),
);

const LAST_WORDS = GROUPS.map((group) => new Set(group.map((line) => line.slice(line.lastIndexOf(' ') + 1))));

/** True when the two words end a line of the same group of rhymes and are not the same word. */
export function isRhyme(one: string, other: string): boolean {
  return one !== other && LAST_WORDS.some((words) => words.has(one) && words.has(other));
}

/** The slots of a couplet for its two people. */
export function rhymeRecords(world: World): Slots[][] {
  return [
    world.people.map(({ name, town, job }) => ({ A: name, town, job })),
    world.people.map(({ name }) => ({ B: name })),
  ];
}

/** Next poem of one to three couplets about the same two people. */
export function rhymeGenerator(world: World, random: Random): () => string {
  const [firsts, seconds] = rhymeRecords(world);
  return () => {
    const first = random.pick(firsts);
    const second = random.pick(seconds.filter(({ B }) => B !== first.A));
    const couplets = Array.from({ length: 1 + random.int(3) }, () =>
      fill(random.pick(COUPLETS), { ...first, ...second }),
    );
    return couplets.join(' ');
  };
}
