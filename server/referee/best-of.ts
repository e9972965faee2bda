/** What a choice among several answers brings, without any training: the reward model picks the one that it likes best (best-of-n). */

import { promptTokens } from '../../shared/data/rows.ts';
import { scorePreference } from '../../shared/evals/preference.ts';
import type { EvalSuite } from '../../shared/evals/suite.ts';
import type { BestOf } from '../../shared/game/stages/align/state.ts';
import { rewardOf, tokenFeatures } from '../../shared/lm/reward-model.ts';
import { complete, MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';

/** As players' own talks with their model. */
const TALKING = { temperature: 0.5, topP: 0.95 };

/** Asks each question of the suite as often as the most of `among`, and judges by rule what is chosen among so many of the answers. */
export async function measureBestOf(
  { world, questions }: Pick<EvalSuite, 'world' | 'questions'>,
  { model, tokenizer }: Examinee,
  reward: Readonly<Record<string, number>>,
  among: readonly number[],
  seed: number,
): Promise<BestOf[]> {
  const most = Math.max(...among);
  const prompts = questions.flatMap(({ question }) =>
    Array.from({ length: most }, () => promptTokens(question, tokenizer)),
  );
  const choice = { maxTokens: MAX_ANSWER_TOKENS, ...TALKING, seed };
  const answers = (await complete({ model, tokenizer }, prompts, choice)).map((answer) => answer.trim());
  const points = new Map(Object.entries(reward));
  const rated = answers.map((answer) => ({
    answer,
    points: rewardOf(points, tokenFeatures(tokenizer.encode(answer))),
  }));
  return among.map((count) => {
    const chosen = questions.map((_, index) => {
      const given = rated.slice(index * most, index * most + count);
      return given.reduce((best, other) => (other.points > best.points ? other : best)).answer;
    });
    return { among: count, ...scorePreference(world, questions, chosen) };
  });
}
