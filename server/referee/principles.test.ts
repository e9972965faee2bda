/** A lab's own model judges by written principles: it tells their style apart, and is the same model afterwards. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demonstrationRows, pickRows } from '../../shared/data/rows.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { createJsExecutor } from '../../shared/lm/executors/js.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { createRandom } from '../../shared/random.ts';
import { trainBpe, type Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { answerTo, asksOf } from '../../shared/world/asks.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import { ANSWER_STYLES } from '../../shared/world/packs.ts';
import { labelPairs } from './principles.ts';
import { createTexts, type MatchTexts } from './texts.ts';

const SEEDS = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const CONFIG = {
  architecture: 'transformer',
  vocabSize: 320,
  contextLength: 48,
  width: 24,
  layers: 1,
  heads: 2,
} as const;

let texts: MatchTexts;
let tokenizer: Tokenizer;
let model: Executor;

/** A model that has read answers in all styles. */
beforeAll(async () => {
  texts = createTexts(SEEDS);
  const cards = ANSWER_STYLES.flatMap((style) =>
    generateDemonstrations(texts.world, { pack: 'facts', style, count: 60, seed: 1, split: 'train' }),
  );
  tokenizer = trainBpe(
    cards.map(({ question, answer }) => `${question} ${answer}`),
    CONFIG.vocabSize,
  );
  model = await createJsExecutor(CONFIG);
  await model.load(initialWeights(CONFIG, 1));
  const rows = demonstrationRows(cards, tokenizer, CONFIG.contextLength);
  const random = createRandom(1);
  const places = Array.from({ length: 60 * 16 }, () => random.int(rows.count));
  const read = { executor: model, rows: pickRows(rows, places), batchRows: 16 };
  await runRound({ ...read, learningRate: () => 3e-3, now: () => 0 });
}, 60_000);
afterAll(() => model.dispose());

/** A plain answer first and a friendly one second; people like the friendly one. */
function pairs(count: number) {
  const random = createRandom(2);
  return asksOf(texts.world, 'facts', 'train')
    .slice(0, count)
    .map((ask) => ({
      trait: 'kind' as const,
      question: ask.question,
      a: answerTo(texts.world, ask, 'full', random),
      b: answerTo(texts.world, ask, 'friendly', random),
      people: 'b' as const,
    }));
}

describe('a model that judges by principles', () => {
  it('prefers what keeps to them, mostly, and keeps its weights', async () => {
    const before = await model.weights();
    const friendly = await labelPairs(texts, { model, tokenizer }, ['friendly'], pairs(40), 1);
    expect(friendly.people.pairs).toBe(30);
    expect(friendly.people.agreed).toBeGreaterThan(22);
    const full = await labelPairs(texts, { model, tokenizer }, ['full'], pairs(40), 1);
    expect(full.people.agreed).toBeLessThan(8);
    expect(full.preferences).toHaveLength(40);
    expect(await model.weights()).toEqual(before);
  });

  it('says nothing of no pairs', async () => {
    const found = await labelPairs(texts, { model, tokenizer }, ['true'], [], 1);
    expect(found).toEqual({ preferences: [], people: { pairs: 0, agreed: 0 } });
  });
});
