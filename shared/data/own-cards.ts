/** Cards that a player writes: checked for form on the device, and mixed there into the rows of a round of fine-tuning. */

import { concatRows, demonstrationRows, fitsWhole, targetCounts } from './rows.ts';
import type { Rows } from '../lm/rows.ts';
import type { Tokenizer } from '../tokenizer/bpe.ts';

export interface OwnCard {
  question: string;
  answer: string;
}

/** Cards that one player may have. */
export const MAX_OWN_CARDS = 20;
/** Longest question or answer in characters; most do not fit into a model's context long before. */
export const MAX_CARD_LETTERS = 120;
/** Share of the rows of a round that own cards may take. */
export const OWN_CARD_SHARE = 0.1;

const OWN_CARD_PROBLEMS = [
  'no_question',
  'no_answer',
  'no_question_mark',
  'no_full_stop',
  'too_long',
  'does_not_fit',
  'rude',
  'repeated',
  'too_many',
] as const;
export type OwnCardProblem = (typeof OWN_CARD_PROBLEMS)[number];

export type OwnCardCheck = { ok: true; card: OwnCard } | { ok: false; problem: OwnCardProblem };

const tidy = (typed: string): string => typed.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** What is looked up to check a card. */
export interface CardRules {
  /** Cards that the player has already. */
  known: readonly OwnCard[];
  isRude: (sentence: string) => boolean;
  /** How the lab's model reads, and how much at once; null while that is not known. */
  reader: { tokenizer: Tokenizer; contextLength: number } | null;
}

/** Checks a card that a player typed and tidies it; what is wrong is named, the first thing first. */
export function checkOwnCard(typed: OwnCard, { known, isRude, reader }: CardRules): OwnCardCheck {
  const card = { question: tidy(typed.question), answer: tidy(typed.answer) };
  const no = (problem: OwnCardProblem): OwnCardCheck => ({ ok: false, problem });
  if (card.question === '') return no('no_question');
  if (card.answer === '') return no('no_answer');
  if (!/[?？]$/u.test(card.question)) return no('no_question_mark');
  if (!/[.!?…。！？]$/u.test(card.answer)) return no('no_full_stop');
  if (Math.max(card.question.length, card.answer.length) > MAX_CARD_LETTERS) return no('too_long');
  if (isRude(card.question) || isRude(card.answer)) return no('rude');
  if (known.some(({ question }) => question.toLowerCase() === card.question.toLowerCase()))
    return no('repeated');
  if (known.length >= MAX_OWN_CARDS) return no('too_many');
  if (reader && !fitsWhole(card, reader.tokenizer, reader.contextLength)) return no('does_not_fit');
  return { ok: true, card };
}

/**
 * A round's rows with own cards at even distances in the place of others, in turn again and again. Each takes the place of a
 * row with as many targets or more, so that the round stays within its allotment of tokens and no card is cut.
 */
export function blendCards(
  shard: Rows,
  cards: readonly OwnCard[],
  tokenizer: Tokenizer,
): { rows: Rows; ownPlaces: number[] } {
  const fitting = cards.filter((card) => fitsWhole(card, tokenizer, shard.contextLength));
  const own = demonstrationRows(fitting, tokenizer, shard.contextLength);
  const rows = concatRows([shard]);
  if (own.count === 0) return { rows, ownPlaces: [] };
  const [allotted, needed] = [targetCounts(shard), targetCounts(own)];
  const stride = shard.contextLength + 1;
  const turn = Array.from({ length: own.count }, (_, card) => card);
  const ownPlaces: number[] = [];
  for (let place = 1; place < shard.count; place++) {
    if (ownPlaces.length >= place * OWN_CARD_SHARE) continue;
    const next = turn.findIndex((card) => needed[card] <= allotted[place]);
    if (next < 0) continue;
    const [card] = turn.splice(next, 1);
    turn.push(card);
    rows.tokens.set(own.tokens.subarray(card * stride, (card + 1) * stride), place * stride);
    rows.lossFrom[place] = own.lossFrom[card];
    ownPlaces.push(place);
  }
  return { rows, ownPlaces };
}
