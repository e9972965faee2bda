/** The levers of votes: how well a reward model guesses votes that it has not seen, by how many it learnt from. */

import { accuracyOn, trainReward, wordFeatures, type JudgedPair } from '../../shared/lm/reward-model.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { judge } from '../../client/bots/raters.ts';
import { samplePairs } from '../../server/referee/pairs.ts';
import { tunedLab } from './align-pays.ts';
import type { Lever, Measures } from './lever.ts';

/** Pairs that are asked for; of tone alone, and decided, are about half of them. */
const PAIRS = 700;
const HELD_OUT = 80;
const FEW = 20;
const SOME = 60;
/** Share of votes that go the wrong way, as people's do. */
const NOISE = 0.1;

async function measureRatings(seed: number): Promise<Measures> {
  const { texts, task, examinee, model } = await tunedLab(seed);
  const { sampling } = task.seeds;
  const pairs = await samplePairs(texts, examinee, PAIRS, hashSeed(sampling, 'many pairs'));
  model.dispose();
  const random = createRandom(hashSeed(sampling, 'raters'));
  const decided = random.shuffle(pairs).flatMap((pair) => {
    const choice = pair.trait === 'kind' ? judge(pair) : 'skip';
    if (choice === 'skip') return [];
    const [better, worse] = choice === 'a' ? [pair.a, pair.b] : [pair.b, pair.a];
    return [{ chosen: wordFeatures(better), rejected: wordFeatures(worse) }];
  });
  const heldOut = decided.slice(0, HELD_OUT);
  const votes = decided.slice(HELD_OUT).map(({ chosen, rejected }): JudgedPair => {
    return random.chance(NOISE) ? { chosen: rejected, rejected: chosen } : { chosen, rejected };
  });
  const from = (count: number): Measures[string] => ({
    accuracy: accuracyOn(heldOut, trainReward(votes.slice(0, count))),
    votes: Math.min(count, votes.length),
  });
  return { lot: { accuracy: 0.5, votes: 0 }, few: from(FEW), some: from(SOME), all: from(votes.length) };
}

/** Both levers of a seed come from the same lab. */
let newest: { seed: number; measures: Promise<Measures> } | null = null;
function measure(seed: number): Promise<Measures> {
  if (newest?.seed !== seed) newest = { seed, measures: measureRatings(seed) };
  return newest.measures;
}

const ARMS = {
  lot: 'guessing by lot',
  few: `a reward model that learnt from ${FEW} votes on tone, one in ten wrong`,
  some: `from ${SOME}`,
  all: 'from all there were',
};
const METRICS = {
  accuracy: `share of ${HELD_OUT} unseen pairs on tone that it judges as a careful rater`,
  votes: 'votes that it learnt from',
};

export const rewardModel: Lever = {
  name: 'reward-model',
  question: 'Does a reward model know what people like, beyond the pairs that they judged?',
  arms: ARMS,
  metrics: METRICS,
  claims: [{ metric: 'accuracy', off: 'lot', on: 'some', expected: 'rises' }],
  measure,
};

export const moreRatings: Lever = {
  name: 'more-ratings',
  question: 'What do more votes bring?',
  arms: ARMS,
  metrics: METRICS,
  claims: [
    { metric: 'accuracy', off: 'few', on: 'all', expected: 'rises' },
    { metric: 'accuracy', off: 'few', on: 'some', expected: 'reported' },
    { metric: 'votes', off: 'few', on: 'all', expected: 'reported' },
  ],
  measure,
};
