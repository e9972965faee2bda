/** The lever of written principles: a lab's own model judges its answers by them, instead of people. */

import type { Preference } from '../../shared/game/stages/align/preferences.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { judge } from '../../client/bots/raters.ts';
import { samplePairs } from '../../server/referee/pairs.ts';
import { judgeByPrinciples } from '../../server/referee/principles.ts';
import { HUMAN_PAIRS } from '../../shared/game/stages/align/state.ts';
import { alignOn, measureTalk, type Lab } from './align-pays.ts';
import type { Lever } from './lever.ts';
import { votedLab } from './voted-lab.ts';

/** Pairs that the model judges, as many as there are of a lab in a match of three. */
const PAIRS = 100;

/** What the model prefers, and the share of pairs on tone on which a careful rater agrees. */
async function judgeItself({ texts, task, examinee, model }: Lab) {
  const { sampling } = task.seeds;
  const pairs = (await samplePairs(texts, examinee, PAIRS, hashSeed(sampling, 'pairs'))).filter(
    ({ trait }) => trait === 'kind',
  );
  const own = { model, tokenizer: examinee.tokenizer };
  const found = await judgeByPrinciples(texts, own, ['friendly'], pairs, sampling);
  const preferences = pairs.flatMap(({ trait, question, a, b }, index): Preference[] => {
    const better = found[index];
    if (!better) return [];
    return [{ trait, question, chosen: better === 'a' ? a : b, rejected: better === 'a' ? b : a }];
  });
  const places = createRandom(hashSeed(sampling, 'people')).shuffle(pairs.map((_, index) => index));
  const decided = places.filter((place) => judge(pairs[place]) !== 'skip').slice(0, HUMAN_PAIRS);
  const agreed = decided.filter((place) => judge(pairs[place]) === found[place]).length;
  return { preferences, agreement: agreed / Math.max(1, decided.length) };
}

export const principles: Lever = {
  name: 'principles',
  question: 'Can a lab’s own model stand in for people, by a written principle?',
  arms: {
    tuned: 'pretrained and fine-tuned, by the standard plans',
    written: `and aligned on ${PAIRS} pairs that its own model judged by “talk to people as to friends”`,
    votes: 'or aligned on the votes of careful people',
  },
  metrics: {
    friendly: 'share of answers to sealed questions that are friendly and in form',
    'in form': 'share that have the shape of an answer',
    true: 'share of true answers about facts and recipes',
    agreement: `share of ${HUMAN_PAIRS} pairs on tone that are judged as a careful rater does; half by lot`,
  },
  claims: [
    { metric: 'agreement', off: 'tuned', on: 'written', expected: 'rises' },
    { metric: 'friendly', off: 'tuned', on: 'written', expected: 'rises' },
    { metric: 'in form', off: 'tuned', on: 'written', expected: 'kept' },
    { metric: 'true', off: 'tuned', on: 'written', expected: 'reported' },
    { metric: 'friendly', off: 'tuned', on: 'votes', expected: 'reported' },
  ],
  measure: async (seed) => {
    const { lab, votes, start } = await votedLab(seed);
    const tuned = { ...(await measureTalk(lab, lab.examinee)), agreement: 0.5 };
    const { preferences, agreement } = await judgeItself(lab);
    await alignOn(lab, preferences);
    const written = { ...(await measureTalk(lab, lab.examinee)), agreement };
    await lab.model.load(start);
    await alignOn(lab, votes);
    return { tuned, written, votes: { ...(await measureTalk(lab, lab.examinee)), agreement: 1 } };
  },
};
