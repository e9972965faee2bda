/** Keeps swear words out of names and codes that stand on a classroom's projector. */

import { englishDataset, englishRecommendedTransformers, RegExpMatcher } from 'obscenity';

const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });

export function isRude(text: string): boolean {
  return matcher.hasMatch(text);
}
