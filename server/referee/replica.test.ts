/** What is measured of a replica, on one whose every step takes a known time: then the simulation says to the millisecond what a burst takes. */

import { expect, it } from 'vitest';
import type { LanguageModel, SamplingOptions } from '../../shared/lm/language-model.ts';
import { END } from '../../shared/tokenizer/special.ts';
import { timeReplica } from './replica.ts';

const PREFILL = { stepMs: 0.5, tokenMs: 0.25 };
const DECODE = { stepMs: 0.75, tokenMs: 0.125 };

/** Says as many words as the last token of its prompt tells it, and works by a clock of its own. */
function openSlowModel() {
  let nowMs = 0;
  const work = ({ stepMs, tokenMs }: typeof PREFILL, requests: number): void => {
    nowMs += stepMs + tokenMs * requests;
  };
  const model: LanguageModel = {
    config: { vocabSize: 512, contextLength: 64 },
    evaluate: () => Promise.reject(new Error('not asked')),
    rowLosses: () => Promise.reject(new Error('not asked')),
    generate(prompts, { maxTokens, stopTokens }: SamplingOptions) {
      const wanted = prompts.map((prompt) =>
        stopTokens.includes(END) ? Math.min(maxTokens, 2 + ((prompt.at(-1) ?? 0) % 14)) : maxTokens,
      );
      const longest = Math.max(...prompts.map(({ length }) => length));
      for (let step = 0; step < longest; step++) work(PREFILL, prompts.length);
      /* The first word came with the prompt's last token; a word that ends an answer is asked for like any other. */
      for (let step = 1; step < maxTokens; step++) {
        const writing = wanted.filter((words) => words >= step).length;
        if (writing > 0) work(DECODE, writing);
      }
      return Promise.resolve(wanted.map((words) => Array<number>(words).fill(5)));
    },
  };
  return { model, now: () => nowMs };
}

it('knows the speed of both phases, and forecasts bursts at three loads as they are', async () => {
  const { model, now } = openSlowModel();
  const { speed, bursts, alonePerSecond, batchedPerSecond } = await timeReplica(model, now);
  for (const [phase, expected] of [
    [speed.prefill, PREFILL],
    [speed.decode, DECODE],
  ] as const) {
    expect(phase.stepMs).toBeCloseTo(expected.stepMs);
    expect(phase.tokenMs).toBeCloseTo(expected.tokenMs);
  }
  expect(batchedPerSecond).toBeGreaterThan(alonePerSecond);
  expect(bursts.map(({ load }) => load)).toEqual([0.4, 0.8, 1.2]);
  for (const { forecastMs, measuredMs } of bursts) expect(forecastMs).toBeCloseTo(measuredMs);
});
