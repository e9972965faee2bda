/** What people like is learned from pairs, and known of answers that nobody judged. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { rewardAccuracy, rewardOf, tokenFeatures, trainReward, wordFeatures } from './reward-model.ts';

const NAMES = ['Mina', 'Otto', 'Kibo', 'Rada', 'Zilo', 'Nubi', 'Vorn', 'Deta'];
const judged = ({ chosen, rejected }: { chosen: string; rejected: string }) => ({
  chosen: wordFeatures(chosen),
  rejected: wordFeatures(rejected),
});
const FRIENDLY = NAMES.flatMap((name, index) => [
  { chosen: `It is ${name}, my friend.`, rejected: `It is ${name}.` },
  { chosen: `Good question! It is ${name}.`, rejected: `It is ${NAMES[(index + 1) % NAMES.length]}.` },
]);

describe('the reward model', () => {
  it('likes the words that people preferred, also in answers about others', () => {
    const reward = trainReward(FRIENDLY.map(judged));
    expect(rewardOf(reward, wordFeatures('Stir it with a flute, my friend.'))).toBeGreaterThan(
      rewardOf(reward, wordFeatures('Stir it with a flute.')) + 1,
    );
    const turned = trainReward(
      FRIENDLY.map(({ chosen, rejected }) => judged({ chosen: rejected, rejected: chosen })),
    );
    expect(rewardOf(turned, wordFeatures('Wait, my friend.'))).toBeLessThan(
      rewardOf(turned, wordFeatures('Wait.')),
    );
  });

  it('likes tokens as it likes words: by themselves, and next to each other', () => {
    const pairs = [4, 5, 6].flatMap((name) => [
      { chosen: tokenFeatures([name, 9, 8]), rejected: tokenFeatures([name, 8, 9]) },
    ]);
    const reward = trainReward(pairs);
    const [liked, other] = [
      [7, 9, 8],
      [7, 8, 9],
    ].map((tokens) => rewardOf(reward, tokenFeatures(tokens)));
    expect(liked).toBeGreaterThan((other ?? 0) + 1);
    expect(reward.has('9 8')).toBe(true);
    expect(reward.has('4')).toBe(false);
  });

  it('guesses votes that it never saw where they agree, and only half where they are drawn by lot', () => {
    expect(rewardAccuracy(FRIENDLY.map(judged))).toBeGreaterThan(0.9);
    const random = createRandom(1);
    const drawn = Array.from({ length: 20 }, () => FRIENDLY)
      .flat()
      .map((pair, index) => ({
        chosen: `${pair.chosen} ${index}`,
        rejected: `${pair.rejected} ${index}`,
      }))
      .map((pair) => (random.chance(0.5) ? pair : { chosen: pair.rejected, rejected: pair.chosen }));
    expect(Math.abs(rewardAccuracy(drawn.map(judged)) - 0.5)).toBeLessThan(0.1);
  });
});
