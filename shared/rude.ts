/** Keeps swear words out of names, codes and texts that a classroom reads. */

import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

export function isRude(text: string): boolean {
  return matcher.hasMatch(text);
}
