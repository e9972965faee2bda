/** Levers of the deploy stage that change how words are drawn from the same model. */

import { measureReadability } from '../../shared/evals/recognizer.ts';
import type { Lever, Measures } from './lever.ts';
import { distinctRuns } from './runs.ts';
import {
  continuations,
  mixOf,
  openStudy,
  TINY,
  tokenizerOf,
  trainOn,
  type Study,
  type WriteOptions,
} from './study.ts';

const CONFIG = { ...TINY, contextLength: 64 };
const STORY_BYTES = 200_000;
const TOKENS = 300_000;
const SAMPLES = 120;
/** Words of another story that a text begins with. */
const OPENING_WORDS = 5;
/** Words of a run that is looked for again. */
const RUN_WORDS = 4;

type Way = Omit<WriteOptions, 'seed' | 'maxTokens'>;

/** One model of stories, written with in each of these ways, after these openings. */
async function measureWays(
  seed: number,
  ways: Readonly<Record<string, Way>>,
  openings: (study: Study) => string[] = () => Array.from({ length: SAMPLES }, () => ''),
): Promise<Measures> {
  const study = openStudy(seed);
  const { world, corpus } = study;
  const stories = corpus('stories', STORY_BYTES, 'market');
  const tokenizer = tokenizerOf(stories, CONFIG.vocabSize);
  const stream = { tokenizer, contextLength: CONFIG.contextLength, tokens: TOKENS, seed };
  const model = await trainOn(CONFIG, mixOf([[1, stories]], stream), { seed });
  const measures: Measures = {};
  for (const [arm, way] of Object.entries(ways)) {
    const prompts = openings(study);
    const written = await continuations(model, tokenizer, prompts, { ...way, seed });
    const texts = written.map((text, place) => `${prompts[place]}${text}`);
    const { sentences, recognized } = measureReadability(world, texts);
    measures[arm] = { repetition: 1 - distinctRuns(texts, RUN_WORDS), broken: 1 - recognized / sentences };
  }
  model.dispose();
  return measures;
}

const METRICS = {
  repetition: `share of runs of ${RUN_WORDS} words that ${SAMPLES} samples had before`,
  broken: 'share of finished sentences that fit no grammar of the world',
};

export const temperature: Lever = {
  name: 'temperature',
  question: 'What do bolder or more careful dice do to the same model?',
  arms: { '0.2': 'temperature 0.2', '0.8': 'temperature 0.8', '1.6': 'temperature 1.6' },
  metrics: METRICS,
  claims: [
    { metric: 'repetition', off: '0.2', on: '0.8', expected: 'falls' },
    { metric: 'repetition', off: '0.8', on: '1.6', expected: 'falls' },
    { metric: 'broken', off: '0.2', on: '0.8', expected: 'rises' },
    { metric: 'broken', off: '0.8', on: '1.6', expected: 'rises' },
  ],
  measure: (seed) =>
    measureWays(seed, {
      '0.2': { temperature: 0.2 },
      '0.8': { temperature: 0.8 },
      '1.6': { temperature: 1.6 },
    }),
};

export const topP: Lever = {
  name: 'top-p',
  question: 'What is won and lost when unlikely words are left out?',
  arms: { all: 'every token may come, temperature 1', nucleus: 'only the likeliest that make up 70 %' },
  metrics: METRICS,
  claims: [
    { metric: 'broken', off: 'all', on: 'nucleus', expected: 'falls' },
    { metric: 'repetition', off: 'all', on: 'nucleus', expected: 'rises' },
  ],
  measure: (seed) =>
    measureWays(seed, {
      all: { temperature: 1 },
      nucleus: { temperature: 1, topP: 0.7 },
    }),
};

export const topK: Lever = {
  name: 'top-k',
  question: 'What is won and lost when only the few likeliest words may come?',
  arms: { all: 'every token may come, temperature 1', few: 'only the four likeliest' },
  metrics: METRICS,
  claims: [
    { metric: 'broken', off: 'all', on: 'few', expected: 'falls' },
    { metric: 'repetition', off: 'all', on: 'few', expected: 'rises' },
  ],
  measure: (seed) => measureWays(seed, { all: { temperature: 1 }, few: { temperature: 1, topK: 4 } }),
};

/** How other stories begin: a search for the likeliest text finds the same one each time when it begins with nothing. */
function beginnings({ corpus }: Study): string[] {
  const stories = corpus('stories', STORY_BYTES, 'validation');
  return stories.slice(0, SAMPLES).map(({ text }) => text.split(' ').slice(0, OPENING_WORDS).join(' '));
}

export const beam: Lever = {
  name: 'beam',
  question: 'Is the likeliest text the best?',
  arms: {
    dice: 'temperature 0.8',
    greedy: 'always the likeliest token',
    beam: 'the likeliest of 4 followed side by side',
  },
  metrics: METRICS,
  claims: [
    { metric: 'broken', off: 'dice', on: 'beam', expected: 'falls' },
    { metric: 'repetition', off: 'dice', on: 'beam', expected: 'rises' },
    { metric: 'repetition', off: 'greedy', on: 'beam', expected: 'reported' },
  ],
  measure: (seed) =>
    measureWays(
      seed,
      { dice: { temperature: 0.8 }, greedy: { temperature: 0 }, beam: { temperature: 0, beams: 4 } },
      beginnings,
    ),
};
