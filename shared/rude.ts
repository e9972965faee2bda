/** Keeps swear words out of names, codes and texts that a classroom reads, in the languages of the game. */

import { DataSet, englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';
import { INNOCENT_SPANISH, SPANISH } from './rude-spanish.ts';

const english = new DataSet<{ originalWord: string }>()
  .addAll(englishDataset)
  .addPhrase((phrase) => INNOCENT_SPANISH.reduce((all, word) => all.addWhitelistedTerm(word), phrase));

const matchers = [
  new RegExpMatcher({ ...english.build(), ...englishRecommendedTransformers }),
  new RegExpMatcher(SPANISH),
];

export function isRude(text: string): boolean {
  return matchers.some((matcher) => matcher.hasMatch(text));
}
