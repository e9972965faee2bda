/** A player's own text is checked in plain terms, cleaned, and takes no more of a round than it may. */

import { describe, expect, it } from 'vitest';
import { PADDING, type Rows } from '../lm/rows.ts';
import { isRude } from '../rude.ts';
import { trainBpe } from '../tokenizer/bpe.ts';
import {
  blendRows,
  checkOwnText,
  holdBack,
  MAX_OWN_BYTES,
  OWN_SHARE,
  ownRows,
  type OwnTextCheck,
} from './own-text.ts';
import { countTargets, targetCounts } from './rows.ts';

const DIARY = `My cat is called Biscuit. She sleeps on the radiator and dreams of herring.
Every morning she walks along the fence, looks at the neighbour's dog, and says nothing at all.

Grandmother says that a cat like this is worth two alarm clocks and a small piano.`;

const check = (text: string): OwnTextCheck => checkOwnText(text, isRude);
const textOf = (checked: OwnTextCheck): string => (checked.ok ? checked.text : checked.problem);

describe('own text', () => {
  it.each([
    ['empty', ''],
    ['empty', ' \n\t\u00a0 '],
    ['too_big', 'Biscuit sleeps. '.repeat(MAX_OWN_BYTES / 16 + 1)],
    ['too_big', 'ねこ。'.repeat(MAX_OWN_BYTES / 9 + 1)],
    ['binary', `\u0089PNG\r\n\u001a\n\u0000\u0000${DIARY}`],
    ['binary', DIARY.replaceAll('e', '\ufffd')],
    ['too_short', 'My cat is called Biscuit.'],
    ['monotone', 'a'.repeat(5000)],
    ['monotone', 'ha '.repeat(500)],
    ['monotone', '🐈'.repeat(300)],
    ['rude', 'You fucking idiot, said the goat to the miller. '.repeat(20)],
  ])('that is %s is told so', (problem, text) => {
    expect(check(text)).toEqual({ ok: false, problem });
  });

  it.each([
    ['German', 'Die Katze heißt Keks und träumt auf der Heizung von Hering. '.repeat(5)],
    ['Japanese', '猫の名前はビスケットです。毎朝、塀の上を歩いて、隣の犬を静かに見ています。'.repeat(8)],
    ['Arabic', 'اسم قطتي بسكويت وهي تنام على المدفأة وتحلم بسمك الرنجة كل يوم. '.repeat(5)],
    ['with emoji', 'Biscuit 🐈 dreams of herring 🐟 on the radiator, says Grandmother 👵🏽. '.repeat(5)],
  ])('may be %s, and comes back from its tokens as it was', (_language, text) => {
    const checked = check(text);
    expect(checked.ok).toBe(true);
    const tokenizer = trainBpe([DIARY], 256);
    expect(tokenizer.decode(tokenizer.encode(textOf(checked)))).toBe(textOf(checked));
  });

  it('is brought into one form', () => {
    const messy = `\ufeff${DIARY.replace('\n', '\r\n').replaceAll(' ', '  ')}\r\n\r\n\r\n\r\ncafe\u0301 \u0007`;
    expect(textOf(check(messy))).toBe(`${DIARY}\n\ncafé`);
  });

  it('loses its rude sentences and nothing else', () => {
    const checked = check(`${DIARY} What a shit day. Then it rained.`);
    expect(checked).toMatchObject({ ok: true, leftOut: 1 });
    expect(textOf(checked)).toBe(`${DIARY} Then it rained.`);
  });

  it('is checked in a moment even where it is as long as it may be', () => {
    const long = DIARY.repeat(Math.floor(MAX_OWN_BYTES / new TextEncoder().encode(DIARY).length));
    expect(check(long)).toMatchObject({ ok: true, leftOut: 0 });
  }, 10_000);
});

describe('own rows in a round', () => {
  const tokenizer = trainBpe([DIARY], 256);
  const own = ownRows(DIARY, tokenizer, 16);
  /** Rows of token 7, the first of them short. */
  const shard = (count: number): Rows => {
    const tokens = new Uint16Array(count * 17).fill(7);
    tokens.fill(PADDING, 5, 17);
    return { contextLength: 16, count, tokens, lossFrom: new Uint16Array(count).fill(1) };
  };
  const isOwn = (rows: Rows, row: number): boolean => rows.tokens[row * 17 + 1] !== 7;

  it('take their share at even distances, never the first place, and come in turn', () => {
    const first = blendRows(shard(16), own, 0);
    expect(first.ownPlaces).toEqual([2, 6, 10, 14]);
    expect(first.ownPlaces.length / 16).toBe(OWN_SHARE);
    for (let row = 0; row < 16; row++) expect(isOwn(first.rows, row)).toBe(first.ownPlaces.includes(row));
    const second = blendRows(shard(16), own, first.next);
    expect(second.rows.tokens.slice(2 * 17, 3 * 17)).toEqual(own.tokens.slice(4 * 17, 5 * 17));
  });

  it('come no more than once in a round, however short the text', () => {
    expect(blendRows(shard(1000), own, 0).ownPlaces).toHaveLength(own.count);
  });

  it('never make more targets than the round was given', () => {
    const short = { ...shard(8), tokens: shard(8).tokens.map((token, i) => (i % 17 > 6 ? PADDING : token)) };
    const { rows, ownPlaces } = blendRows(short, own, 0);
    expect(ownPlaces).toHaveLength(2);
    expect([...targetCounts(rows)]).toEqual([...targetCounts(short)]);
    expect(countTargets(rows)).toBe(countTargets(short));
  });

  it('leave a round alone that is too short for any', () => {
    expect(blendRows(shard(3), own, 5)).toMatchObject({ ownPlaces: [], next: 5 });
  });
});

describe('what is kept to measure by', () => {
  it('is the end of the text, in whole sentences, and is never learned', () => {
    const text = Array.from({ length: 20 }, (_, index) => `Hen number ${index} slept at the mill.`).join(' ');
    const { read, held } = holdBack(text);
    expect(held).toBe('Hen number 18 slept at the mill. Hen number 19 slept at the mill.');
    expect(`${read} ${held}`).toBe(text);
  });

  it('is there in a text without sentences, too', () => {
    const { read, held } = holdBack('fog and boats and hens '.repeat(60));
    expect(read.length).toBeGreaterThan(held.length);
    expect(held.length).toBeGreaterThan(0);
  });
});
