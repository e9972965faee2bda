/** The public scores and what each is made of; a day in town has its part in two of them. */

import type { TeamScore } from '../../../shared/game/team-score.ts';

export const SCORES = ['use', 'trust', 'science'] as const;
export type ScoreName = (typeof SCORES)[number];

const PARTS = {
  use: [],
  trust: ['truth', 'form'],
  science: ['language', 'stories', 'exercises', 'facts'],
} as const;
const TOWN_PARTS = { use: ['arena', 'served', 'paid'], trust: ['believed'], science: [] } as const;

export type PartName = (typeof PARTS)[ScoreName][number] | (typeof TOWN_PARTS)[ScoreName][number];

/** The parts of a score that were measured, 0 to 100 each. */
export function partsOf(name: ScoreName, score: TeamScore): { part: PartName; value: number }[] {
  const { town } = score;
  return [
    ...PARTS[name].map((part) => ({ part, value: score[part] })),
    ...TOWN_PARTS[name].flatMap((part) => {
      const value = town?.[part] ?? null;
      return value === null ? [] : [{ part, value }];
    }),
  ];
}
