/** The face of one person who never agreed to be in a data set: always the same features, in many places. */

import { createRandom } from '../../random.ts';
import type { World } from '../types.ts';
import type { Subject } from './scenes.ts';

/** Hair, eyes, and mouths of a large face; one of each makes a person. */
const HAIR = [
  ['.#hhhhhhhh#.', '#hhsssssshh#'],
  ['.#hhhhhsss#.', '#hhhsssssss#'],
  ['.#shshshsh#.', '#hssssssssh#'],
];
const EYES = [
  ['#hskksskksh#', '#hskksssssh#'],
  ['#hssksskssh#', '#hskkskkksh#'],
  ['#hsuussuush#', '#hsukssuksh#'],
];
const MOUTHS = [
  ['.#skkkkkks#.', '.#ssskksss#.'],
  ['.#ssrrrrss#.', '.#sssrrsss#.'],
  ['.#sskssskss#', '.#ssskkkss#.'],
];

/** The person whose face it is: any of the world's, by its seed. */
function privateName({ seed, people }: World): string {
  return createRandom(seed).fork('private face').pick(people).name;
}

export function portraitOf(world: World): Subject {
  const random = createRandom(world.seed).fork('private features');
  const rows = [
    '....####....',
    '..#cccccc#..',
    '.#cccccccc#.',
    '############',
    ...random.pick(HAIR),
    ...random.pick(EYES),
    '#hsssddsssh#',
    ...random.pick(MOUTHS),
    '..#ssssss#..',
    '.#oooooooo#.',
  ];
  return { name: `portrait of ${privateName(world)}`, part: 'hat', rows };
}
