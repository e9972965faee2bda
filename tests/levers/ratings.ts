/** The levers of votes: how well a reward model guesses votes that it has not seen, by how many it learnt from. */

import { accuracyOn, trainReward, wordFeatures, type JudgedPair } from '../../shared/lm/reward-model.ts';
import { createRandom, hashSeed, type Random } from '../../shared/random.ts';
import { judge } from '../../client/bots/raters.ts';
import type { Trait } from '../../shared/world/traits.ts';
import { samplePairs } from '../../server/referee/pairs.ts';
import type { PairDraft } from '../../server/referee/tasks.ts';
import type { Lever, Measures } from './lever.ts';
import { votedLab } from './voted-lab.ts';

/** Pairs that are asked for; of tone alone, and decided, are about half of them. */
const PAIRS = 700;
const HELD_OUT = 80;
const FEW = 20;
const SOME = 60;
/** Pairs on truth, of which there are fewer. */
const HELD_OUT_TRUTH = 30;
/** Share of votes that go the wrong way: of people who read, and of such as hurry. */
const CAREFUL_NOISE = 0.1;
const HURRIED_NOISE = 0.3;

/** What a careful rater says of the pairs of a trait, the answer that is better by its words first. */
function decidedOn(trait: Trait, pairs: readonly PairDraft[]): JudgedPair[] {
  return pairs.flatMap((pair) => {
    const choice = pair.trait === trait ? judge(pair) : 'skip';
    if (choice === 'skip') return [];
    const [better, worse] = choice === 'a' ? [pair.a, pair.b] : [pair.b, pair.a];
    return [{ chosen: wordFeatures(better), rejected: wordFeatures(worse) }];
  });
}

const noisy = (pairs: readonly JudgedPair[], noise: number, random: Random): JudgedPair[] =>
  pairs.map(({ chosen, rejected }) =>
    random.chance(noise) ? { chosen: rejected, rejected: chosen } : { chosen, rejected },
  );

async function measureRatings(seed: number, noise: number): Promise<Measures> {
  const { texts, task, examinee } = (await votedLab(seed)).lab;
  const { sampling } = task.seeds;
  const pairs = await samplePairs(texts, examinee, PAIRS, hashSeed(sampling, 'many pairs'));
  const random = createRandom(hashSeed(sampling, 'raters'));
  const tone = random.shuffle(decidedOn('kind', pairs));
  const truth = random.shuffle(decidedOn('true', pairs));
  const votes = noisy(tone.slice(HELD_OUT), noise, random);
  const onTruth = noisy(truth.slice(HELD_OUT_TRUTH), noise, random);
  const heldOut = tone.slice(0, HELD_OUT);
  const from = (count: number): Measures[string] => ({
    accuracy: accuracyOn(heldOut, trainReward(votes.slice(0, count))),
    truth: accuracyOn(truth.slice(0, HELD_OUT_TRUTH), trainReward(onTruth.slice(0, count))),
    votes: Math.min(count, votes.length),
  });
  const lot = { accuracy: 0.5, truth: 0.5, votes: 0 };
  return { lot, few: from(FEW), some: from(SOME), all: from(votes.length) };
}

const ARMS = {
  lot: 'guessing by lot',
  few: `a reward model that learnt from ${FEW} votes`,
  some: `from ${SOME}`,
  all: 'from all there were',
};
const METRICS = {
  accuracy: `share of ${HELD_OUT} unseen pairs on tone that it judges as a careful rater`,
  truth: `share of ${HELD_OUT_TRUTH} unseen pairs on truth, learnt from as many votes on truth as there were`,
  votes: 'votes that it learnt from',
};

export const rewardModel: Lever = {
  name: 'reward-model',
  question: `Does a reward model know what people like, beyond the pairs that they judged? One vote in ${1 / CAREFUL_NOISE} is wrong.`,
  arms: ARMS,
  metrics: METRICS,
  claims: [
    { metric: 'accuracy', off: 'lot', on: 'some', expected: 'rises' },
    { metric: 'truth', off: 'lot', on: 'some', expected: 'reported' },
  ],
  measure: (seed) => measureRatings(seed, CAREFUL_NOISE),
};

export const moreRatings: Lever = {
  name: 'more-ratings',
  question: `What do more votes bring, where people hurry and ${100 * HURRIED_NOISE} % of the votes are wrong?`,
  arms: ARMS,
  metrics: METRICS,
  claims: [
    { metric: 'accuracy', off: 'few', on: 'all', expected: 'rises' },
    { metric: 'accuracy', off: 'few', on: 'some', expected: 'reported' },
    { metric: 'votes', off: 'few', on: 'all', expected: 'reported' },
  ],
  measure: (seed) => measureRatings(seed, HURRIED_NOISE),
};
