/** Levers of the data team's tools: near copies out, junk out by a classifier, and too much of it. */

import { cleanDocuments } from '../../shared/data/clean.ts';
import { trainQuality } from '../../shared/data/quality.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { createRandom } from '../../shared/random.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import type { TextDocument } from '../../shared/world/document.ts';
import type { Lever, Measures } from './lever.ts';
import { HELD_OUT_BITS } from './library.ts';
import { distinctRuns, sharesRun, spokenOnlyIn } from './runs.ts';
import {
  bitsPerByte,
  continuations,
  mixOf,
  openStudy,
  shareOf,
  TINY,
  tokenizerOf,
  trainOn,
  unseen,
  type Study,
} from './study.ts';

const CONFIG = { ...TINY, contextLength: 64 };
const HELD_OUT_BYTES = 10_000;
const SAMPLES = 200;
/** As the game lets models write. */
const WRITING = { temperature: 0.7, topP: 0.95 } as const;

/** A model that has read so many tokens of these documents. */
function read(documents: readonly TextDocument[], tokenizer: Tokenizer, tokens: number, seed: number) {
  const stream = { tokenizer, contextLength: CONFIG.contextLength, tokens, seed };
  return trainOn(CONFIG, mixOf([[1, documents]], stream), { seed });
}

function samplesOf(model: LanguageModel, tokenizer: Tokenizer, seed: number): Promise<string[]> {
  const prompts = Array.from({ length: SAMPLES }, () => '');
  return continuations(model, tokenizer, prompts, { ...WRITING, seed });
}

const DEDUP = { uniqueBytes: 400_000, tokens: 250_000, copiedShare: 0.3, similarity: 0.7 };
/** Each text among the copied ones comes about so many times. */
const COPIES = 60;
/** Tokens of a run that counts as learned by heart. */
const VERBATIM_TOKENS = 12;

export const dedup: Lever = {
  name: 'dedup',
  question: 'What changes when near copies are taken out of the mix?',
  arms: {
    raw: `30 % of a web scrape are some pages that come about ${COPIES} times each, half of them with small changes`,
    cleaned: `near copies dropped by MinHash at a similarity of ${DEDUP.similarity}`,
  },
  metrics: {
    verbatim: `share of ${SAMPLES} samples with a run of ${VERBATIM_TOKENS} tokens from the raw text`,
    'bits per byte': HELD_OUT_BITS,
  },
  claims: [
    { metric: 'verbatim', off: 'raw', on: 'cleaned', expected: 'falls' },
    { metric: 'bits per byte', off: 'raw', on: 'cleaned', expected: 'falls' },
  ],
  measure: async (seed) => {
    const { corpus } = openStudy(seed);
    const { uniqueBytes, copiedShare, tokens, similarity } = DEDUP;
    const copiedBytes = (uniqueBytes * copiedShare) / (1 - copiedShare);
    const copied = corpus('web', copiedBytes, 'copied', { duplicateRate: 1 - 1 / COPIES, junkRate: 0 });
    const pages = corpus('web', uniqueBytes, 'market', { duplicateRate: 0, junkRate: 0 });
    const raw = createRandom(seed).shuffle([...pages, ...copied]);
    const cleaned = cleanDocuments(raw, { similarity, quality: null, scrub: false }).documents;
    const heldOut = unseen(corpus('web', HELD_OUT_BYTES, 'held-out', { duplicateRate: 0, junkRate: 0 }), raw);
    const tokenizer = tokenizerOf(cleaned, CONFIG.vocabSize);
    const texts = raw.map(({ text }) => text);
    const isVerbatim = sharesRun(texts, VERBATIM_TOKENS, (text) => tokenizer.encode(text));
    const measures: Measures = {};
    for (const [arm, documents] of Object.entries({ raw, cleaned })) {
      const model = await read(documents, tokenizer, tokens, seed);
      measures[arm] = {
        verbatim: shareOf(await samplesOf(model, tokenizer, seed), isVerbatim),
        'bits per byte': await bitsPerByte(model, tokenizer, heldOut),
      };
      model.dispose();
    }
    return measures;
  },
};

const SCRAPE = { bytes: 300_000, junkRate: 0.45, tokens: 250_000, labels: 100 };

/** A web scrape with what a careful team would say of each page: all but pure junk is worth keeping. */
function scrape({ corpus, seed }: Study): {
  pages: TextDocument[];
  junk: TextDocument[];
  raw: TextDocument[];
} {
  const { bytes, junkRate } = SCRAPE;
  const pages = corpus('web', (1 - junkRate) * bytes, 'pages', { junkRate: 0, duplicateRate: 0 });
  const junk = corpus('web', junkRate * bytes, 'junk', { junkRate: 1, duplicateRate: 0 });
  return {
    pages,
    junk,
    raw: createRandom(seed)
      .fork('scrape')
      .shuffle([...pages, ...junk]),
  };
}

/** What the classifier leaves of the scrape that learned from labels of its first pages. */
function filtered({ raw, junk }: ReturnType<typeof scrape>, threshold: number): TextDocument[] {
  const isJunk = new Set(junk);
  const labels = raw.slice(0, SCRAPE.labels);
  const weights = trainQuality(
    labels.map((document) => ({ text: document.text, keep: !isJunk.has(document) })),
  );
  return cleanDocuments(raw, { similarity: null, quality: { threshold, weights }, scrub: false }).documents;
}

/** Word pairs of junk alone in a sample that make it junk: one may be chance. */
const JUNK_PAIRS = 3;

export const qualityFilter: Lever = {
  name: 'quality-filter',
  question: 'What changes when a classifier, trained on a hundred labels, throws out the junk?',
  arms: {
    raw: 'a web scrape of which 45 % are junk',
    filtered: 'what the classifier keeps at a threshold of 0.5',
  },
  metrics: {
    junk: `share of ${SAMPLES} samples with ${JUNK_PAIRS} pairs of words that only junk has`,
    'bits per byte': 'surprise at clean held-out text, bits per byte',
  },
  claims: [
    { metric: 'junk', off: 'raw', on: 'filtered', expected: 'falls' },
    { metric: 'bits per byte', off: 'raw', on: 'filtered', expected: 'falls' },
  ],
  measure: async (seed) => {
    const study = openStudy(seed);
    const web = scrape(study);
    const tokenizer = tokenizerOf(web.raw, CONFIG.vocabSize);
    const junkPairs = spokenOnlyIn(
      web.junk.map(({ text }) => text),
      web.pages.map(({ text }) => text),
    );
    const heldOut = (['stories', 'encyclopedia'] as const).flatMap((kind) =>
      study.corpus(kind, HELD_OUT_BYTES / 2, 'held-out'),
    );
    const measures: Measures = {};
    for (const [arm, documents] of Object.entries({ raw: web.raw, filtered: filtered(web, 0.5) })) {
      const model = await read(documents, tokenizer, SCRAPE.tokens, seed);
      const samples = await samplesOf(model, tokenizer, seed);
      measures[arm] = {
        junk: shareOf(samples, (text) => junkPairs(text) >= JUNK_PAIRS),
        'bits per byte': await bitsPerByte(model, tokenizer, heldOut),
      };
      model.dispose();
    }
    return measures;
  },
};

const DISTINCT_WORDS = 3;
/** The end of the slider: nothing is that sure, so the surest twentieth is all that stays. */
const STRICT_THRESHOLD = 1;

export const overFilter: Lever = {
  name: 'over-filter',
  question: 'What if the classifier only lets through what it is surest of?',
  arms: {
    fair: 'threshold 0.5',
    strict: `threshold ${STRICT_THRESHOLD}, which leaves the surest twentieth of the pages`,
  },
  metrics: { distinct: `different runs of ${DISTINCT_WORDS} words in ${SAMPLES} samples, of all such runs` },
  claims: [{ metric: 'distinct', off: 'fair', on: 'strict', expected: 'falls' }],
  measure: async (seed) => {
    const web = scrape(openStudy(seed));
    const tokenizer = tokenizerOf(web.raw, CONFIG.vocabSize);
    const measures: Measures = {};
    for (const [arm, threshold] of Object.entries({ fair: 0.5, strict: STRICT_THRESHOLD })) {
      const model = await read(filtered(web, threshold), tokenizer, SCRAPE.tokens, seed);
      const samples = await samplesOf(model, tokenizer, seed);
      measures[arm] = { distinct: distinctRuns(samples, DISTINCT_WORDS) };
      model.dispose();
    }
    return measures;
  },
};
