/** Tells how much of a text is made of the world's own words: the plainest measure of a model that can spell. */

import { generateCorpus } from '../world/corpus.ts';
import type { CorpusKind } from '../world/document.ts';
import type { World } from '../world/types.ts';

/** Enough text of the clean kinds to meet nearly all words of a world. */
const SAMPLE_BYTES = 200_000;
const CLEAN_KINDS: readonly CorpusKind[] = ['stories', 'encyclopedia', 'questions'];

const wordsOfWorld = new WeakMap<World, Set<string>>();

function wordsIn(text: string): string[] {
  return text.match(/[A-Za-z]+/g) ?? [];
}

/** Every word of the world's clean text as it is spelled there; computed once per world (some 100 ms). */
export function vocabularyOf(world: World): ReadonlySet<string> {
  let words = wordsOfWorld.get(world);
  if (words === undefined) {
    words = new Set(
      CLEAN_KINDS.flatMap((kind) =>
        generateCorpus(world, kind, { bytes: SAMPLE_BYTES, seed: 0 }).flatMap((document) =>
          wordsIn(document.text),
        ),
      ),
    );
    wordsOfWorld.set(world, words);
  }
  return words;
}

/** Share of the text's words that the world has, 0..1; 0 for a text without words. */
export function knownWordShare(world: World, text: string): number {
  const words = wordsIn(text);
  const vocabulary = vocabularyOf(world);
  return words.length === 0 ? 0 : words.filter((word) => vocabulary.has(word)).length / words.length;
}
