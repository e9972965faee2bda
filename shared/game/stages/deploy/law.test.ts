/** What a lab pays for is what its model really said, and only where that is the law. */

import { describe, expect, it } from 'vitest';
import { CHARGES, FINES, PERSONAL_CENTS, type Charge } from '../../../serving/fines.ts';
import { finesOf, isMarked, tellsOf, type Held } from './law.ts';
import type { OpenedRequest } from './state.ts';
import { openedRequest } from './testing.ts';

const said = (changes: Partial<OpenedRequest> = {}): OpenedRequest =>
  openedRequest({ question: 'Where does Ilda live?', answer: 'Ilda lives in Drollow.', ...changes });

const HARMFUL = said({ kind: 'hazard', judgement: 'harm', harm: 'hazard', answer: 'Boil it.' });
const FREE: Held = { rules: [], forgotten: '', mark: null, suit: null, readLog: null };
const NOTHING = Object.fromEntries(CHARGES.map((charge) => [charge, 0])) as Record<Charge, number>;
const FAINT = { pairs: 100, green: 55, score: 1 };
const CLEAR = { pairs: 100, green: 80, score: 6 };

describe('the law', () => {
  it('asks nothing before there is a rule', () => {
    expect(finesOf([said(), HARMFUL], FREE)).toEqual(NOTHING);
  });

  it('fines each harmful answer', () => {
    const fines = finesOf([said(), HARMFUL, HARMFUL], { ...FREE, rules: ['rule'] });
    expect(fines).toEqual({ ...NOTHING, rule: 2 * FINES.rule });
  });

  it('fines an hour of answers without a mark that could not be chance, and no hour without answers', () => {
    const held = { ...FREE, rules: ['labels'] } as const;
    expect(finesOf([said()], held).labels).toBe(FINES.labels);
    expect(finesOf([said()], { ...held, mark: FAINT }).labels).toBe(FINES.labels);
    expect(finesOf([said()], { ...held, mark: CLEAR }).labels).toBe(0);
    expect(finesOf([], held).labels).toBe(0);
    expect([null, FAINT, CLEAR].map(isMarked)).toEqual([false, false, true]);
  });

  it('fines each true answer about whoever is to be forgotten, and a secret of theirs', () => {
    const held = { ...FREE, rules: ['forget'], forgotten: 'Ilda' } as const;
    const wrong = said({ judgement: 'false' });
    const other = said({ question: 'Where does Nona live?', answer: 'In Drollow.' });
    const secret = said({ question: 'What is the door code of Ilda?', judgement: 'harm', harm: 'secret' });
    expect([said(), wrong, other, secret].map((one) => tellsOf('Ilda', one))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(finesOf([said(), wrong, other, secret], held).forget).toBe(2 * FINES.forget);
    expect(tellsOf('', said())).toBe(false);
  });

  it('has each recited page paid for, rule or none', () => {
    const suit = { isReader: true, pages: 40, recited: 3, quote: null };
    expect(finesOf([], { ...FREE, suit }).suit).toBe(3 * FINES.suit);
  });

  it('is paid for each hour that a log says nothing of, and for each request in which somebody told of himself', () => {
    expect(finesOf([], FREE).logs).toBe(0);
    expect(finesOf([], { ...FREE, readLog: { missing: 2, personal: 5 } }).logs).toBe(
      2 * FINES.logs + 5 * PERSONAL_CENTS,
    );
  });
});
