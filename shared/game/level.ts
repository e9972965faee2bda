/** How much of the game lies open from the start: the host chooses it by how often the class has played. */

export const LEVELS = ['first', 'again', 'expert'] as const;
export type Level = (typeof LEVELS)[number];

/** What can wait: a lab that is ready to decide gets it in any case. */
export type Extra = 'bid' | 'clean' | 'vocabulary' | 'architecture' | 'bench' | 'ownText';

const OPEN: Readonly<Record<Level, readonly Extra[]>> = {
  first: [],
  again: ['bid', 'clean', 'vocabulary', 'architecture'],
  expert: ['bid', 'clean', 'vocabulary', 'architecture', 'bench', 'ownText'],
};

export function isOpen(level: Level, extra: Extra, isReady: boolean): boolean {
  return isReady || OPEN[level].includes(extra);
}
