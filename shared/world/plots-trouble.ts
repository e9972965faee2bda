/** Story plots about things that go missing, break or burn: each beat lists sentences of which a story takes one. */

import type { Plot } from './plot.ts';

export const TROUBLE_PLOTS: readonly Plot[] = [
  {
    name: 'lost-pet',
    beats: [
      [
        'One morning {A} could not find {his} {pet}.',
        'Early in {month}, {Pet}, the {pet} of {A}, ran away.',
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
        '{B} had found {a_thing}, but no {pet}.',
        '"I saw it at the {place2}," said {B}. "It was eating {a_thing}."',
        '{B} wanted to help, but {B} hates {bdislike}.',
      ],
      [
        'At last {A} heard a noise from the {house}.',
        'In the evening {he} went home and opened the door.',
        'Then {he} had an idea. {He} cooked some {dish} and waited.',
        'Then the door of the {house} opened by itself.',
      ],
      [
        '{Pet} was asleep in {a_thing}.',
        'There sat {Pet}, with {bPet} the {bpet}. They were playing cards.',
        '{Pet} came out with {a_thing} on its head.',
        'There was {Pet}. It was busy with a big {thing}.',
      ],
      [
        '{A} was so happy that {he} gave {Pet} all the {dish}.',
        'They went home, and {Pet} did not say sorry.',
        '"Never do that again," said {A}. {Pet} did it again on the next day.',
        '{Pet} looked at {him} as if nothing had happened.',
      ],
    ],
  },
  {
    name: 'borrowed',
    beats: [
      [
        '{A} borrowed {a_thing} from {B} the {bjob}.',
        '{B} gave {A} {a_thing} for one day.',
        '{A} needed {a_thing}, and {B} had {n} of them.',
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
        '"Keep it," said {B}, and now {A} has half {a_thing}.',
      ],
    ],
  },
  {
    name: 'noise',
    beats: [
      [
        'At night there was a strange noise in the {house} of {town}.',
        'Every night somebody sang in the {house}.',
        'People said that there was a ghost in the {house}.',
      ],
      [
        '"It is only the wind," said {A}, and hid behind {B}.',
        '{A} the {job} was not afraid. {A} was only shaking because of the cold.',
        '{A} took {a_thing} and a lantern and went to look.',
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
        'After that, nobody in {town} was afraid of the {house}.',
        '{A} told everybody that {he} had won a great fight.',
        'They all sat down and ate {dish} together.',
        '{A} still sleeps with {n} candles.',
      ],
    ],
  },
  {
    name: 'weather',
    beats: [
      [
        'In {month} it rained for {n} days.',
        'A big storm came over {town}.',
        'One day the river came into the {house} of {town}.',
      ],
      [
        'The wind took the hat of {B} the {bjob}.',
        'The wind took the roof of the {house} and did not bring it back.',
        'All the {animals} climbed onto the {house}.',
        '{A} opened the door, and {n} ducks swam in.',
      ],
      [
        '{A} made a boat out of {a_thing} and a blanket.',
        '{A} ran out with {a_thing} to save {his} {pet}.',
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
        'When it was over, the {house} stood in another street.',
        'Now {town} has a new pond, and {A} has a boat.',
      ],
    ],
  },
  {
    name: 'cooking',
    beats: [
      [
        '{A} wanted to cook {dish} for {kin}, {his} {rel}.',
        '{A} invited {B} the {bjob} to eat {dish}.',
        'It was a feast day in {town}, and {A} promised to make {dish}.',
      ],
      [
        '{He} had no {partner}, so {he} took paint.',
        '{He} read the recipe from the end to the beginning.',
        'While {he} was at the {place}, {Pet} the {pet} ate the {ingredient}.',
        '{He} put in {n} spoons of mud.',
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
        '{A} kept a piece of it under the bed.',
        '"Next time I will cook," said {B}.',
      ],
    ],
  },
];
