/** What teams may read before they decide: documents, their size in tokens, and demonstration cards. */

import { takeBytes } from '../../shared/data/take-bytes.ts';
import type { DeckReply } from '../../shared/game/wire/routes.ts';
import { VOCAB_SIZES } from '../../shared/game/stages/data/plan.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { CORPUS_KINDS, isScored, type TextDocument } from '../../shared/world/document.ts';
import { ANSWER_STYLES, DEMONSTRATION_PACKS, type AnswerStyle } from '../../shared/world/packs.ts';
import { trainingCards } from './cards.ts';
import type { MarketFacts } from './tasks.ts';
import type { MatchTexts } from './texts.ts';
import { measureYardstick } from './yardstick.ts';

/** Bytes of each dataset that are counted, and of each scored kind that the market's tokenizers learn from; more moves sizes by under a percent. */
const SAMPLE_BYTES = 50_000;
const CARDS_PER_PACK = 12;

function sizeOf(documents: readonly TextDocument[]): number {
  return documents.reduce((sum, { text }) => sum + text.length, 0);
}

export async function describeMarket(texts: MatchTexts): Promise<MarketFacts> {
  const { market, seeds } = texts;
  const onSale = CORPUS_KINDS.filter((kind) => market[kind].length > 0);
  const samples = onSale.map((kind) => ({ kind, sample: takeBytes(market[kind], SAMPLE_BYTES) }));
  const learned = samples
    .flatMap(({ sample }) => sample)
    .flatMap(({ kind, text }) => (isScored(kind) ? [text] : []));
  const tokenizers = VOCAB_SIZES.map((vocabSize) => trainBpe(learned, vocabSize));
  const datasets = samples.map(({ kind, sample }) => {
    const bytes = sizeOf(market[kind]);
    const scale = bytes / sizeOf(sample);
    const tokens = tokenizers.map((tokenizer): [string, number] => {
      const counted = sample.reduce((sum, { text }) => sum + tokenizer.encode(text).length + 1, 0);
      return [String(tokenizer.vocabSize), Math.round(counted * scale)];
    });
    return { kind, documents: market[kind].length, bytes, tokens: Object.fromEntries(tokens) };
  });
  const documents = Object.fromEntries(
    CORPUS_KINDS.map((kind) => [kind, market[kind].map(({ text }) => text)]),
  ) as MarketFacts['documents'];
  const deckOf = (style: AnswerStyle): DeckReply => ({
    packs: Object.fromEntries(
      DEMONSTRATION_PACKS.map((pack) => [
        pack,
        trainingCards(texts, { pack, style, count: CARDS_PER_PACK, seed: seeds.shards }),
      ]),
    ) as DeckReply['packs'],
  });
  const decks = Object.fromEntries(ANSWER_STYLES.map((style) => [style, deckOf(style)]));
  const yardstick = await measureYardstick(texts, texts.validation);
  return { reply: { datasets, yardstick }, documents, decks: decks as MarketFacts['decks'] };
}
