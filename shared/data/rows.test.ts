import { describe, expect, it } from 'vitest';
import { PADDING, toBatch, type Rows } from '../lm/rows.ts';
import { createRandom } from '../random.ts';
import { trainBpe } from '../tokenizer/bpe.ts';
import { ANSWER, ASK, END } from '../tokenizer/special.ts';
import type { TextDocument } from '../world/document.ts';
import {
  concatRows,
  countTargets,
  decodeRows,
  demonstrationRows,
  fitsWhole,
  encodeRows,
  packRows,
  promptTokens,
  shuffleRows,
  sliceRows,
} from './rows.ts';

const CONTEXT = 8;
const tokenizer = trainBpe(['the hen ran home. the cat ran too. copy: a b c'], 128);
const prose = (text: string): TextDocument => ({ kind: 'stories', text, ownRow: false });
const exercise = (text: string): TextDocument => ({ kind: 'exercises', text, ownRow: true });

function rowsOf(rows: Rows): number[][] {
  const stride = rows.contextLength + 1;
  return Array.from({ length: rows.count }, (_, row) =>
    Array.from(rows.tokens.subarray(row * stride, (row + 1) * stride)),
  );
}

const unpadded = (row: number[]): number[] => row.filter((token) => token !== PADDING);

describe('packing documents', () => {
  it('joins prose by END into one stream whose windows share one token', () => {
    const texts = ['the hen ran home.', 'the cat ran too.', 'the hen.'];
    const stream = [END, ...texts.flatMap((text) => [...tokenizer.encode(text), END])];
    const rows = rowsOf(packRows(texts.map(prose), tokenizer, CONTEXT));
    expect(rows[0]).toEqual(stream.slice(0, CONTEXT + 1));
    expect(rows.slice(1).every((row, i) => row[0] === rows[i][CONTEXT])).toBe(true);
    expect([END, ...rows.flatMap((row) => unpadded(row).slice(1))]).toEqual(stream);
  });

  it('gives an exercise a row of its own from position 0, and cuts what is too long', () => {
    const [short, long] = rowsOf(
      packRows([exercise('a b'), exercise('a b c '.repeat(9))], tokenizer, CONTEXT),
    );
    expect(unpadded(short)).toEqual([END, ...tokenizer.encode('a b'), END]);
    expect(long).toHaveLength(CONTEXT + 1);
    expect(long).not.toContain(PADDING);
  });

  it('makes no rows of no documents', () => {
    expect(packRows([], tokenizer, CONTEXT).count).toBe(0);
  });
});

describe('demonstrations', () => {
  it('put the loss on the answer and its END only', () => {
    const rows = demonstrationRows([{ question: 'cat', answer: 'ran' }], tokenizer, 12);
    const [question, answer] = [tokenizer.encode('cat'), tokenizer.encode('ran')];
    expect(unpadded(rowsOf(rows)[0])).toEqual([END, ASK, ...question, ANSWER, ...answer, END]);
    const batch = toBatch(rows, 0, 1);
    const trained = [...batch.targets].filter((_, i) => batch.weights[i] > 0);
    expect(trained).toEqual([...answer, END]);
    expect(countTargets(rows)).toBe(trained.length);
    expect(promptTokens('cat', tokenizer)).toEqual([END, ASK, ...question, ANSWER]);
  });

  it('leave out a question without room for an answer', () => {
    const long = { question: 'the cat ran home '.repeat(5), answer: 'ok' };
    expect(demonstrationRows([long], tokenizer, CONTEXT).count).toBe(0);
  });

  it('hold the end of every answer that fits whole, and of no other', () => {
    const answers = Array.from({ length: 12 }, (_, count) => 'the cat ran home. '.repeat(count));
    for (const answer of answers) {
      const card = { question: 'cat', answer };
      const [row = []] = rowsOf(demonstrationRows([card], tokenizer, CONTEXT));
      expect(fitsWhole(card, tokenizer, CONTEXT)).toBe(row.lastIndexOf(END) > 0);
    }
  });

  it('keep the mark of the answer, however long the question is', () => {
    const question = 'the hen ran home. '.repeat(20) + 'cat';
    const prompt = promptTokens(question, tokenizer, 12);
    expect(prompt).toHaveLength(12);
    expect([prompt[0], prompt[1], prompt.at(-1)]).toEqual([END, ASK, ANSWER]);
    expect(tokenizer.decode(prompt.slice(2, -1))).toMatch(/cat$/);
  });
});

describe('handling rows', () => {
  const rows = packRows(
    [prose('the hen ran home. the cat ran too. '.repeat(9)), exercise('a b')],
    tokenizer,
    CONTEXT,
  );

  it('are the same rows after slicing and joining', () => {
    expect(concatRows([sliceRows(rows, 0, 3), sliceRows(rows, 3, 1000)])).toEqual(rows);
    expect(sliceRows(rows, rows.count, 5).count).toBe(0);
  });

  it('are all still there after shuffling', () => {
    const shuffled = rowsOf(shuffleRows(rows, createRandom(3)));
    expect(shuffled).not.toEqual(rowsOf(rows));
    expect(shuffled.map(String).sort()).toEqual(rowsOf(rows).map(String).sort());
  });
});

describe('the binary form', () => {
  const rows = concatRows([
    packRows([prose('the hen ran home. the cat ran too.'), exercise('a b')], tokenizer, 12),
    demonstrationRows([{ question: 'cat', answer: 'ran' }], tokenizer, 12),
  ]);

  it('comes back as it was, also from the middle of a buffer', () => {
    const bytes = encodeRows(rows);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeRows(bytes)).toEqual(rows);
    expect(decodeRows(shifted.subarray(3))).toEqual(rows);
  });

  const broken = (change: (view: DataView) => void): Uint8Array => {
    const bytes = encodeRows(rows);
    change(new DataView(bytes.buffer));
    return bytes;
  };

  it.each([
    ['too short', new Uint8Array(3)],
    ['not a rows file', broken((view) => view.setUint8(0, 1))],
    ['unknown version 9', broken((view) => view.setUint32(4, 9, true))],
    ['context length 0', broken((view) => view.setUint32(8, 0, true))],
    ['were announced', broken((view) => view.setUint32(12, 0xffffffff, true))],
    ['were announced', encodeRows(rows).slice(0, -1)],
    ['which is no token', broken((view) => view.setUint16(16, 2048, true))],
    ['after its padding', broken((view) => view.setUint16(16, PADDING, true))],
    ['loss from column 0', broken((view) => view.setUint16(view.byteLength - 2, 0, true))],
  ])('is refused with the reason: %s', (reason, bytes) => {
    expect(() => decodeRows(bytes)).toThrow(reason);
  });
});
