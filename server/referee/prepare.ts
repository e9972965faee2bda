/** Makes a team's model and its training rows from the plans that the team committed. */

import { takeBytes } from '../../shared/data/take-bytes.ts';
import { mixRows } from '../../shared/data/mixture.ts';
import {
  concatRows,
  countTargets,
  demonstrationRows,
  fitsWhole,
  pickRows,
  shuffleRows,
  sliceRows,
} from '../../shared/data/rows.ts';
import { FINE_TUNING_ROWS } from '../../shared/lm/sft.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { NgramLanguageModel } from '../../shared/lm/ngram/ngram-model.ts';
import { fitNgram } from '../../shared/lm/ngram/ngram.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import type { Prepared } from '../../shared/game/match.ts';
import {
  bitsPerByteOnMix,
  normalizedShares,
  OWN_HELD_OUT_BYTES,
} from '../../shared/game/stages/data/plan.ts';
import { tokensForPlan } from '../../shared/game/stages/scale/plan.ts';
import { cardCount, OTHER_STYLE_SHARE, TALK_SHARE } from '../../shared/game/stages/fine-tune/plan.ts';
import { modelConfig } from '../../shared/game/training/model.ts';
import { tokenizerFromJSON } from '../../shared/tokenizer/bpe.ts';
import {
  ANSWER_STYLES,
  DEMONSTRATION_PACKS,
  inStyle,
  type AnswerStyle,
  type Demonstration,
  type DemonstrationPack,
} from '../../shared/world/packs.ts';
import { toolCards } from '../../shared/world/tool-lessons.ts';
import { trainingCards, trainingEvidence, trainingTalks } from './cards.ts';
import { measureModel, writeSamples } from './examine.ts';
import { itemAt } from './item-at.ts';
import type { LaidProbe, PreparedModel, PrepareTask, PrepareTuningTask, ProbeTask } from './tasks.ts';
import { preparedTextOf } from './team-text.ts';
import type { MatchTexts } from './texts.ts';

/** Targets that the counting baseline is fitted on; a longer stream only repeats the same documents. */
const TRIGRAM_TOKENS = 600_000;

/** The first rows that hold about so many targets. */
function firstRows(rows: Rows, tokens: number, rowsTokens: number): Rows {
  return rowsTokens <= tokens ? rows : sliceRows(rows, 0, Math.ceil((rows.count * tokens) / rowsTokens));
}

/** Everything a run needs: tokenizer, rows in training order, initial weights, and what they score untrained. */
export async function prepareModel(texts: MatchTexts, task: PrepareTask): Promise<PreparedModel> {
  const { data, scale, budgetFlops, seeds, checkpoint } = task;
  const prepared = preparedTextOf(texts, task);
  const { cleaning, heldOut } = prepared;
  const config = checkpoint?.config ?? modelConfig(scale, data.vocabSize);
  const tokenizer = checkpoint ? tokenizerFromJSON(checkpoint.tokenizer) : prepared.tokenizer;
  const datasets = checkpoint ? prepared.datasetsIn(tokenizer) : prepared.datasets;
  const { datasets: reports, ...rows } = mixRows({
    datasets,
    contextLength: scale.contextLength,
    trainTokens: tokensForPlan(scale, config.vocabSize, budgetFlops),
    random: createRandom(seeds.shards),
  });
  const trainTokens = countTargets(rows);
  const trigram = fitNgram(firstRows(rows, TRIGRAM_TOKENS, trainTokens), config.vocabSize);
  const { bitsPerByte: trigramBitsPerByte } = await measureModel(texts.validation, {
    model: new NgramLanguageModel(trigram, config.contextLength),
    tokenizer,
  });
  const weights = initialWeights(config, seeds.weights);
  const executor = await createWasmExecutor(config);
  await executor.load(weights);
  const untrained = await measureModel(texts.validation, { model: executor, tokenizer });
  const untrainedSamples = await writeSamples(
    texts.validation.suite,
    { model: executor, tokenizer },
    seeds.sampling,
  );
  let start: Prepared['start'];
  if (checkpoint) {
    await executor.load(checkpoint.weights);
    const examinee = { model: executor, tokenizer };
    const found = await measureModel(texts.validation, examinee);
    const samples = await writeSamples(texts.validation.suite, examinee, seeds.sampling);
    const ownBitsPerByte = bitsPerByteOnMix(normalizedShares(data), found);
    start = { bitsPerByte: found.bitsPerByte, ownBitsPerByte, samples };
  }
  executor.dispose();
  return {
    prepared: {
      ...(start && { start }),
      parameters: weights.length,
      trainTokens,
      datasets: datasets.map(({ kind }, index) => ({
        kind,
        tokens: itemAt(reports, index).ownTokens,
        drawnTokens: itemAt(reports, index).tokens,
        epochs: itemAt(reports, index).epochs,
      })),
      cleaning,
      heldOutDocuments: heldOut.reduce((sum, { documents }) => sum + documents.length, 0),
      untrainedBitsPerByte: untrained.bitsPerByte,
      trigramBitsPerByte,
      untrainedSamples,
    },
    config,
    tokenizer: tokenizer.toJSON(),
    rows,
    weights: checkpoint ? checkpoint.weights.slice() : weights,
    heldOut: heldOut.flatMap(({ share, documents }) => takeBytes(documents, share * OWN_HELD_OUT_BYTES)),
  };
}

/** Rows of a probe, in an order of its own, and the weights that it begins with. */
export function layProbeRows(texts: MatchTexts, task: ProbeTask): LaidProbe {
  const { data, plan, seeds, tokens, probeId } = task;
  const { tokenizer, datasets } = preparedTextOf(texts, task);
  const config = modelConfig(plan, data.vocabSize);
  const { datasets: _reports, ...rows } = mixRows({
    datasets,
    contextLength: plan.contextLength,
    trainTokens: tokens,
    random: createRandom(hashSeed(seeds.shards, probeId)),
  });
  const weights = initialWeights(config, hashSeed(seeds.weights, probeId));
  return { config, tokenizer: tokenizer.toJSON(), rows, weights };
}

interface StyledCard extends Demonstration {
  style: AnswerStyle;
}

/** So many cards of a pack: most in the team's style, some in each of the others. */
function writeCards(
  texts: MatchTexts,
  { plan, seeds }: Pick<PrepareTuningTask, 'plan' | 'seeds'>,
  pack: DemonstrationPack,
): StyledCard[] {
  const count = plan.cards[pack];
  const few = Math.round(count * OTHER_STYLE_SHARE);
  return ANSWER_STYLES.flatMap((style) =>
    trainingCards(texts, {
      pack,
      style,
      count: style === plan.style ? count - (ANSWER_STYLES.length - 1) * few : few,
      seed: seeds.shards,
    }).map((card) => ({ ...card, style })),
  );
}

/** All of the team's cards. */
export function lessonCards(
  texts: MatchTexts,
  task: Pick<PrepareTuningTask, 'plan' | 'seeds'>,
): StyledCard[] {
  return DEMONSTRATION_PACKS.flatMap((pack) => writeCards(texts, task, pack));
}

/** A row for each of the team's cards that fits into the model's context; with the line that asks for its style where the team wants that. */
export function lessonRows(
  texts: MatchTexts,
  task: Pick<PrepareTuningTask, 'plan' | 'seeds' | 'tokenizer' | 'config'>,
): Rows {
  const { styleLines, style: own } = task.plan;
  const cards = lessonCards(texts, task).map(({ question, answer, style }) => ({
    question: styleLines && style !== own ? inStyle(style, question) : question,
    answer,
  }));
  return fittingRows(cards, task);
}

/** Rows of those cards that fit into the model's context. */
function fittingRows(
  cards: readonly Pick<Demonstration, 'question' | 'answer'>[],
  task: Pick<PrepareTuningTask, 'tokenizer' | 'config'>,
): Rows {
  const { contextLength } = task.config;
  const tokenizer = tokenizerFromJSON(task.tokenizer);
  const fitting = cards.filter((card) => fitsWhole(card, tokenizer, contextLength));
  return demonstrationRows(fitting, tokenizer, contextLength);
}

/** Rows of a fine-tuning run in training order: the team's cards again and again, and the old text among them. */
export function prepareTuningRows(
  texts: MatchTexts,
  task: PrepareTuningTask,
): { rows: Rows; leftOut: number } {
  const { replay, seeds } = task;
  const random = createRandom(seeds.shards);
  const demonstrations = lessonRows(texts, task);
  const { style, evidenceShare, toolShare } = task.plan;
  const seed = seeds.shards;
  const lessons = FINE_TUNING_ROWS - replay.count;
  const tools = fittingRows(
    toolCards(texts.world, { style, count: Math.round(toolShare * lessons), seed }),
    task,
  );
  const talkShare = task.plan.talks ? TALK_SHARE : 0;
  const talkCount = Math.round(talkShare * (lessons - tools.count));
  const talks = fittingRows(trainingTalks(texts, { style, count: talkCount, seed }), task);
  const evidenceCount = Math.round(evidenceShare * (1 - talkShare) * (lessons - tools.count));
  const evidence = fittingRows(trainingEvidence(texts, { style, count: evidenceCount, seed }), task);
  const wanted = lessons - tools.count - talks.count - evidence.count;
  const places: number[] = [];
  const order = random.fork('cards');
  while (demonstrations.count > 0 && places.length < wanted) {
    places.push(...order.shuffle(Array.from({ length: demonstrations.count }, (_, row) => row)));
  }
  const repeated = pickRows(demonstrations, places.slice(0, wanted));
  const rows = shuffleRows(concatRows([repeated, replay, evidence, talks, tools]), random.fork('turns'));
  return { rows, leftOut: cardCount(task.plan) - demonstrations.count };
}
