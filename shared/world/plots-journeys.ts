/** Story plots about journeys, pets with ideas, and feasts. */

import type { Plot } from './plot.ts';

export const JOURNEY_PLOTS: readonly Plot[] = [
  {
    name: 'walk',
    beats: [
      [
        '{A} wanted to visit {kin}, {his} {rel}.',
        '{A} the {job} had to take {a_thing} to {town2}.',
        'One morning {A} and {his} {pet} {Pet} walked to {town2}.',
      ],
      [
        '{He} took a map, but it was a map of a soup.',
        '{He} packed {a_thing}, some {dish} and {n} socks.',
        'At the {look} {place} {he} took the wrong road.',
      ],
      [
        'After {n} hours {he} was back at {his} own door.',
        '{a_Animal} showed {him} the way, and it was the wrong way.',
        'Then {he} met {B} the {bjob}, who was lost too.',
        '{He} asked a man for the way. The man was a tree.',
      ],
      [
        '{He} sat down in the grass and ate the {dish}.',
        '"Follow me," said {B}, and walked into the river.',
        '{Pet} pulled at {his} coat and ran ahead.',
      ],
      [
        'When {he} came to {town2}, everybody was asleep.',
        'At last {he} saw the {place2} of {town2}.',
        '{He} came {n} days late, but with a good story.',
      ],
      [
        '"You could have sent a letter," said {kin}.',
        '{kin} gave {him} {dish}, and all was well.',
        'But {he} had left the {thing} at home.',
        'The people of {town2} still talk about it.',
      ],
    ],
  },
  {
    name: 'teaching',
    beats: [
      [
        '{A} wanted to teach {his} {pet} to dance.',
        '{A} the {job} believed that {Pet} the {pet} could talk.',
        '"My {pet} is smarter than your {bpet}," said {A} to {B}.',
      ],
      [
        '{He} read {n} books about it. {Pet} ate them.',
        'Every morning {he} showed {Pet} how to do it.',
        '{He} gave {Pet} some {dish} each time.',
      ],
      [
        '{Pet} sat down and looked at the wall.',
        '{Pet} learned to open the door and steal the {dish}.',
        '{Pet} did nothing at all, but {he} was very proud of it.',
      ],
      [
        'After {n} weeks {A} could do it very well. {Pet} could not.',
        'Then {he} asked all of {town} to come and see.',
        'When {B} the {bjob} came to see it, {Pet} was asleep.',
      ],
      [
        '"Bravo!" said {B}, and gave the {pet} {a_thing}.',
        'Then {Pet} said one word. It was "no".',
        '{bPet} the {bpet} had watched, and did it at once.',
        'So in the end it was {A} who got the {dish}.',
      ],
    ],
  },
  {
    name: 'birthday',
    beats: [
      [
        'It was the birthday of {A} the {job}.',
        'The birthday of {A} was on the first day of {month}.',
        '{kin} wanted to surprise {A}, {krel}.',
      ],
      [
        '{B} the {bjob} brought {a_thing} and a bad song.',
        'Everybody brought {dish}, so there were {n} of them.',
        '{kin} came with {n} {animals} and no plan.',
        'The hill folk sang, and the river folk sang louder.',
      ],
      [
        'Then {Pet} the {pet} sat down in the cake. "I never liked cake," said {A}, and ate it.',
        'Then the candles set fire to the hat of {B}. {kin} threw the soup on it, and that helped.',
        'But nobody had told {A}, and {he} stayed at home. So they carried the whole party to {his} bed.',
        'Then it began to rain, so they all sat under the table. {B} told the same joke {n} times.',
      ],
      [
        'It was the best party for years.',
        'They danced until the {place2} fell down.',
        'In the morning they found {B} asleep in {a_thing}.',
        'Everybody went home with the wrong hat.',
      ],
    ],
  },
  {
    name: 'riches',
    beats: [
      [
        '{A} the {job} had a plan to get rich.',
        '"Soon I will be rich," said {A} to {Pet} the {pet}.',
        'One day {A} wanted to be rich.',
      ],
      [
        '{He} began to sell rain in small bottles. {B} the {bjob} bought {n} of them.',
        '{He} dug a deep hole with {a_thing}. Then {B} the {bjob} fell into it.',
        '{He} opened a school for {animals}. It went well until the {animals} wanted money too.',
        '{He} sold tickets for the {look} {place}. Nobody came but {kin}, {his} {rel}.',
      ],
      [
        'After a week {he} had one bean.',
        'At the end of {month} {he} counted {his} money: {n} buttons.',
        'Then the mayor came and asked for half of the money.',
      ],
      [
        '{He} gave the money to {Pet}, who ate it.',
        '{He} bought {dish} for everybody, and then {he} was poor again.',
        '"Being rich is hard work," said {A}, and went to bed.',
        'Now {A} has a new plan. It is worse.',
      ],
    ],
  },
  {
    name: 'quarrel',
    beats: [
      [
        '{A} and {B} did not speak for {n} weeks.',
        '{A} the {job} and {B} the {bjob} had a quarrel about {a_thing}.',
        'The {pet} of {A} and the {bpet} of {B} hated each other.',
      ],
      [
        '{A} built a wall of {ingredient} between the houses.',
        '{A} said that {B} smelled of {dislike}.',
        '{B} put {a_animal} into the bed of {A}.',
        'They only talked through {Pet} the {pet}.',
      ],
      [
        'The people of {town} bought tickets to watch.',
        '{kin}, the {rel} of {A}, told them both to grow up.',
        'At the {place} they had to stand {n} steps apart.',
      ],
      [
        'One night {A} was hungry, and {B} had {dish}.',
        'Then {Pet} and {bPet} fell in love.',
        'Then they both got stuck in the door of the {house}.',
        'Then nobody could remember how it began.',
      ],
      [
        '"I am sorry," said {A}. "I am more sorry," said {B}, and they quarreled again.',
        'Since then they share the {thing}, {A} by day and {B} by night.',
        'They hugged, and all the {animals} clapped.',
        'Now they are best friends, and nobody buys tickets.',
      ],
    ],
  },
];
