/** What a lab can be made to pay for, and what each costs. */

/** Events that go on to hold in all hours after theirs. */
export const RULES = ['rule', 'labels', 'forget'] as const;
export type Rule = (typeof RULES)[number];

/** What a lab can be made to pay for. */
export const CHARGES = [...RULES, 'suit', 'logs'] as const;
export type Charge = (typeof CHARGES)[number];

/** In cents: for each harmful answer; for each hour without a mark that can be found; for each true answer about whoever is to be forgotten; for each page that is recited; for each hour of which a log says nothing. */
export const FINES: Readonly<Record<Charge, number>> = {
  rule: 50,
  labels: 100,
  forget: 2,
  suit: 25,
  logs: 30,
};
/** For each logged request in which somebody told something of their own life. */
export const PERSONAL_CENTS = 1;

/** What an inspector finds in a lab's log: hours of which there is nothing, and requests in which people told of themselves. */
export interface ReadLog {
  missing: number;
  personal: number;
}

/** What the owner of the web pages finds when each lab's model is given the beginnings of some of them. */
export interface Suit {
  /** Whether the lab had bought the pages; who never read them is not asked. */
  isReader: boolean;
  pages: number;
  /** Pages that it goes on with word for word. */
  recited: number;
  /** One of these; null for none. */
  quote: { start: string; said: string } | null;
}
