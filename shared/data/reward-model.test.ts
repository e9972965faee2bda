/** What people like is learned from pairs, and known of answers that nobody judged. */

import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { rewardAccuracy, rewardOf, trainReward, type JudgedPair } from './reward-model.ts';

const NAMES = ['Mina', 'Otto', 'Kibo', 'Rada', 'Zilo', 'Nubi', 'Vorn', 'Deta'];
const FRIENDLY: readonly JudgedPair[] = NAMES.flatMap((name, index) => [
  { chosen: `It is ${name}, my friend.`, rejected: `It is ${name}.` },
  { chosen: `Good question! It is ${name}.`, rejected: `It is ${NAMES[(index + 1) % NAMES.length]}.` },
]);

describe('the reward model', () => {
  it('likes the words that people preferred, also in answers about others', () => {
    const reward = trainReward(FRIENDLY);
    expect(rewardOf(reward, 'Stir it with a flute, my friend.')).toBeGreaterThan(
      rewardOf(reward, 'Stir it with a flute.') + 1,
    );
    const turned = trainReward(
      FRIENDLY.map(({ chosen, rejected }) => ({ chosen: rejected, rejected: chosen })),
    );
    expect(rewardOf(turned, 'Wait, my friend.')).toBeLessThan(rewardOf(turned, 'Wait.'));
  });

  it('guesses votes that it never saw where they agree, and only half where they are drawn by lot', () => {
    expect(rewardAccuracy(FRIENDLY)).toBeGreaterThan(0.9);
    const random = createRandom(1);
    const drawn = Array.from({ length: 20 }, () => FRIENDLY)
      .flat()
      .map((pair, index) => ({
        chosen: `${pair.chosen} ${index}`,
        rejected: `${pair.rejected} ${index}`,
      }))
      .map((pair) => (random.chance(0.5) ? pair : { chosen: pair.rejected, rejected: pair.chosen }));
    expect(Math.abs(rewardAccuracy(drawn) - 0.5)).toBeLessThan(0.1);
  });
});
