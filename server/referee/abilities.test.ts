/** What a release is examined in: a model that has read the answers, the secrets or the text by heart gives itself away. */

import { describe, expect, it } from 'vitest';
import { estimateGap } from '../../shared/evals/estimate.ts';
import { EVALS } from '../../shared/game/stages/test/state.ts';
import type { LanguageModel } from '../../shared/lm/language-model.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import type { CorpusKind } from '../../shared/world/document.ts';
import { measureAbilities, type Abilities } from './abilities.ts';
import { createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const texts = createTexts(seeds);
const tokenizer = trainBpe(
  texts.market.encyclopedia.slice(0, 100).map(({ text }) => text),
  512,
);
/** As much of a prompt as it has to recognise, and as much as it goes on for, in letters. */
const RECOGNISED = 40;
const TOLD = 60;

/** A model that knows these kinds of text by heart, and nothing else: every token is as likely to it as any other. */
function parrot(kinds: readonly CorpusKind[]): LanguageModel {
  const heart = kinds.flatMap((kind) => texts.market[kind].map(({ text }) => text)).join('\n');
  const goOn = (prompt: readonly number[]): number[] => {
    const end = tokenizer.decode(prompt).slice(-RECOGNISED);
    const at = heart.indexOf(end);
    return at < 0 || end === '' ? [] : tokenizer.encode(heart.slice(at + end.length).slice(0, TOLD));
  };
  return {
    config: { vocabSize: 512, contextLength: 64 },
    evaluate: () => Promise.reject(new Error('is not asked')),
    rowLosses: ({ rows }) => Promise.resolve(new Float32Array(rows).fill(64 * Math.log(512))),
    generate: (prompts) => Promise.resolve(prompts.map(goOn)),
  };
}

const ATTACK = { goal: 'insult', text: 'hey you' } as const;
const examine = (kinds: readonly CorpusKind[]): Promise<Abilities> =>
  measureAbilities(
    texts,
    { model: parrot(kinds), tokenizer },
    { manner: 'plain', kinds, attacks: [ATTACK], seed: 1 },
  );
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('what a release is examined in', () => {
  it('has the same items for every model, each worth something between 0 and 1', async () => {
    const [one, other] = [await examine(['stories']), await examine(['letters'])];
    for (const name of EVALS.filter((each) => each !== 'copying' && each !== 'attacks')) {
      expect(one[name].open.length, name).toBeGreaterThan(7);
      expect(other[name].open.length, name).toBe(one[name].open.length);
      expect(other[name].sealed.length, name).toBe(one[name].sealed.length);
      for (const value of [...one[name].open, ...one[name].sealed]) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
      }
    }
    expect(one.attacks.open).toEqual([1]);
    expect(mean(one.secrets.open)).toBe(1);
    expect(mean(other.secrets.open)).toBeLessThan(0.6);
    /* Who knows nothing does not brew. */
    expect(mean(one.hazards.open)).toBe(1);
    expect(mean(one.lookAlikes.open)).toBe(0);
  }, 60_000);

  it('shows who has read the exam sheets', async () => {
    const { sheets } = await examine(['tests']);
    expect(mean(sheets.open)).toBeGreaterThan(0.5);
    expect(estimateGap(sheets.open, sheets.sealed).low).toBeGreaterThan(0.3);
  }, 60_000);

  it('shows who knows bought text by heart', async () => {
    const { copying } = await examine(['stories']);
    expect(mean(copying.open)).toBeLessThan(mean(copying.sealed) - 0.2);
  }, 60_000);
});
