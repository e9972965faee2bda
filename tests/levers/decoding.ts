/** Levers of the deploy stage that change how words are drawn from the same model. */

import { measureReadability } from '../../shared/evals/recognizer.ts';
import type { Lever, Measures } from './lever.ts';
import { distinctRuns } from './runs.ts';
import { continuations, mixOf, openStudy, TINY, tokenizerOf, trainOn } from './study.ts';

const CONFIG = { ...TINY, contextLength: 64 };
const STORY_BYTES = 200_000;
const TOKENS = 300_000;
const SAMPLES = 120;
/** Words of a run that is looked for again. */
const RUN_WORDS = 4;

/** One model of stories, written with in each of these ways. */
async function measureWays(
  seed: number,
  ways: Readonly<Record<string, { temperature: number; topP?: number }>>,
): Promise<Measures> {
  const { world, corpus } = openStudy(seed);
  const stories = corpus('stories', STORY_BYTES, 'market');
  const tokenizer = tokenizerOf(stories, CONFIG.vocabSize);
  const stream = { tokenizer, contextLength: CONFIG.contextLength, tokens: TOKENS, seed };
  const model = await trainOn(CONFIG, mixOf([[1, stories]], stream), { seed });
  const measures: Measures = {};
  for (const [arm, way] of Object.entries(ways)) {
    const prompts = Array.from({ length: SAMPLES }, () => '');
    const texts = await continuations(model, tokenizer, prompts, { ...way, seed });
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
