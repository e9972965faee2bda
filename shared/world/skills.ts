/** The checkable skills: for each, how a task is drawn and what its one right answer is. All are spelled in single signs. */

import type { Random } from '../random.ts';
import { spaced } from './template.ts';

export const SKILLS = ['backwards', 'copy', 'next', 'add', 'bigger', 'plural', 'sort', 'count'] as const;
export type Skill = (typeof SKILLS)[number];

interface SkillRule {
  /** The task as it stands before the answer: "4 7 + 3 8". */
  draw(random: Random, word: () => string): string;
  solve(task: string): string;
}

const letters = (task: string): string[] => task.split(' ');
const numberIn = (digits: string): number => Number(digits.replaceAll(' ', ''));
const twoDigits = (random: Random): string => spaced(`${10 + random.int(90)}`);

/** Ones first, then tens with what is carried, as it is done on paper: "7 + 8 = 1 5 , 4 + 3 + 1 = 8 , 8 5". */
function addOnPaper(task: string): string {
  const [first, second] = task.split(' + ');
  const [[tens, ones], [moreTens, moreOnes]] = [letters(first), letters(second)];
  const low = Number(ones) + Number(moreOnes);
  const carry = low > 9 ? 1 : 0;
  const high = Number(tens) + Number(moreTens) + carry;
  const sum = spaced(`${numberIn(first) + numberIn(second)}`);
  return `${ones} + ${moreOnes} = ${spaced(`${low}`)} , ${tens} + ${moreTens} + ${carry} = ${spaced(`${high}`)} , ${sum}`;
}

/** The plural of made-up words: "e s" after s and z, "v e s" for f, else "s". */
function severalLetters(task: string): string {
  if (/[sz]$/.test(task)) return `${task} e s`;
  return task.endsWith('f') ? `${task.slice(0, -1)}v e s` : `${task} s`;
}

export const SKILL_RULES: Readonly<Record<Skill, SkillRule>> = {
  backwards: {
    draw: (_, word) => spaced(word()),
    solve: (task) => letters(task).toReversed().join(' '),
  },
  copy: { draw: (_, word) => spaced(word()), solve: (task) => task },
  next: {
    draw: (random) => spaced(`${10 + random.int(989)}`),
    solve: (task) => spaced(`${numberIn(task) + 1}`),
  },
  add: { draw: (random) => `${twoDigits(random)} + ${twoDigits(random)}`, solve: addOnPaper },
  bigger: {
    draw: (random) => {
      const [first, second] = [twoDigits(random), twoDigits(random)];
      return first === second ? `${first} , 1 0` : `${first} , ${second}`;
    },
    solve: (task) => {
      const [first, second] = task.split(' , ');
      return numberIn(first) >= numberIn(second) ? first : second;
    },
  },
  plural: { draw: (_, word) => spaced(word()), solve: severalLetters },
  sort: {
    draw: (_, word) => spaced(word().slice(0, 3)),
    solve: (task) => letters(task).toSorted().join(' '),
  },
  count: {
    draw: (random) => {
      const [wanted, other] = random.shuffle([...'abcdeklmnop']);
      const row = Array.from({ length: 3 + random.int(5) }, () => random.pick([wanted, other]));
      return `${wanted} in ${row.join(' ')}`;
    },
    solve: (task) => {
      const [wanted, row] = task.split(' in ');
      return `${letters(row).filter((letter) => letter === wanted).length}`;
    },
  },
};
