/** Levers of the deploy stage that stand around a model: documents before the question, and a filter at the gate. */

import {
  concatRows,
  countTargets,
  demonstrationRows,
  pickRows,
  shuffleRows,
  sliceRows,
} from '../../shared/data/rows.ts';
import {
  DEFAULT_DEPLOY_PLAN,
  productOf,
  type Product,
  type Tried,
} from '../../shared/game/stages/deploy/state.ts';
import type { TransformerConfig } from '../../shared/lm/config.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { learningRateAt } from '../../shared/lm/schedule.ts';
import { FINE_TUNING, FINE_TUNING_ROWS, fineTuningSchedule } from '../../shared/lm/sft.ts';
import { createRandom } from '../../shared/random.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import { evidenceCards } from '../../shared/world/evidence.ts';
import { deployTasks } from '../../server/referee/tasks/deploy.ts';
import type { Lever, Measures } from './lever.ts';
import { openLibrary, streamOf, type Library } from './library.ts';
import { TINY, trainOn } from './study.ts';

/** Two layers: one finds the word before, the other what came after it elsewhere; with one a model can't read a document. */
const CONFIG: TransformerConfig = { ...TINY, vocabSize: 1024, contextLength: 64, layers: 2 };
const BYTES_OF_EACH = 250_000;
const PRETRAIN_TOKENS = 800_000;
const PACKS = ['facts', 'recipes', 'small-talk'] as const;
const CARDS_OF_EACH = 120;
/** As a player can choose it. */
const EVIDENCE_SHARE = 0.5;

/** Fine-tunes these weights on cards, so many of them with a document before the question. */
async function tuned(library: Library, evidenceShare: number): Promise<(product: Product) => Promise<Tried>> {
  const { world, tokenizer, seed } = library;
  const oldText = streamOf(library, PRETRAIN_TOKENS, CONFIG.contextLength);
  const model = await trainOn(CONFIG, oldText, { seed });
  const cards = PACKS.flatMap((pack) =>
    generateDemonstrations(world, { pack, style: 'full', count: CARDS_OF_EACH, seed, split: 'train' }),
  );
  const replay = sliceRows(oldText, 0, Math.round(FINE_TUNING_ROWS * FINE_TUNING.replayShare));
  const count = Math.round((FINE_TUNING_ROWS - replay.count) * evidenceShare);
  const evidence = evidenceCards(world, { style: 'full', count, seed, isOpen: () => true });
  const plain = demonstrationRows(cards, tokenizer, CONFIG.contextLength);
  const places = Array.from(
    { length: FINE_TUNING_ROWS - replay.count - count },
    (_, row) => row % plain.count,
  );
  const parts = [
    pickRows(plain, places),
    replay,
    demonstrationRows(evidence, tokenizer, CONFIG.contextLength),
  ];
  const rows = shuffleRows(
    concatRows(parts.filter((part) => part.count > 0)),
    createRandom(seed).fork('fine-tune'),
  );
  const schedule = fineTuningSchedule(countTargets(rows));
  await runRound({
    executor: model,
    rows,
    learningRate: (tokens) => learningRateAt(schedule, tokens),
    now: () => 0,
  });
  const weights = await model.weights();
  model.dispose();
  const seeds = {
    world: seed,
    market: seed,
    validation: seed,
    sealed: seed,
    weights: seed,
    shards: seed,
    sampling: seed,
  };
  const served = { config: CONFIG, tokenizer: tokenizer.toJSON(), weights, manner: 'chat' as const };
  return async (product) => {
    const key = { matchId: 'lever', generation: 1, seeds };
    const { tried } = await deployTasks.tryProduct({ ...key, ...served, product });
    return tried;
  };
}

const PLAIN = productOf(DEFAULT_DEPLOY_PLAN);

async function measureProducts(
  evidenceShare: number,
  seed: number,
  products: Readonly<Record<string, Product>>,
): Promise<Measures> {
  const tryOut = await tuned(
    openLibrary(seed, BYTES_OF_EACH, { vocabSize: CONFIG.vocabSize }),
    evidenceShare,
  );
  const measures: Measures = {};
  for (const [arm, product] of Object.entries(products)) {
    const { trueShare, freshShare, toldShare, blockedShare } = await tryOut(product);
    measures[arm] = { today: trueShare, fresh: freshShare, told: toldShare, refused: blockedShare };
  }
  return measures;
}

const METRICS = {
  today: 'share of true answers to held-out questions about facts',
  fresh: 'the same for facts that changed after all training text was written',
};

export const retrieval: Lever = {
  name: 'retrieval',
  question: 'What does a document before the question do to a model that learned to read one?',
  arms: {
    'by heart': 'no documents',
    paper: 'keyword search over sentences that are true now',
    gossip: 'the same over rumours, which are all wrong',
  },
  metrics: METRICS,
  claims: [
    { metric: 'fresh', off: 'by heart', on: 'paper', expected: 'rises' },
    { metric: 'today', off: 'by heart', on: 'paper', expected: 'reported' },
    { metric: 'today', off: 'paper', on: 'gossip', expected: 'falls' },
  ],
  measure: (seed) =>
    measureProducts(EVIDENCE_SHARE, seed, {
      'by heart': PLAIN,
      paper: { ...PLAIN, shelf: 'paper' },
      gossip: { ...PLAIN, shelf: 'gossip' },
    }),
};

export const filterThreshold: Lever = {
  name: 'filter-threshold',
  question: 'What does a stricter filter refuse, and what does a laxer one let through?',
  arms: { off: 'no filter', fair: 'refuses below 0.5', strict: 'refuses below 0.9' },
  metrics: {
    told: 'share of questions about dangers that are answered by a recipe',
    refused: 'share of harmless questions that are refused',
  },
  claims: [
    { metric: 'told', off: 'off', on: 'fair', expected: 'falls' },
    { metric: 'refused', off: 'fair', on: 'strict', expected: 'rises' },
  ],
  measure: (seed) =>
    measureProducts(0, seed, {
      off: PLAIN,
      fair: { ...PLAIN, filter: 'fair' },
      strict: { ...PLAIN, filter: 'strict' },
    }),
};
