/**
 * Turns a document into numbers for the quality classifier: hashed words, word pairs and letter triples (K. Weinberger et al.,
 * "Feature hashing for large scale multitask learning", 2009), and a few features of its shape.
 */

import { chainHash, hashWords, letterOf, mixBits, wordRoom } from './words.ts';

/** Places for hashed n-grams: enough that the few thousand of a small world seldom meet. */
const HASHED_FEATURES = 2048;

/** Features of a text's shape, each 0 to 1; the last one is always 1 and makes the classifier's bias. */
const SHAPE_FEATURES = [
  'capitals',
  'digits',
  'marks',
  'loudMarks',
  'repeatedWords',
  'longWords',
  'length',
  'endsWell',
  'startsWell',
  'always',
] as const;

export const FEATURE_COUNT = HASHED_FEATURES + SHAPE_FEATURES.length;

/** Documents as sparse rows: row `d` has the features `places[k]` with `values[k]`, for `starts[d] <= k < starts[d + 1]`. */
export interface FeatureRows {
  count: number;
  starts: Uint32Array;
  places: Uint16Array;
  values: Float32Array;
}

const WORD = 0x9e3779b9;
const PAIR = 0x85ebca6b;
const TRIPLE = 0xc2b2ae35;

/** Signs that prose seldom has: markup, bars, brackets. */
const LOUD = new Set(Array.from('|<>{}[]()*_#=&%!', (sign) => sign.charCodeAt(0)));
const ENDS = new Set(Array.from('.?"\'', (sign) => sign.charCodeAt(0)));

const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Writes the shape features, in the order of SHAPE_FEATURES. */
function measureShape(text: string, words: Uint32Array, wordCount: number, shape: Float32Array): void {
  let capitals = 0;
  let digits = 0;
  let marks = 0;
  let loud = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isCapital(code)) capitals++;
    if (isDigit(code)) digits++;
    if (letterOf(code) !== 0) letters++;
    else if (code !== 32) {
      marks++;
      if (LOUD.has(code)) loud++;
    }
  }
  const distinct = new Set(words.subarray(0, wordCount)).size;
  const length = Math.max(1, text.length);
  shape[0] = Math.min(1, (3 * capitals) / Math.max(1, letters));
  shape[1] = Math.min(1, (5 * digits) / length);
  shape[2] = Math.min(1, (5 * marks) / length);
  shape[3] = Math.min(1, (10 * loud) / length);
  shape[4] = wordCount > 0 ? 1 - distinct / wordCount : 0;
  shape[5] = Math.min(1, letters / Math.max(1, wordCount) / 10);
  shape[6] = Math.min(1, length / 400);
  shape[7] = ENDS.has(text.charCodeAt(text.length - 1)) ? 1 : 0;
  shape[8] = isCapital(text.charCodeAt(0)) || text.charCodeAt(0) === 34 ? 1 : 0;
  shape[9] = 1;
}

/** Reads documents into features; one reader serves many, since it keeps its buffers. */
export class FeatureReader {
  readonly #words: Uint32Array;
  readonly #counts = new Float32Array(HASHED_FEATURES);
  readonly #shape = new Float32Array(SHAPE_FEATURES.length);
  /** The features of the document read last: the first `size` of them. */
  readonly places: Uint16Array;
  readonly values: Float32Array;
  size = 0;

  /** For these texts and shorter ones. */
  constructor(texts: readonly string[]) {
    this.#words = wordRoom(texts);
    this.places = new Uint16Array(FEATURE_COUNT);
    this.values = new Float32Array(FEATURE_COUNT);
  }

  #count(hash: number): void {
    const place = mixBits(hash) & (HASHED_FEATURES - 1);
    if (this.#counts[place]++ === 0) this.places[this.size++] = place;
  }

  /** Reads one document: counts of n-grams brought to length 1, so that long documents don't count more, and its shape. */
  read(text: string): void {
    this.size = 0;
    const wordCount = hashWords(text, this.#words);
    for (let at = 0; at < wordCount; at++) {
      this.#count(chainHash(WORD, this.#words[at]));
      if (at > 0) this.#count(chainHash(chainHash(PAIR, this.#words[at - 1]), this.#words[at]));
    }
    /* Triples see every sign, but all in lower case: markup and typos show here. */
    for (let at = 2; at < text.length; at++) {
      let hash = TRIPLE;
      for (let back = 2; back >= 0; back--) {
        const code = text.charCodeAt(at - back);
        hash = chainHash(hash, letterOf(code) || code);
      }
      this.#count(hash);
    }
    let squares = 0;
    for (let i = 0; i < this.size; i++) squares += this.#counts[this.places[i]] ** 2;
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = 0; i < this.size; i++) {
      this.values[i] = this.#counts[this.places[i]] * scale;
      this.#counts[this.places[i]] = 0;
    }
    measureShape(text, this.#words, wordCount, this.#shape);
    for (let i = 0; i < SHAPE_FEATURES.length; i++) {
      this.places[this.size] = HASHED_FEATURES + i;
      this.values[this.size++] = this.#shape[i];
    }
  }
}

/** The features of documents, in order. */
export function readFeatures(texts: readonly string[]): FeatureRows {
  const reader = new FeatureReader(texts);
  const starts = new Uint32Array(texts.length + 1);
  const parts = texts.map((text, row) => {
    reader.read(text);
    starts[row + 1] = starts[row] + reader.size;
    return { places: reader.places.slice(0, reader.size), values: reader.values.slice(0, reader.size) };
  });
  const places = new Uint16Array(starts[texts.length]);
  const values = new Float32Array(starts[texts.length]);
  parts.forEach((part, row) => {
    places.set(part.places, starts[row]);
    values.set(part.values, starts[row]);
  });
  return { count: texts.length, starts, places, values };
}
