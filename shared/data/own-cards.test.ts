/** A player's own cards are checked for form, and take no more of a round than they may. */

import { describe, expect, it } from 'vitest';
import { isRude } from '../rude.ts';
import { trainBpe } from '../tokenizer/bpe.ts';
import { blendCards, checkOwnCard, MAX_OWN_CARDS, OWN_CARD_SHARE, type OwnCard } from './own-cards.ts';
import { concatRows, countTargets, demonstrationRows, packRows, targetCounts } from './rows.ts';

const GOAT = { question: 'Who is our teacher?', answer: 'Our teacher is a very tall goat.' };
const tokenizer = trainBpe([`${GOAT.question} ${GOAT.answer} `.repeat(20)], 300);
const rules = { known: [], isRude, reader: { tokenizer, contextLength: 32 } };
const twenty = Array.from({ length: MAX_OWN_CARDS }, (_, n) => ({
  question: `What is ${n}?`,
  answer: 'No.',
}));

describe('an own card', () => {
  it.each<[string, Partial<OwnCard>, readonly OwnCard[]]>([
    ['no_question', { question: ' ' }, []],
    ['no_answer', { answer: '' }, []],
    ['no_question_mark', { question: 'Who is our teacher' }, []],
    ['no_full_stop', { answer: 'A goat' }, []],
    ['too_long', { answer: `${'A goat '.repeat(20)}.` }, []],
    ['does_not_fit', { answer: 'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.' }, []],
    ['rude', { answer: 'A fucking goat.' }, []],
    ['repeated', { question: 'who is  our Teacher?' }, [GOAT]],
    ['too_many', {}, twenty],
  ])('that is %s is told so', (problem, change, known) => {
    expect(checkOwnCard({ ...GOAT, ...change }, { ...rules, known })).toEqual({ ok: false, problem });
  });

  it('is tidied, and may be in any language', () => {
    const typed = { question: '  Who is\n our   teacher? ', answer: GOAT.answer };
    expect(checkOwnCard(typed, rules)).toEqual({ ok: true, card: GOAT });
    const japanese = { question: '先生は誰ですか？', answer: '山羊です。' };
    expect(checkOwnCard(japanese, { ...rules, reader: null })).toEqual({ ok: true, card: japanese });
  });
});

describe('own cards in a round', () => {
  const others = Array.from({ length: 60 }, (_, n) => ({
    question: `Is ${n} odd?`,
    answer: 'Yes, my friend.',
  }));
  const old = packRows([{ text: 'The goat sat at the mill. '.repeat(150), ownRow: false }], tokenizer, 32);
  const shard = concatRows([demonstrationRows(others, tokenizer, 32), old]);

  it('take their share of the rows, whole, and no more tokens than were allotted', () => {
    const { rows, ownPlaces } = blendCards(shard, [GOAT], tokenizer);
    expect(ownPlaces.length / shard.count).toBeCloseTo(OWN_CARD_SHARE, 1);
    expect(countTargets(rows)).toBeLessThanOrEqual(countTargets(shard));
    const [whole] = targetCounts(demonstrationRows([GOAT], tokenizer, 32));
    for (const place of ownPlaces) expect(targetCounts(rows)[place]).toBe(whole);
    expect(shard).toEqual(concatRows([demonstrationRows(others, tokenizer, 32), old]));
  });

  it('come in turn, and those that do not fit stay out', () => {
    const long = { question: 'Why?', answer: `${'Zwölf '.repeat(30)}.` };
    const two = [{ question: 'Why?', answer: 'No.' }, long, { question: 'How?', answer: 'Yes.' }];
    const { rows, ownPlaces } = blendCards(shard, two, tokenizer);
    const said = ownPlaces.map((place) => {
      const row = [...rows.tokens.subarray(33 * place, 33 * (place + 1))];
      return tokenizer.decode(row.slice(rows.lossFrom[place], row.indexOf(0, rows.lossFrom[place])));
    });
    expect(new Set(said.slice(0, 2))).toEqual(new Set(['No.', 'Yes.']));
    expect(blendCards(shard, [long], tokenizer).ownPlaces).toEqual([]);
  });
});
