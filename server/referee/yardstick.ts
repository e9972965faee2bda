/** The yardstick of a match: a model that only counts words, fitted on the same text whatever the labs do, and how surprised it is. */

import { concatRows, packRows } from '../../shared/data/rows.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import { NgramLanguageModel } from '../../shared/lm/ngram/ngram-model.ts';
import { fitNgram } from '../../shared/lm/ngram/ngram.ts';
import type { Yardstick } from '../../shared/game/match.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { SCORED_KINDS } from '../../shared/world/document.ts';
import { measureModel, type Examinee } from './examine.ts';
import type { HeldOut, MatchTexts } from './texts.ts';

/** Bytes of each kind that it reads: half of what the smallest of these datasets has, so every lab can read more. */
const BYTES_PER_KIND = 75_000;
const VOCABULARY = 512;
/** Looks at the last two tokens: a trigram. */
const ORDER = 3;
const CONTEXT_LENGTH = 64;

/** By the text that it was measured on, once per thread. */
const measured = new WeakMap<HeldOut, Yardstick>();

function countingModel({ market }: MatchTexts): Examinee {
  const documents = SCORED_KINDS.map((kind) => takeBytes(market[kind], BYTES_PER_KIND));
  const tokenizer = trainBpe(
    documents.flat().map(({ text }) => text),
    VOCABULARY,
  );
  const rows = concatRows(documents.map((ofKind) => packRows(ofKind, tokenizer, CONTEXT_LENGTH)));
  return { model: new NgramLanguageModel(fitNgram(rows, VOCABULARY, ORDER), CONTEXT_LENGTH), tokenizer };
}

/** How surprised the counting model is by held-out text of this match. */
export async function measureYardstick(texts: MatchTexts, heldOut: HeldOut): Promise<Yardstick> {
  const known = measured.get(heldOut);
  if (known) return known;
  const yardstick = await measureModel(heldOut, countingModel(texts));
  measured.set(heldOut, yardstick);
  return yardstick;
}
