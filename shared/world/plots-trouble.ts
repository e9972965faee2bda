/** Story plots about things that go missing, break or burn: each beat lists sentences of which a story takes one. */

import type { Plot } from './plot.ts';

export const TROUBLE_PLOTS: readonly Plot[] = [
  [
    // A pet is lost.
    [
      'One morning {A} could not find {his} {pet}.',
      'Early in {month}, {Pet} the {pet} ran away.',
      '{A} the {job} had {a_pet} called {Pet}, and one day it was gone.',
      '{A} woke up and the house was too quiet. {Pet} the {pet} was gone.',
    ],
    [
      '{He} looked under the bed, behind the {place} and in the soup.',
      '{He} put up a sign: "Lost {pet}. Answers to nothing."',
      '{He} walked all over {town} and shouted "{Pet}!" at every door.',
      '{He} asked the {animals} at the {place}, but they only stared.',
    ],
    [
      '{B} the {bjob} had seen {a_pet}, but it was the wrong {pet}.',
      '{B} had found a {thing}, but no {pet}.',
      '"I saw {him} at the {place2}," said {B}. "{Pet} was eating a {thing}."',
      '{B} wanted to help, but {B} hates {bdislike}.',
    ],
    [
      'At last {A} heard a noise from the {place2}.',
      'In the evening {he} went home and cried a little.',
      'Then {he} had an idea. {He} cooked some {dish} and waited.',
      'Then the door of the {place2} opened by itself.',
    ],
    [
      '{Pet} was asleep in a {thing}.',
      'There sat {Pet}, with {bPet} the {bpet}. They were playing cards.',
      '{Pet} came out with a {thing} on its head.',
      'There was {Pet}. It had been the mayor for {n} hours.',
    ],
    [
      '{A} was so happy that {he} gave {Pet} all the {dish}.',
      'They went home, and {Pet} did not say sorry.',
      '"Never do that again," said {A}. {Pet} did it again on the next day.',
      '{Pet} looked at {him} as if nothing had happened.',
    ],
  ],
  [
    // Something borrowed is broken.
    [
      '{A} borrowed a {thing} from {B} the {bjob}.',
      '{B} gave {A} a {thing} for one day.',
      '{A} needed a {thing}, and {B} had {n} of them.',
    ],
    [
      '"Please be careful," said {B}. "It is the only one I like."',
      '"Bring it back before night," said {B}.',
      '{B} kissed the {thing} and cried a little.',
    ],
    [
      'But {Pet} the {pet} sat on it, and it broke.',
      'But {he} dropped it from the {place}, and it fell into {n} pieces.',
      'But {he} left it at the {place}, and {a_animal} ate half of it.',
      'But it fell into the soup and turned green.',
    ],
    [
      '{A} glued it together with honey.',
      '{A} painted a turnip and hoped that {B} would not look.',
      '{A} hid under the bed and thought about it.',
      '{He} asked {kin}, {his} {rel}, what to do. "Run," said {kin}.',
    ],
    [
      '{B} looked at it for a long time.',
      'In the evening {B} came to the door.',
      'On the next day {B} wanted it back.',
    ],
    [
      '"It is better now," said {B}. "Thank you!"',
      '"I broke it years ago," said {B}. "I was waiting for somebody to blame."',
      '{He} told the truth, and {B} laughed so much that {bhe} fell off a chair.',
      '"Keep it," said {B}, and now {A} has half a {thing}.',
    ],
  ],
  [
    // A strange noise at night.
    [
      'At night there was a strange noise in the {place} of {town}.',
      'Every night somebody sang in the {place}.',
      'People said that there was a ghost in the {look} {place}.',
    ],
    [
      '"It is only the wind," said {A}, and hid behind {B}.',
      '{A} the {job} was not afraid. {A} was only shaking because of the cold.',
      '{A} took a {thing} and a lantern and went to look.',
      '"I am not afraid," said {A} {n} times.',
    ],
    [
      '{B} came too, because two cowards are better than one.',
      '{He} opened the door slowly. It was very dark inside.',
      '{His} {pet} {Pet} went first. {A} went last.',
      'Something white moved. {He} threw the {thing} at it.',
    ],
    [
      'It was {bPet}, the {bpet} of {B}, in a long white shirt.',
      'It was {kin}, {his} own {rel}, who {ksecret}.',
      'It was only {B}, who {bsecret}.',
      'It was a real ghost, but a small one, and it wanted some {dish}.',
    ],
    [
      'After that, nobody in {town} was afraid of the {place}.',
      '{A} told everybody that {he} had won a great fight.',
      'They all sat down and ate {dish} together.',
      '{A} still sleeps with {n} candles.',
    ],
  ],
  [
    // Bad weather.
    [
      'In {month} it rained for {n} days.',
      'A big storm came over {town}.',
      'One day the river came into the {place} of {town}.',
    ],
    [
      'The wind took the hat of {B} the {bjob}.',
      'The wind took the roof of the {place} and did not bring it back.',
      'All the {animals} climbed onto the {place2}.',
      '{A} opened the door, and {n} ducks swam in.',
    ],
    [
      '{A} made a boat out of a {thing} and a blanket.',
      '{A} ran out with a {thing} to save {his} {pet}.',
      '{A} tied {himself} to {Pet} the {pet}.',
      '"I hate {dislike}, but this is worse," said {A}.',
    ],
    [
      'On the way {he} saved {B}, {n} hens and a cake.',
      '{He} called for help, but {B} was busy eating {bdish}.',
      '{Pet} swam in front and looked very proud.',
    ],
    [
      'Then the sun came out, and everything smelled of wet {pet}.',
      'When it was over, the {place} stood in another street.',
      'In the end they found the roof. {a_Animal} lived on it.',
      'Now {town} has a new pond, and {A} has a boat.',
    ],
  ],
  [
    // A dish goes wrong.
    [
      '{A} wanted to cook {dish} for {kin}, {his} {rel}.',
      '{A} invited {B} the {bjob} to eat {dish}.',
      'It was a feast day in {town}, and {A} promised to make {dish}.',
    ],
    [
      '{He} had no {partner}, so {he} took paint.',
      '{He} read the recipe from the end to the beginning.',
      'While {he} was at the {place}, {Pet} the {pet} ate the {ingredient}.',
      '{He} put in {n} times too much {partner}.',
    ],
    [
      'The {dish} was hard and blue. It made a noise.',
      'Soon the whole house was full of smoke.',
      'The {dish} grew and grew. It came out of the window.',
      'The pot jumped off the fire and rolled down the street.',
    ],
    [
      '"What is it?" asked {B}. "It is old," said {A}.',
      '{B} ate it all and asked for more. {B} has a bad cold.',
      '{B} took one bite and lost a tooth.',
      '{Pet} tried it first and fell asleep for {n} days.',
    ],
    [
      'Now they use it to mend the {place}.',
      'In the end they ate bread, and it was a lovely evening.',
      'The judge kept a piece of it as proof.',
      '"Next time I will cook," said {B}.',
    ],
  ],
];
