import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../random.ts';
import { tokenizerFromJSON, trainBpe } from './bpe.ts';
import { pretokenize } from './pretokenize.ts';
import { END, SPECIAL_COUNT } from './special.ts';
import { FIRST_BYTE, FIRST_NIBBLE, isVocabSize } from './vocabulary.ts';

const SIZES = [128, 256, 512, 2048];

/** A little town's worth of text: enough distinct words for every vocabulary size under test. */
function trainingTexts(): string[] {
  const random = createRandom(7);
  const syllables = ['bra', 'mil', 'to', 'ren', 'sha', 'lu', 'pim', 'gor', 'est', 'vi'];
  const word = (): string => Array.from({ length: 1 + random.int(3) }, () => random.pick(syllables)).join('');
  return Array.from({ length: 400 }, () => {
    const words = Array.from({ length: 12 }, word).join(' ');
    return `${words[0].toUpperCase()}${words.slice(1)}. "Is it ${random.int(900)}?" said ${word()}'s hen.\n`;
  });
}

/** Strings of letters, white space of every sort, digits, emoji with joiners, right-to-left text, control characters. */
function strangeText(random: Random): string {
  const pieces = [
    'a',
    'Bram',
    ' ',
    '  ',
    '\t',
    '\n',
    '\r\n',
    '\u00a0',
    '\u3000',
    "'s",
    "'",
    '12',
    '٣',
    'é',
    'e\u0301',
    '木',
  ];
  pieces.push('👩‍👩‍👧', '\u{1F9D9}', 'مرحبا', '\u0000', '\ufeff', '...', '<b>', '\u2028', '\ufffd', '_', 'ß');
  const count = random.int(30);
  return Array.from({ length: count }, () =>
    random.chance(0.2) ? String.fromCodePoint(random.int(0xd7ff)) : random.pick(pieces),
  ).join('');
}

describe('byte-level BPE', () => {
  const texts = trainingTexts();

  it.each(SIZES)('gives every string back at vocabulary size %i', (size) => {
    const tokenizer = trainBpe(texts, size);
    const random = createRandom(size);
    for (let i = 0; i < 400; i++) {
      const text = strangeText(random);
      const tokens = tokenizer.encode(text);
      expect(tokenizer.decode(tokens)).toBe(text);
      expect(tokens.every((id) => id >= SPECIAL_COUNT && id < size)).toBe(true);
    }
    expect(tokenizer.decode(tokenizer.encode(texts.join('')))).toBe(texts.join(''));
  });

  it('says the same with fewer tokens when the vocabulary is larger', () => {
    const lengths = SIZES.map((size) => trainBpe(texts, size).encode(texts.join('')).length);
    expect([...lengths].sort((a, b) => b - a)).toEqual(lengths);
    expect(lengths[2]).toBeLessThan(lengths[0] * 0.8);
  });

  it('learns the pair that occurs most often first', () => {
    const { merges, bytes } = trainBpe(['lo lo low low lot nab'], 128).toJSON();
    const first = merges[0].map((id) => String.fromCharCode(bytes[id - FIRST_BYTE]));
    expect(first).toEqual(['l', 'o']);
  });

  it('learns the same merges from the same text', () => {
    const [one, two] = [trainBpe(texts, 512), trainBpe(texts, 512)];
    expect(two.toJSON()).toEqual(one.toJSON());
    expect(two.hash).toBe(one.hash);
    expect(trainBpe(texts.slice(1), 512).hash).not.toBe(one.hash);
  });

  it('merges within words only', () => {
    const tokenizer = trainBpe(['12 12 12 12 the hen the hen\nthe hen\n'], 256);
    const pieces = tokenizer.encode('12 the hen\nthe').map((id) => tokenizer.tokenText(id));
    expect(pieces).toEqual(['1', '2', ' the', ' hen', '\n', 'the']);
  });

  it('spells bytes that it never saw in two nibbles', () => {
    const tokenizer = trainBpe(texts, 256);
    const tokens = tokenizer.encode('木');
    expect(tokens).toHaveLength(6);
    expect(tokens.every((id) => id >= FIRST_NIBBLE && id < FIRST_BYTE)).toBe(true);
    expect(tokenizer.tokenText(tokens[0])).toBe('<e>');
  });

  it('keeps at least a quarter of the ids for merges, however many bytes there are', () => {
    const everything = String.fromCodePoint(...Array.from({ length: 3000 }, (_, i) => i));
    const { bytes, merges } = trainBpe(
      [everything, 'the hen the hen, a cat a cat; one two one two'],
      128,
    ).toJSON();
    expect(bytes.length).toBeLessThanOrEqual((128 - FIRST_BYTE) * 0.75);
    expect(merges.length).toBeGreaterThan(0);
  });

  it('decodes what only a model would write', () => {
    const tokenizer = trainBpe(texts, 256);
    const [letter] = tokenizer.encode('b');
    expect(tokenizer.decode([END, letter, END])).toBe('b');
    expect(tokenizer.decode([FIRST_NIBBLE, letter, FIRST_NIBBLE])).toBe('\ufffdb\ufffd');
    expect(tokenizer.decode([5000])).toBe('');
  });

  it('turns a lone surrogate into the replacement character', () => {
    const tokenizer = trainBpe(texts, 128);
    expect(tokenizer.decode(tokenizer.encode('a\ud800b'))).toBe('a\ufffdb');
  });

  it('leaves ids unused where the text has no more pairs', () => {
    const tokenizer = trainBpe(['abab'], 512);
    expect(tokenizer.vocabSize).toBe(512);
    expect(tokenizer.tokenText(511)).toBe('<unused>');
    expect(trainBpe([], 128).decode(trainBpe([], 128).encode('hen'))).toBe('hen');
  });

  it('takes vocabulary sizes from 128 to 2048 in steps of 4', () => {
    expect([128, 384, 2048].every(isVocabSize)).toBe(true);
    expect([0, 124, 130, 2052, 200.5, Number.NaN].some(isVocabSize)).toBe(false);
    expect(() => trainBpe(texts, 130)).toThrow('vocabulary size 130');
  });
});

describe('a stored tokenizer', () => {
  const tokenizer = trainBpe(trainingTexts(), 256);

  it('comes back from JSON as it was', () => {
    const copy = tokenizerFromJSON(JSON.parse(JSON.stringify(tokenizer)));
    expect(copy.hash).toBe(tokenizer.hash);
    expect(copy.encode('Bramil to the hen 42')).toEqual(tokenizer.encode('Bramil to the hen 42'));
  });

  it.each([
    ['no object', null],
    ['unknown format', {}],
    ['unknown version', { ...tokenizer.toJSON(), version: 2 }],
    ['bad vocabSize', { ...tokenizer.toJSON(), vocabSize: 129 }],
    ['more tokens than vocabSize', { ...tokenizer.toJSON(), vocabSize: 128 }],
    ['bytes is no list', { ...tokenizer.toJSON(), bytes: 'abc' }],
    ['no byte', { ...tokenizer.toJSON(), bytes: [300] }],
    ['twice', { ...tokenizer.toJSON(), bytes: [97, 97] }],
    ['merges is no list', { ...tokenizer.toJSON(), merges: {} }],
    ['no pair', { ...tokenizer.toJSON(), merges: [[20]] }],
    ['do not exist', { ...tokenizer.toJSON(), merges: [[20, 250]] }],
    [
      'repeats',
      {
        ...tokenizer.toJSON(),
        merges: [
          [20, 21],
          [20, 21],
        ],
      },
    ],
  ])('is refused with the reason: %s', (reason, file) => {
    expect(() => tokenizerFromJSON(file)).toThrow(reason);
  });
});

describe('the cut into words', () => {
  it('gives a word its leading space and sets digits, marks and line ends apart', () => {
    expect(pretokenize("Mia's hen:  17 + 5\n  ok...")).toEqual([
      'Mia',
      "'s",
      ' hen',
      ':',
      '  ',
      '1',
      '7',
      ' +',
      ' ',
      '5',
      '\n',
      ' ',
      ' ok',
      '...',
    ]);
  });
});
