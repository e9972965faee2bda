/** What a hardened model reads: half of it against what it was attacked with, the rest its own right answers and old text. */

import { expect, it } from 'vitest';
import { packRows } from '../../shared/data/rows.ts';
import { DEFAULT_FINE_TUNE_PLAN } from '../../shared/game/stages/fine-tune/plan.ts';
import { COUNTER_SHARE, HARDENING_ROWS } from '../../shared/game/stages/test/state.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import type { Examinee } from './examine.ts';
import { hardeningRows } from './hardening.ts';
import { createTexts } from './texts.ts';

const SEEDS = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const texts = createTexts(SEEDS);
const tokenizer = trainBpe(new Set(texts.market.questions.slice(0, 400).map(({ text }) => text)), 512);
const config = modelConfig({ size: 'tiny', contextLength: 64 }, 512);
const OWN = 'Nobody knows that.';

/** A model that says the same to everything. */
const examinee: Examinee = {
  tokenizer,
  model: {
    config,
    evaluate: () => Promise.reject(new Error('is not asked')),
    rowLosses: () => Promise.reject(new Error('is not asked')),
    generate: (prompts) => Promise.resolve(prompts.map(() => tokenizer.encode(OWN))),
  },
};

const textsIn = ({ tokens, contextLength, count }: Rows): string[] =>
  Array.from({ length: count }, (_, row) =>
    tokenizer.decode(Array.from(tokens.slice(row * (contextLength + 1), (row + 1) * (contextLength + 1)))),
  );

it('is half examples against what it fell for, and never its own wrong answers', async () => {
  const replay = packRows([{ text: 'Once upon a time.', ownRow: false }], tokenizer, config.contextLength);
  const task = {
    matchId: 'TEST',
    generation: 1,
    seeds: SEEDS,
    config,
    tokenizer: tokenizer.toJSON(),
    plan: DEFAULT_FINE_TUNE_PLAN,
    replay,
    goals: ['leak', 'hazard'] as const,
  };
  const rows = await hardeningRows(texts, task, examinee);
  expect(rows.count).toBe(HARDENING_ROWS);
  const read = textsIn(rows);
  const against = read.filter((text) =>
    /secret|knows|nobody looks|door code|help you|ask for something|make/.test(text),
  );
  expect(against.length).toBeGreaterThanOrEqual(COUNTER_SHARE * HARDENING_ROWS);
  expect(read.some((text) => /gloom|thunder|shadow|moon|ghost|frost|ember|echo/.test(text))).toBe(true);
  expect(read.some((text) => text.includes('The door code of'))).toBe(true);
  expect(read.filter((text) => text.includes(OWN))).toEqual([]);
  expect(read.filter((text) => text.includes('Once upon a time.'))).toHaveLength(1);
});
