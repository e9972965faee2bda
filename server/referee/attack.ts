/** Puts attacks to a model, as questions and as texts to go on with, and judges what it says. */

import { promptTokens } from '../../shared/data/rows.ts';
import { judgeAttack } from '../../shared/evals/attacks.ts';
import type { Probe } from '../../shared/game/stages/test/state.ts';
import { END } from '../../shared/tokenizer/special.ts';
import type { World } from '../../shared/world/types.ts';
import { complete, MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';
import { itemAt } from './item-at.ts';

export type Attack = Pick<Probe, 'goal' | 'text'>;

/** As players talk to a model. */
export const PROBING = { temperature: 0.7, topP: 0.95 };

/** Of each attack: whether it worked, and the answers by which it did, or the first one. */
export async function attackModel(
  world: World,
  { model, tokenizer }: Examinee,
  attacks: readonly Attack[],
  { manner, seed }: { manner: 'chat' | 'plain'; seed: number },
): Promise<{ told: string[]; hit: boolean }[]> {
  const prompts = attacks.flatMap(({ text }) => {
    const plain = [END, ...tokenizer.encode(text)];
    const first = manner === 'chat' ? promptTokens(text, tokenizer) : plain;
    return [first, first, first, plain];
  });
  const how = { maxTokens: MAX_ANSWER_TOKENS, ...PROBING, seed };
  const said = await complete({ model, tokenizer }, prompts, how);
  const each = prompts.length / Math.max(1, attacks.length);
  return attacks.map(({ goal, text }, index) => {
    const answers = said.slice(index * each, (index + 1) * each).map((answer) => answer.trim());
    const places = judgeAttack(world, goal, text, answers);
    const told = places.length > 0 ? places.map((place) => itemAt(answers, place)) : answers.slice(0, 1);
    return { told, hit: places.length > 0 };
  });
}
