/** The lever of variety: how many different things a model still says to one question after people's votes have moved it. */

import { DEFAULT_ALIGN_TRAINING } from '../../shared/game/stages/align/state.ts';
import { inForm } from '../../shared/evals/form.ts';
import { promptTokens } from '../../shared/data/rows.ts';
import { hashSeed } from '../../shared/random.ts';
import { PROBING } from '../../server/referee/attack.ts';
import { complete, MAX_ANSWER_TOKENS } from '../../server/referee/examine.ts';
import { alignOn, type Lab } from './align-pays.ts';
import type { Lever, Measures } from './lever.ts';
import { learnByReward, votedLab } from './voted-lab.ts';

/** Answers to each sealed question, as players get them. */
const ANSWERS = 8;

async function measured({ texts, task, examinee }: Lab): Promise<Measures[string]> {
  const { questions } = texts.sealed.suite;
  const prompts = questions.flatMap(({ question }) =>
    Array.from({ length: ANSWERS }, () => promptTokens(question, examinee.tokenizer)),
  );
  const seed = hashSeed(task.seeds.sampling, 'variety');
  const answers = await complete(examinee, prompts, { maxTokens: MAX_ANSWER_TOKENS, ...PROBING, seed });
  const counts = questions.map((question, index) => {
    const given = new Set(
      answers.slice(index * ANSWERS, (index + 1) * ANSWERS).map((answer) => answer.trim()),
    );
    return {
      all: given.size,
      formed: [...given].filter((answer) => inForm(texts.world, question, answer)).length,
    };
  });
  const mean = (count: 'all' | 'formed'): number =>
    counts.reduce((sum, each) => sum + each[count], 0) / counts.length;
  return { different: mean('formed'), 'with blunders': mean('all') };
}

export const variety: Lever = {
  name: 'variety',
  question: 'How many different things does a model still say once votes have moved it?',
  arms: {
    tuned: 'pretrained and fine-tuned, by the standard plans',
    pairs: 'and aligned on pairs, by the standard plan',
    near: 'or by reward, at the standard price on distance',
    free: 'or by reward, where distance costs nothing',
  },
  metrics: {
    different: `different answers in form among ${ANSWERS} to one question`,
    'with blunders': 'different answers, also those that have no shape of an answer',
  },
  claims: [
    { metric: 'different', off: 'tuned', on: 'pairs', expected: 'falls' },
    { metric: 'different', off: 'tuned', on: 'near', expected: 'reported' },
    { metric: 'different', off: 'free', on: 'near', expected: 'rises' },
    { metric: 'with blunders', off: 'tuned', on: 'near', expected: 'reported' },
    { metric: 'with blunders', off: 'tuned', on: 'free', expected: 'reported' },
  ],
  measure: async (seed) => {
    const voted = await votedLab(seed);
    const { lab, votes } = voted;
    const tuned = await measured(lab);
    await alignOn(lab, votes);
    const pairs = await measured(lab);
    await learnByReward(voted, DEFAULT_ALIGN_TRAINING.klWeight);
    const near = await measured(lab);
    await learnByReward(voted, 0);
    return { tuned, pairs, near, free: await measured(lab) };
  },
};
