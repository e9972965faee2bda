/**
 * Practice for aligning: the model answers its lab's own cards many times, and what people voted for says which of its answers
 * are the best and the worst. So a few dozen votes become hundreds of pairs in the model's own words (rejection sampling before
 * preference optimization: T. Liu et al., 2023).
 */

import { promptTokens } from '../../shared/data/rows.ts';
import {
  rewardAccuracy,
  rewardOf,
  trainReward,
  wordFeatures,
  type JudgedPair,
  type RewardModel,
} from '../../shared/lm/reward-model.ts';
import { isTrue } from '../../shared/evals/form.ts';
import { LEAST_AGREEMENT, LEAST_TONE_VOTES } from '../../shared/game/stages/align/verdict.ts';
import type { Preference } from '../../shared/game/stages/align/preferences.ts';
import type { RewardFit, Taught } from '../../shared/game/stages/align/state.ts';
import { isRude } from '../../shared/rude.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import type { Demonstration } from '../../shared/world/packs.ts';
import type { World } from '../../shared/world/types.ts';
import { complete, MAX_ANSWER_TOKENS, type Examinee } from './examine.ts';

/** Cards that are answered, and answers to each: friendly ones are rare at first. */
const CARDS = 256;
const ANSWERS = 40;
/** The better answer of a pair leads the worse one by at least this reward: people would prefer it nine times in eleven. */
const LEAST_LEAD = 1.5;

interface AnswerPair {
  chosen: string;
  rejected: string;
}

export interface Practice {
  pairs: (AnswerPair & { question: string })[];
  taught: Taught;
}

/** The answers that people would like most and least; null where they would hardly tell them apart. */
function bestAndWorst(reward: RewardModel, answers: readonly string[]): AnswerPair | null {
  const [worst, ...others] = answers
    .map((answer) => ({ answer, points: rewardOf(reward, wordFeatures(answer)) }))
    .toSorted((a, b) => a.points - b.points);
  const best = others.at(-1);
  if (!worst || !best || best.points - worst.points < LEAST_LEAD) return null;
  return { chosen: best.answer, rejected: worst.answer };
}

function judged({ chosen, rejected }: Preference): JudgedPair {
  return { chosen: wordFeatures(chosen), rejected: wordFeatures(rejected) };
}

const toneOf = (votes: readonly Preference[]): JudgedPair[] =>
  votes.filter(({ trait }) => trait === 'kind').map(judged);

/** So many words and neighbours are named, and each must have at least this many points: one vote gives less. */
const NAMED = 5;
const LEAST_POINTS = 0.2;

/** The words, and neighbours, with the most points; none that is a part of one before it, and no signs by themselves. */
function strongest(points: readonly (readonly [feature: string, points: number])[]): string[] {
  const named: string[] = [];
  const wanted = points
    .filter(
      ([feature, value]) => value >= LEAST_POINTS && /^[a-z]+( [a-z]+)?$/.test(feature) && !isRude(feature),
    )
    .toSorted(([first, a], [second, b]) => b - a || second.length - first.length);
  for (const [feature] of wanted) {
    if (named.length === NAMED) break;
    if (!named.some((other) => other.includes(feature))) named.push(feature);
  }
  return named;
}

/** What votes teach a reward model: how well it guesses those it has not seen, by trait, and which words it goes by. */
export function fitReward(votes: readonly Preference[]): Omit<RewardFit, 'votes'> {
  const tone = toneOf(votes);
  const truth = votes.filter(({ trait }) => trait === 'true').map(judged);
  const agreementOf = (pairs: readonly JudgedPair[]): number | null =>
    pairs.length < LEAST_TONE_VOTES ? null : rewardAccuracy(pairs);
  const points = [...trainReward(tone)];
  return {
    tone: tone.length,
    truth: truth.length,
    toneAgreement: agreementOf(tone),
    truthAgreement: agreementOf(truth),
    liked: strongest(points),
    disliked: strongest(points.map(([feature, value]) => [feature, -value])),
  };
}

/** How many votes were about tone, and how well a reward model that has seen most of them guesses the others. */
export function whatIsTaught(votes: readonly Preference[]): Pick<Taught, 'toneVotes' | 'agreement'> {
  const tone = toneOf(votes);
  return { toneVotes: tone.length, agreement: tone.length < LEAST_TONE_VOTES ? null : rewardAccuracy(tone) };
}

/**
 * Pairs of the model's answers to its lab's cards that people would tell apart by tone alone: both say what the card says, so
 * nothing is unlearned for the sake of tone. None where the votes are too few, or agree with each other too little, to learn from.
 */
export async function practise(
  { world, examinee, cards }: { world: World; examinee: Examinee; cards: readonly Demonstration[] },
  votes: readonly Preference[],
  seed: number,
): Promise<Practice> {
  const tone = toneOf(votes);
  const { agreement, toneVotes } = whatIsTaught(votes);
  const taught = { toneVotes, agreement, asked: 0, practised: 0, people: null };
  if (agreement === null || agreement < LEAST_AGREEMENT) return { pairs: [], taught };
  const reward = trainReward(tone);
  const byQuestion = new Map(cards.map((card) => [card.question, card]));
  const asked = createRandom(hashSeed(seed, 'cards'))
    .shuffle([...byQuestion.values()])
    .slice(0, CARDS);
  const prompts = asked.flatMap(({ question }) =>
    Array.from({ length: ANSWERS }, () => promptTokens(question, examinee.tokenizer)),
  );
  const choice = { maxTokens: MAX_ANSWER_TOKENS, temperature: 1, topP: 1, seed };
  const answers = (await complete(examinee, prompts, choice)).map((answer) => answer.trim());
  const pairs = asked.flatMap((card, index) => {
    const given = new Set(answers.slice(index * ANSWERS, (index + 1) * ANSWERS));
    const found = bestAndWorst(
      reward,
      [...given].filter((answer) => isTrue(world, card, answer)),
    );
    return found ? [{ question: card.question, ...found }] : [];
  });
  return { pairs, taught: { ...taught, asked: asked.length, practised: pairs.length } };
}
