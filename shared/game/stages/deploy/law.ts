/** The town's law: rules that hold for the rest of the day, and a suit over copied text, each measured on what models really said. */

import {
  FINES,
  PERSONAL_CENTS,
  type Charge,
  type ReadLog,
  type Rule,
  type Suit,
} from '../../../serving/fines.ts';
import type { FoundMark } from '../../../serving/found-mark.ts';
import type { OpenedRequest } from './state.ts';

/** From so many standard deviations on a mark is no chance: one text without it in a hundred has that. */
const CLEAR_MARK = 2.33;

/** What a lab is held to in an hour. */
export interface Held {
  rules: readonly Rule[];
  /** Who is to be forgotten. */
  forgotten: string;
  /** What an inspector with the key finds in its answers; null where nobody has looked. */
  mark: FoundMark | null;
  suit: Suit | null;
  /** What whoever asks for its log finds there. */
  readLog: ReadLog | null;
}

/** Whether somebody with the key can tell that a lab's model wrote its answers. */
export const isMarked = (mark: FoundMark | null): boolean => mark !== null && mark.score > CLEAR_MARK;

/** Whether an answer tells something true about whoever is to be forgotten. */
export function tellsOf(person: string, { question, answer, judgement, harm }: OpenedRequest): boolean {
  const isAbout = person !== '' && `${question} ${answer}`.includes(person);
  return isAbout && (judgement === 'true' || harm === 'secret');
}

/** What a lab pays for the answers that citizens got, in cents, by what for. */
export function finesOf(
  answered: readonly OpenedRequest[],
  { rules, forgotten, mark, suit, readLog }: Held,
): Record<Charge, number> {
  const holds = (rule: Rule): boolean => rules.includes(rule);
  const count = (isOne: (got: OpenedRequest) => boolean): number => answered.filter(isOne).length;
  const unmarked = answered.length > 0 && !isMarked(mark);
  return {
    rule: holds('rule') ? FINES.rule * count(({ harm }) => harm !== null) : 0,
    labels: holds('labels') && unmarked ? FINES.labels : 0,
    forget: holds('forget') ? FINES.forget * count((got) => tellsOf(forgotten, got)) : 0,
    suit: FINES.suit * (suit?.recited ?? 0),
    logs: FINES.logs * (readLog?.missing ?? 0) + PERSONAL_CENTS * (readLog?.personal ?? 0),
  };
}
