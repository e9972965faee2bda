/** Story plots about people: wishes, contests, secrets, letters, quarrels. */

import type { Plot } from './plot.ts';

export const PEOPLE_PLOTS: readonly Plot[] = [
  {
    name: 'trade',
    beats: [
      [
        '{A} the {job} wanted {a_thing} more than anything.',
        'All year long {A} had dreamed of {a_thing}.',
        'At the market {A} saw a wonderful {thing}.',
      ],
      [
        '"It costs {n} hens," said {B} the {bjob}.',
        '{B} had one, but {B} wanted {a_pet} for it.',
        '"You can have it for a song," said {B}. So {A} sang.',
        '{He} counted {his} money. It was {n} buttons and a bean.',
      ],
      [
        '{A} looked at {Pet} the {pet}. {Pet} looked back.',
        'So {he} worked for {B} for {n} days.',
        '{He} asked {kin}, {his} {rel}, for help. {kin} gave {him} a turnip.',
        '{He} offered some {dish}, and {B} thought about it.',
      ],
      [
        'In the end {B} said yes, because everybody likes {dish}.',
        'At last the {thing} was {his}.',
        '{B} took the money and bit it. "Good," said {B}.',
      ],
      [
        '{His} {pet} ate it on the way home.',
        '{He} carried it home and did not know what to do with it.',
        'It was broken, but {A} loves it anyway.',
        'Now {A} wants {n} more.',
        '{Pet} sleeps in it every night.',
      ],
    ],
  },
  {
    name: 'contest',
    beats: [
      [
        'There was a contest for the best {dish} in {town}.',
        'Every year in {month} the people of {town} hold a bun race.',
        'The mayor promised a gold spoon to the best dancer of {town}.',
      ],
      [
        '{A} the {job} wanted to win, and so did {B}.',
        '{A} trained for {n} weeks with {Pet} the {pet}.',
        '"I will win," said {A}. "No, I will," said {B}.',
      ],
      [
        '{B} cheated a little with {a_thing}.',
        'Everybody came to the {look} {place} to watch.',
        '{A} was so nervous that {he} put {his} hat on {his} foot.',
        '{kin}, the {rel} of {A}, shouted so loudly that the {animals} ran away.',
      ],
      [
        '{A} began well, but then {he} thought of {dislike}.',
        'Then {bPet} the {bpet} jumped onto the table.',
        'In the middle of it {B} fell off the {place}.',
        'For {n} minutes nobody knew who was winning.',
      ],
      [
        '{Pet} the {pet} won, and nobody knows how.',
        '{A} won, and {B} ate the gold spoon.',
        '{B} won, but {A} had more fun.',
        'Everybody fell asleep, so they both won.',
      ],
      [
        '"Well done," said {B} sadly.',
        'They shared the {dish} and were friends again.',
        'The prize was {a_thing}. Nobody wanted it.',
        'On the next day there was a new rule.',
      ],
    ],
  },
  {
    name: 'secret',
    beats: [
      [
        '{A} the {job} had a secret.',
        'Nobody in {town} knew what {A} did at night.',
        '{A} the {job} had a big secret and a bad memory.',
      ],
      [
        '{A} only told {kin}, {his} {rel}. {kin} told {n} friends at the {place2}.',
        '{He} whispered it to {Pet} the {pet}, who cannot talk. But somebody was behind the door.',
        '{He} wrote it down and hid the paper under the {place}. {a_Animal} found it.',
        '{He} wrote it down, but the paper flew away and landed on the hat of {B}.',
      ],
      [
        'Soon everybody learned that {A} {secret}.',
        'In the evening the whole {place} was talking about it: {A} {secret}!',
        'Now it was in the news that {A} {secret}.',
      ],
      [
        '{A} turned red like a carrot.',
        '{A} wanted to move to another town.',
        '"It is not true," said {A}, but nobody believed {him}.',
      ],
      [
        '"So do I," said {B} quietly.',
        'Nobody laughed, because {B} {bsecret}.',
        '{B} gave {him} some {dish}, and then it was not so bad.',
        'Since then {n} people do it together on feast days.',
      ],
    ],
  },
  {
    name: 'letter',
    beats: [
      [
        '{A} the {job} got a letter. It was not for {him}.',
        'One day {A} the {job} got a letter from {kin}, {his} {rel}.',
        '{A} found a letter in {a_thing}.',
      ],
      [
        '{He} had lost {his} glasses, so {B} read it aloud.',
        '{He} opened it with a spoon.',
        '{Pet} the {pet} ate the first half, so {he} read the second half.',
      ],
      [
        '"Come to the {place} at night," it said. "Bring {a_thing}."',
        '"I am sending you {n} {animals}," it said. "Be kind to them."',
        '"You owe me {a_thing}," it said. "With love."',
        'It only said: "Do not eat the {dish}!"',
      ],
      [
        '{A} read it again and again.',
        '"That is strange," said {B} the {bjob}.',
        '{A} went to the {place2} to think.',
        '{A} stopped chewing.',
      ],
      [
        'In the end it was a letter for {B}.',
        '{He} wrote back: "No."',
        'Then {he} saw the date. The letter was ninety years old.',
        'It was a joke of {kin}, and it was not a good one.',
      ],
    ],
  },
  {
    name: 'rule',
    beats: [
      [
        'The mayor of {town} made a new rule: no {animals} near the {place}.',
        'There is an old rule in {town}: nobody may own more than one {thing}.',
        'One day the mayor said: "From now on, everybody must wear {a_thing}."',
      ],
      [
        '{A} the {job} thought that it was a very bad rule.',
        '"Rules are rules," said {B} the {bjob}.',
        '{A} had {n} of them and did not know what to do.',
        'The {animals} could not read, so they did not care.',
      ],
      [
        '{A} sat down in front of the {place2} and did not move.',
        '{A} dressed {Pet} the {pet} as a baker and walked past the guard.',
        '{He} wrote a long song about it. Even {kin}, {his} {rel}, was singing it.',
        '{B} hid behind the {place} and counted {animals}.',
      ],
      [
        'Soon {n} people did the same.',
        'Everybody in {town} began to laugh.',
        'The mayor came with {a_thing} and looked angry.',
      ],
      [
        '"Fine," said the mayor, and ate the rule.',
        'Then {a_animal} bit the mayor, and that was the end of the rule.',
        'The rule is still there, but nobody can find it.',
        'In the end they made {Pet} the mayor for one day. It was a good day.',
      ],
    ],
  },
  {
    name: 'swap',
    beats: [
      [
        '{A} the {job} and {B} the {bjob} were both bored.',
        '"Your job is easy," said {A} to {B} the {bjob}.',
        '{A} the {job} was ill, so {B} the {bjob} had to help.',
      ],
      [
        'So they swapped jobs for one day.',
        '"You only need {a_tool}," said {A}. "What can go wrong?"',
        'They swapped hats, shook hands and swapped back one sock.',
      ],
      [
        'In the morning {B} broke the {tool}.',
        '{B} held the {tool} by the wrong end for {n} hours.',
        '{A} could not find the {btool}, so {he} used {a_thing}.',
        '{A} put the {btool} into the {dish}.',
      ],
      [
        'At noon there was a long line of angry people.',
        '{Pet} the {pet} did most of the work.',
        'The people of {town} were surprised, and so were the {animals}.',
        'Something fell into the {place} with a big splash.',
      ],
      [
        'In the evening they swapped back and never spoke of it.',
        '"It was easy," said {A}, and slept for {n} days.',
        '"Your job is harder than mine," said {B}. {A} said nothing, but smiled.',
        'Now {town} has a new {place}, because the old one burned.',
      ],
    ],
  },
];
