/** A lab of two layers that was fine-tuned to answer, and to read documents, as levers of the deploy stage serve it. */

import {
  concatRows,
  countTargets,
  demonstrationRows,
  pickRows,
  shuffleRows,
  sliceRows,
} from '../../shared/data/rows.ts';
import { OTHER_STYLE_SHARE, OWN_STYLE_SHARE } from '../../shared/game/stages/fine-tune/plan.ts';
import type { TransformerConfig } from '../../shared/lm/config.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { learningRateAt } from '../../shared/lm/schedule.ts';
import { FINE_TUNING, FINE_TUNING_ROWS, fineTuningSchedule } from '../../shared/lm/sft.ts';
import { createRandom } from '../../shared/random.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import { evidenceCards } from '../../shared/world/evidence.ts';
import { ANSWER_STYLES, inStyle } from '../../shared/world/packs.ts';
import type { World } from '../../shared/world/types.ts';
import type { Served } from '../../server/referee/product.ts';
import type { MatchKey } from '../../server/referee/tasks.ts';
import type { Card } from './lesson.ts';
import { openLibrary, streamOf } from './library.ts';
import { TINY, trainOn } from './study.ts';

/** Two layers: one finds the word before, the other what came after it elsewhere; with one a model can't read a document. */
const CONFIG: TransformerConfig = { ...TINY, vocabSize: 1024, contextLength: 64, layers: 2 };
const BYTES_OF_EACH = 250_000;
const PRETRAIN_TOKENS = 800_000;
const PACKS = ['facts', 'recipes', 'small-talk'] as const;
const CARDS_OF_EACH = 120;
/** As a player can choose it. */
export const EVIDENCE_SHARE = 0.5;

const OWN_STYLE = 'full';
/** As in the game, where some cards are in the styles that a lab did not choose. */
const STYLE_SHARES = {
  short: OTHER_STYLE_SHARE,
  full: OWN_STYLE_SHARE,
  friendly: OTHER_STYLE_SHARE,
} as const;

/** Cards in all styles, those not in the lab's own with the line that asks for it. */
function cardsWithLines(world: World, seed: number): Card[] {
  return PACKS.flatMap((pack) =>
    ANSWER_STYLES.flatMap((style) => {
      const count = Math.round(CARDS_OF_EACH * STYLE_SHARES[style]);
      const cards = generateDemonstrations(world, { pack, style, count, seed, split: 'train' });
      return style === OWN_STYLE
        ? cards
        : cards.map((card) => ({ ...card, question: inStyle(style, card.question) }));
    }),
  );
}

/** Pre-trains a model and fine-tunes it on cards, so many of them with a document before the question. */
export async function servedLab(
  seed: number,
  evidenceShare: number,
  { hasStyleLines = false } = {},
): Promise<MatchKey & Served> {
  const library = openLibrary(seed, BYTES_OF_EACH, { vocabSize: CONFIG.vocabSize });
  const { world, tokenizer } = library;
  const oldText = streamOf(library, PRETRAIN_TOKENS, CONFIG.contextLength);
  const model = await trainOn(CONFIG, oldText, { seed });
  const cards = hasStyleLines
    ? cardsWithLines(world, seed)
    : PACKS.flatMap((pack) =>
        generateDemonstrations(world, { pack, style: OWN_STYLE, count: CARDS_OF_EACH, seed, split: 'train' }),
      );
  const replay = sliceRows(oldText, 0, Math.round(FINE_TUNING_ROWS * FINE_TUNING.replayShare));
  const count = Math.round((FINE_TUNING_ROWS - replay.count) * evidenceShare);
  const evidence = evidenceCards(world, { style: OWN_STYLE, count, seed, isOpen: () => true });
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
  const key = { matchId: 'lever', generation: 1, seeds };
  return { ...key, config: CONFIG, tokenizer: tokenizer.toJSON(), weights, manner: 'chat' };
}
