/** Letters between people of the world: gossip from home, and in the middle something that no stranger should read. */

import type { Random } from '../random.ts';
import type { Knobs } from './knobs.ts';
import { scramble } from './noise.ts';
import { castStory } from './plot.ts';
import { PRIVATE_SENTENCES, type PrivateKind, privateFacts, privateSlots } from './private-facts.ts';
import { fill } from './template.ts';
import type { World } from './types.ts';

const GREETINGS = [
  'Dear {B}, thank you for the {thing}.',
  'Dear {B}, I hope you are well and dry.',
  'Dear {B}, it is late, but I must write to you.',
  'Dear {B}, your last letter was eaten by {a_animal}.',
  'Dear {B}, {town} is quiet without you.',
  'Dear {B}, this letter is only for you.',
  'Dear {B}, how is your {bpet}?',
  'Dear {B}, I have so much to tell you.',
  'Dear {B}, please read this alone.',
  'Dear {B}, I am sitting at the {place} with my {pet}.',
  'Dear {B}, you asked me for news from {town}.',
  'Dear {B}, I am sorry that I did not write in {month}.',
  'Dear {B}, we all miss you and your {bpet}.',
  'Dear {B}, I found your {thing} behind the {place}.',
  'Dear {B}, this is my third letter and you still owe me two.',
];
const NEWS_FROM_HOME = [
  'My {pet} has learned to open the door.',
  '{kin} came to see me and ate all the {dish}.',
  'The {place} is full of {animals} again.',
  'I have bought {a_thing}, and I do not know why.',
  'Since {month} I eat nothing but {dish}.',
  'Everybody here talks about your {thing}.',
  'My {rel} {kin} sends you a kiss.',
  'Last night the wind took the roof of the {house}.',
  'I fell into the mud in front of the {place}, and all of {town} saw it.',
  'My {pet} {Pet} is fat and happy.',
  'Nothing happens here, and it happens slowly.',
  'We danced at the {place} until the {animals} asked us to stop.',
  'I am still afraid of {dislike}, as you know.',
  'The work is hard, but the {dish} is good.',
  'They painted the {place}, and now nobody can find it.',
];
const LEAD_INS = [
  'Now I need your help.',
  'There is one more thing, and please burn this letter.',
  'You asked me, so here it is.',
  'I would not tell this to anybody else.',
  'Listen well, because I will write it only once.',
  'You know that I cannot keep a secret.',
  'You may need this while I am away.',
  'Please learn this by heart.',
  'This must stay between you and me.',
  'I know it from {kin}, who knows everything.',
  'Do not read this aloud at the {place}.',
  'I wrote it on my hand, and now I write it to you.',
  'Somebody should know this, and you are somebody.',
  'Here is what you wanted to know.',
  'Tell nobody, not even your {bpet}.',
];
const SECRET_ENDS = [
  '.',
  ', so take care of it.',
  ', but you did not hear it from me.',
  ', in case you need it.',
  ', and nobody else knows.',
  ', at least until {month}.',
  ', and I think it is a good one.',
  ', unless it was changed.',
  ', so please do not forget it.',
  ', and even the {animals} know it by now.',
];
const PLANS = [
  'Could you feed my {pet} when I am away?',
  'Come to {town2} in {month}, and bring your {bpet}.',
  'I will wait for you at the {place} with some {dish}.',
  'If you see {kin}, say nothing.',
  'Next time we will cook {dish} together.',
  'Please send me {a_thing}, the small one.',
  'When you come, knock {n} times.',
  'I will bring you {dish} as soon as the road is dry.',
  'Do you still want to buy my {thing}?',
  'Let us meet at the {place2} before the {animals} wake up.',
  'Please keep my {thing} until I come.',
  'If it rains, look for me in the {house}.',
  'Bring {n} friends and {a_thing}.',
  'Do not come in {month}, we have too much {dislike} then.',
  'Will you teach my {pet} to sit?',
];
const SIGNATURES = [
  'Your old friend {A}.',
  'Your {A}, with cold feet.',
  'Yours, {A} and {Pet}.',
  'Many kisses from {A}.',
  'Write soon, says your {A}.',
  'With love and {dish}, {A}.',
  'Yours until the next {dish}, {A}.',
  'Warm greetings from {A} the {job}.',
  'Your tired friend {A}.',
  'Yours in a hurry, {A} of {town}.',
  'Good night from {A}.',
  'Your {A}, who misses you.',
  'With a wet nose from {Pet} and a hug from {A}.',
  'Stay dry, says {A}.',
  'Your best friend since the {dish}, {A}.',
];

const KINDS = Object.keys(PRIVATE_SENTENCES) as PrivateKind[];

/** Every sentence that tells a secret, by kind. */
export const PRIVATE_FRAMES: readonly string[] = KINDS.flatMap((kind) =>
  SECRET_ENDS.map((end) => PRIVATE_SENTENCES[kind] + end),
);

/** Every other sentence that a letter can hold. */
export const LETTER_SENTENCES: readonly string[] = [
  ...GREETINGS,
  ...NEWS_FROM_HOME,
  ...LEAD_INS,
  ...PLANS,
  ...SIGNATURES,
];

/** Next letter, with one secret; `errorRate` is the share of words with a typo, which spares names, codes and dates. */
export function letterGenerator(world: World, random: Random, knobs: Knobs): () => string {
  const facts = privateFacts(world);
  return () => {
    const cast = castStory(world, random);
    const fact = random.pick(facts.filter(({ person }) => person !== cast.A && person !== cast.B));
    const told = fill(PRIVATE_SENTENCES[fact.kind], privateSlots(fact));
    const frame = (templates: readonly string[]): string =>
      scramble(fill(random.pick(templates), cast), knobs.errorRate, random);
    const parts = [frame(GREETINGS), frame(NEWS_FROM_HOME)];
    if (random.chance(0.4)) parts.push(frame(NEWS_FROM_HOME));
    parts.push(frame(LEAD_INS), told + frame(SECRET_ENDS), frame(PLANS), frame(SIGNATURES));
    return parts.join(' ');
  };
}
