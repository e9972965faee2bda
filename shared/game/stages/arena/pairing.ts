/** Who meets whom in the arena, and what is asked about each two answers. */

import type { Random } from '../../../random.ts';
import { isChecked, type ArenaCard, type ArenaChoice, type ArenaPair } from './state.ts';

/** Cards wanted in all; each two contestants meet equally often, on at least this many questions. */
const WANTED_CARDS = 48;
const LEAST_MEETINGS = 4;

/** What one contestant answered to each of the questions, in their order. */
export interface Contestant {
  id: string;
  answers: readonly string[];
  /** Whether each answer holds by rule: is it true, is it kind? Null where there is no rule. */
  holds: readonly (boolean | null)[];
}

/** A question, and what voters are asked about two answers to it. */
export type Asked = Pick<ArenaCard, 'criterion' | 'question' | 'evidence'>;

/** How the referee judges two answers by rule: both may hold, or neither. */
function judge(criterion: ArenaCard['criterion'], a: boolean | null, b: boolean | null): ArenaChoice | null {
  if (!isChecked(criterion) || a === null || b === null) return null;
  return a === b ? 'tie' : a ? 'a' : 'b';
}

/** So many questions for each two contestants; an even number, since checked questions and others take turns. */
export function meetingsOf(contestants: number, questions: number): number {
  const duels = (contestants * (contestants - 1)) / 2;
  const wanted = Math.max(LEAST_MEETINGS, Math.ceil(WANTED_CARDS / Math.max(1, duels)));
  return Math.min(questions, 2 * Math.ceil(wanted / 2));
}

/**
 * Lets all contestants meet pairwise on the same questions, equally often; sides are drawn. Two equal answers leave
 * nothing to judge and are left out. `makeId` must tell nothing.
 */
export function pairUp(
  questions: readonly Asked[],
  contestants: readonly Contestant[],
  random: Random,
  makeId: () => string,
): ArenaPair[] {
  const duels = contestants.flatMap((x, index) => contestants.slice(index + 1).map((y) => [x, y] as const));
  const meetings = meetingsOf(contestants.length, questions.length);
  const pairs = duels.flatMap(([x, y], duel) =>
    Array.from({ length: meetings }, (_, meeting) => {
      const at = (duel * meetings + meeting) % questions.length;
      const question = questions[at];
      const [left, right] = random.chance(0.5) ? [x, y] : [y, x];
      const [a, b] = [left.answers[at], right.answers[at]];
      if (!question || a === undefined || b === undefined)
        throw new Error('a contestant gave too few answers');
      const referee = judge(question.criterion, left.holds[at] ?? null, right.holds[at] ?? null);
      return { ...question, id: makeId(), a, b, who: { a: left.id, b: right.id }, referee };
    }),
  );
  return random.shuffle(pairs.filter(({ a, b }) => a.trim() !== b.trim()));
}
