/** What teams may read before they decide: documents, their size in tokens, and demonstration cards. */

import type { DeckReply } from '../../shared/protocol/http.ts';
import { VOCAB_SIZES } from '../../shared/rules/data.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import { CORPUS_KINDS } from '../../shared/world/document.ts';
import { ANSWER_STYLES, DEMONSTRATION_PACKS, type AnswerStyle } from '../../shared/world/packs.ts';
import type { MarketFacts } from './tasks.ts';
import type { MatchTexts, Texts } from './texts.ts';

/** Bytes of each dataset that the market's tokenizers learn from; more changes their sizes by less than a percent. */
const TOKENIZER_BYTES = 60_000;
const CARDS_PER_PACK = 12;

function sampleOf(market: Texts): string[] {
  return CORPUS_KINDS.flatMap((kind) => {
    let left = TOKENIZER_BYTES;
    return market[kind].flatMap(({ text }) => ((left -= text.length) > 0 ? [text] : []));
  });
}

export function describeMarket({ market, world, seeds }: MatchTexts): MarketFacts {
  const sample = sampleOf(market);
  const tokenizers = VOCAB_SIZES.map((vocabSize) => trainBpe(sample, vocabSize));
  const datasets = CORPUS_KINDS.map((kind) => {
    const documents = market[kind];
    const tokens = tokenizers.map((tokenizer): [string, number] => [
      String(tokenizer.vocabSize),
      documents.reduce((sum, { text }) => sum + tokenizer.encode(text).length + 1, 0),
    ]);
    const bytes = documents.reduce((sum, { text }) => sum + text.length, 0);
    return { kind, documents: documents.length, bytes, tokens: Object.fromEntries(tokens) };
  });
  const documents = Object.fromEntries(
    CORPUS_KINDS.map((kind) => [kind, market[kind].map(({ text }) => text)]),
  ) as MarketFacts['documents'];
  const deckOf = (style: AnswerStyle): DeckReply => ({
    packs: Object.fromEntries(
      DEMONSTRATION_PACKS.map((pack) => [
        pack,
        generateDemonstrations(world, {
          pack,
          style,
          count: CARDS_PER_PACK,
          seed: seeds.shards,
          split: 'train',
        }),
      ]),
    ) as DeckReply['packs'],
  });
  const decks = Object.fromEntries(ANSWER_STYLES.map((style) => [style, deckOf(style)]));
  return { reply: { datasets }, documents, decks: decks as MarketFacts['decks'] };
}
