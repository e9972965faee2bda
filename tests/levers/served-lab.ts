/** A lab of two layers that was fine-tuned to answer, and to read documents, as levers of the deploy stage serve it. */

import {
  concatRows,
  countTargets,
  demonstrationRows,
  fitsWhole,
  pickRows,
  shuffleRows,
  sliceRows,
} from '../../shared/data/rows.ts';
import { OTHER_STYLE_SHARE, OWN_STYLE_SHARE } from '../../shared/game/stages/fine-tune/plan.ts';
import type { TransformerConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { learningRateAt } from '../../shared/lm/schedule.ts';
import { FINE_TUNING, FINE_TUNING_ROWS, fineTuningSchedule } from '../../shared/lm/sft.ts';
import { createRandom } from '../../shared/random.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import { evidenceCards } from '../../shared/world/evidence.ts';
import { toolCards } from '../../shared/world/tool-lessons.ts';
import { ANSWER_STYLES, inStyle } from '../../shared/world/packs.ts';
import { talkCards } from '../../shared/world/talks.ts';
import type { World } from '../../shared/world/types.ts';
import type { Served } from '../../server/referee/product.ts';
import type { MatchKey } from '../../server/referee/tasks.ts';
import type { Card } from './lesson.ts';
import { openLibrary, streamOf, type Library } from './library.ts';
import { TINY, trainOn } from './study.ts';

/** Two layers: one finds the word before, the other what came after it elsewhere; with one a model can't read a document. */
const CONFIG: TransformerConfig = { ...TINY, vocabSize: 1024, contextLength: 64, layers: 2 };
/** The same as wide as the middle size of the game: a narrower one calls a tool with wrong names. */
export const WIDE: TransformerConfig = { ...CONFIG, width: 64, heads: 4 };
const BYTES_OF_EACH = 250_000;
const PRETRAIN_TOKENS = 800_000;
const PACKS = ['facts', 'recipes', 'small-talk'] as const;
const CARDS_OF_EACH = 120;
/** As a player can choose it. */
export const EVIDENCE_SHARE = 0.5;
export const TOOL_SHARE = 0.3;

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

/** What a lab's model read: its old text, and its lessons. */
export interface ReadRows {
  text: Rows;
  lessons: Rows;
}

/** What a lab's lessons have beside plain cards. */
interface Lessons {
  hasStyleLines?: boolean;
  /** Share of the rows, old text apart, that are of talks. */
  talkShare?: number;
  /** Writes cards about tools, and the share of the rows that they have. */
  tools?: typeof toolCards;
  toolShare?: number;
}

/** Pre-trains a model and fine-tunes it on cards, so many of them with a document before the question. */
export async function servedLab(
  seed: number,
  evidenceShare: number,
  lessons: Lessons = {},
  config = CONFIG,
): Promise<MatchKey & Served & ReadRows> {
  const [lab] = await servedLabs(seed, [{ ...lessons, evidenceShare }], config);
  return lab;
}

/** The same for several lessons, each of which begins with the same pre-trained model. */
export async function servedLabs(
  seed: number,
  all: readonly (Lessons & { evidenceShare: number })[],
  config = CONFIG,
): Promise<(MatchKey & Served & ReadRows)[]> {
  const library = openLibrary(seed, BYTES_OF_EACH, { vocabSize: config.vocabSize });
  const oldText = streamOf(library, PRETRAIN_TOKENS, config.contextLength);
  const model = await trainOn(config, oldText, { seed });
  const before = (await model.weights()).slice();
  const labs: (MatchKey & Served & ReadRows)[] = [];
  for (const lessons of all) {
    if (labs.length > 0) await model.load(before);
    labs.push(await tune(model, config, oldText, library, seed, lessons));
  }
  model.dispose();
  return labs;
}

async function tune(
  model: Executor,
  config: TransformerConfig,
  oldText: Rows,
  { world, tokenizer }: Library,
  seed: number,
  {
    evidenceShare,
    hasStyleLines = false,
    talkShare = 0,
    tools = toolCards,
    toolShare = 0,
  }: Lessons & { evidenceShare: number },
): Promise<MatchKey & Served & ReadRows> {
  const cards = hasStyleLines
    ? cardsWithLines(world, seed)
    : PACKS.flatMap((pack) =>
        generateDemonstrations(world, { pack, style: OWN_STYLE, count: CARDS_OF_EACH, seed, split: 'train' }),
      );
  const replay = sliceRows(oldText, 0, Math.round(FINE_TUNING_ROWS * FINE_TUNING.replayShare));
  const toolCount = Math.round((FINE_TUNING_ROWS - replay.count) * toolShare);
  const lessonRows = FINE_TUNING_ROWS - replay.count - toolCount;
  const talks = talkCards(world, {
    style: OWN_STYLE,
    count: Math.round(lessonRows * talkShare),
    seed,
    isOpen: () => true,
  }).filter((card) => fitsWhole(card, tokenizer, config.contextLength));
  const count = Math.round(lessonRows * (1 - talkShare) * evidenceShare);
  const evidence = evidenceCards(world, { style: OWN_STYLE, count, seed, isOpen: () => true });
  const plain = demonstrationRows(cards, tokenizer, config.contextLength);
  const places = Array.from({ length: lessonRows - talks.length - count }, (_, row) => row % plain.count);
  const parts = [
    pickRows(plain, places),
    replay,
    demonstrationRows(evidence, tokenizer, config.contextLength),
    demonstrationRows(talks, tokenizer, config.contextLength),
    demonstrationRows(
      tools(world, { style: OWN_STYLE, count: toolCount, seed }),
      tokenizer,
      config.contextLength,
    ),
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
  const weights = (await model.weights()).slice();
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
  return {
    ...key,
    config,
    tokenizer: tokenizer.toJSON(),
    weights,
    manner: 'chat',
    text: oldText,
    lessons: rows,
  };
}
