/** What people like, in the tokens of a lab's own model: for devices that train by reward, and for the referee's own look at it. */

import type { Preference } from '../../shared/game/stages/align/preferences.ts';
import { rewardOf, tokenFeatures, trainReward } from '../../shared/lm/reward-model.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { itemAt } from './item-at.ts';

/** The strongest features; the others hardly change which answer is liked better. */
const KEPT_FEATURES = 300;
const DIGITS = 3;

/** Points by feature, learnt from what people said about tone. */
export function tokenReward(votes: readonly Preference[], tokenizer: Tokenizer): Record<string, number> {
  const tone = votes.filter(({ trait }) => trait === 'kind');
  const reward = trainReward(
    tone.map(({ chosen, rejected }) => ({
      chosen: tokenFeatures(tokenizer.encode(chosen)),
      rejected: tokenFeatures(tokenizer.encode(rejected)),
    })),
  );
  const strongest = [...reward].toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a)).slice(0, KEPT_FEATURES);
  return Object.fromEntries(strongest.map(([feature, points]) => [feature, Number(points.toFixed(DIGITS))]));
}

/** Share of questions to which the reward model likes the second answer better; a tie counts half. */
export function proxyWins(
  reward: Readonly<Record<string, number>>,
  tokenizer: Tokenizer,
  before: readonly string[],
  after: readonly string[],
): number {
  const model = new Map(Object.entries(reward));
  const points = (answer: string): number => rewardOf(model, tokenFeatures(tokenizer.encode(answer)));
  const wins = after.map((answer, index): number => {
    const lead = points(answer) - points(itemAt(before, index));
    return lead > 0 ? 1 : lead === 0 ? 0.5 : 0;
  });
  return wins.reduce((sum, win) => sum + win, 0) / Math.max(1, wins.length);
}
