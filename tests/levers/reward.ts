/** The levers of learning by reward: what it brings near the old model, what it does with nothing to hold it, and what a choice among answers brings without any training. */

import { DEFAULT_ALIGN_TRAINING } from '../../shared/game/stages/align/state.ts';
import { hashSeed } from '../../shared/random.ts';
import { measureBestOf } from '../../server/referee/best-of.ts';
import { talk, type Talk } from '../../server/referee/preference.ts';
import { proxyWins } from '../../server/referee/token-reward.ts';
import { measureTalk, type Lab } from './align-pays.ts';
import type { Lever, Measures } from './lever.ts';
import { learnByReward, votedLab } from './voted-lab.ts';

/** Answers among which the reward model chooses. */
const CHOICES = 8;

const METRICS = {
  friendly: 'share of answers to sealed questions that are friendly and in form',
  'in form': 'share that have the shape of an answer',
  variety: 'different answers / answers',
  true: 'share of true answers about facts and recipes',
};

const answersOf = ({ texts, task, examinee }: Lab): Promise<Talk> =>
  talk(texts.sealed.suite, examinee, hashSeed(task.seeds.sampling, 'proxy'));

/** By rule, of one answer to each question and of the best of several. */
async function bestOf({ texts, task, examinee }: Lab, reward: Record<string, number>) {
  const seed = hashSeed(task.seeds.sampling, 'best of some');
  const found = await measureBestOf(texts.sealed.suite, examinee, reward, [1, CHOICES], seed);
  const [one, best] = found.map(({ kindShare, inFormShare, trueShare, variety }) => {
    return { friendly: kindShare, 'in form': inFormShare, true: trueShare, variety };
  });
  return { one, best };
}

export const rewardRl: Lever = {
  name: 'reward-rl',
  question: 'What does a training by reward make of a lab that stays near its old model?',
  arms: {
    tuned: 'pretrained and fine-tuned, by the standard plans',
    near: 'and trained by reward on the votes, at the standard price on distance',
  },
  metrics: METRICS,
  claims: [
    { metric: 'friendly', off: 'tuned', on: 'near', expected: 'rises' },
    { metric: 'in form', off: 'tuned', on: 'near', expected: 'kept' },
    { metric: 'variety', off: 'tuned', on: 'near', expected: 'reported' },
    { metric: 'true', off: 'tuned', on: 'near', expected: 'reported' },
  ],
  measure: async (seed) => {
    const voted = await votedLab(seed);
    const { lab } = voted;
    const tuned = await measureTalk(lab, lab.examinee);
    await learnByReward(voted, DEFAULT_ALIGN_TRAINING.klWeight);
    const measures = { tuned, near: await measureTalk(lab, lab.examinee) };
    return measures;
  },
};

export const rewardHacking: Lever = {
  name: 'reward-hacking',
  question: 'What does a model find when nothing holds it to what it was?',
  arms: {
    near: 'trained by reward, at the standard price on distance',
    free: 'the same, where distance costs nothing',
  },
  metrics: {
    ...METRICS,
    proxy:
      'share of questions to which the reward model likes the answer better than that of the model before',
  },
  claims: [
    { metric: 'proxy', off: 'near', on: 'free', expected: 'rises' },
    { metric: 'friendly', off: 'near', on: 'free', expected: 'falls' },
    { metric: 'in form', off: 'near', on: 'free', expected: 'falls' },
  ],
  measure: async (seed) => {
    const voted = await votedLab(seed);
    const { lab, reward } = voted;
    const before = await answersOf(lab);
    const measured = async (klWeight: number): Promise<Measures[string]> => {
      await learnByReward(voted, klWeight);
      const after = await answersOf(lab);
      const proxy = proxyWins(reward, lab.examinee.tokenizer, before.answers, after.answers);
      return { ...(await measureTalk(lab, lab.examinee)), proxy };
    };
    const measures = { near: await measured(DEFAULT_ALIGN_TRAINING.klWeight), free: await measured(0) };
    return measures;
  },
};

export const bestOfN: Lever = {
  name: 'best-of-n',
  question: `What does it bring when the reward model chooses among ${CHOICES} answers, without any training?`,
  arms: {
    one: 'a tuned lab says the first thing that comes',
    best: `it says the one of ${CHOICES} answers that the reward model likes best`,
  },
  metrics: METRICS,
  claims: [
    { metric: 'friendly', off: 'one', on: 'best', expected: 'rises' },
    { metric: 'in form', off: 'one', on: 'best', expected: 'kept' },
    { metric: 'true', off: 'one', on: 'best', expected: 'reported' },
  ],
  measure: async (seed) => {
    const { lab, reward } = await votedLab(seed);
    return bestOf(lab, reward);
  },
};
