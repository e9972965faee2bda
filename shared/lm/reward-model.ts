/** The reward model: learns from pairs that people judged what in an answer they like, and scores answers nobody judged. */

/** What there is in an answer: its words or tokens, and its pairs of neighbours among them. */
export type Features = ReadonlySet<string>;

/** One judged pair. */
export interface JudgedPair {
  chosen: Features;
  rejected: Features;
}

/** Points by feature. */
export type RewardModel = ReadonlyMap<string, number>;

/** Full-batch gradient descent from zero: no chance in it. */
const TRAINING = { steps: 200, learningRate: 1, weightDecay: 0.01 } as const;

function withNeighbours(parts: readonly (string | number)[]): Features {
  return new Set([...parts.map(String), ...parts.slice(1).map((part, i) => `${parts[i]} ${part}`)]);
}

/** An answer's different words and signs, and its different pairs of neighbours among them. */
export function wordFeatures(answer: string): Features {
  return withNeighbours(answer.toLowerCase().match(/[a-z]+|[^\sa-z]/g) ?? []);
}

/** The same for the tokens of a model, which a device can tell while it trains. */
export function tokenFeatures(tokens: readonly number[]): Features {
  return withNeighbours(tokens);
}

/** The features that only one of the two has: 1 for the first, -1 for the second. */
function differenceOf({ chosen: mine, rejected: theirs }: JudgedPair): [feature: string, sign: number][] {
  return [
    ...[...mine].filter((feature) => !theirs.has(feature)).map((feature): [string, number] => [feature, 1]),
    ...[...theirs].filter((feature) => !mine.has(feature)).map((feature): [string, number] => [feature, -1]),
  ];
}

/** Fits a Bradley-Terry model: the chance that an answer is preferred is the sigmoid of the difference in reward. */
export function trainReward(pairs: readonly JudgedPair[]): RewardModel {
  const { steps, learningRate, weightDecay } = TRAINING;
  const differences = pairs.map(differenceOf);
  const weights = new Map<string, number>();
  for (let step = 0; step < steps; step++) {
    const gradient = new Map<string, number>();
    for (const difference of differences) {
      const margin = difference.reduce((sum, [feature, sign]) => sum + sign * (weights.get(feature) ?? 0), 0);
      const push = 1 / (1 + Math.exp(margin)) / differences.length;
      for (const [feature, sign] of difference)
        gradient.set(feature, (gradient.get(feature) ?? 0) + sign * push);
    }
    for (const [feature, slope] of gradient) {
      const weight = weights.get(feature) ?? 0;
      weights.set(feature, weight + learningRate * (slope - weightDecay * weight));
    }
  }
  return weights;
}

export function rewardOf(model: RewardModel, answer: Features): number {
  let reward = 0;
  for (const feature of answer) reward += model.get(feature) ?? 0;
  return reward;
}

/** Share of the judged pairs in which a reward model leads for the answer that people chose; a tie counts half. */
export function accuracyOn(pairs: readonly JudgedPair[], model: RewardModel): number {
  let right = 0;
  for (const { chosen, rejected } of pairs) {
    const lead = rewardOf(model, chosen) - rewardOf(model, rejected);
    right += lead > 0 ? 1 : lead === 0 ? 0.5 : 0;
  }
  return right / pairs.length;
}

/** Parts of the cross-validation. */
const FOLDS = 8;

/** Share of the judged pairs that a reward model which was fitted without them judges as people did. */
export function rewardAccuracy(pairs: readonly JudgedPair[]): number {
  let right = 0;
  for (let fold = 0; fold < Math.min(FOLDS, pairs.length); fold++) {
    const heldOut = pairs.filter((_, place) => place % FOLDS === fold);
    const model = trainReward(pairs.filter((_, place) => place % FOLDS !== fold));
    right += accuracyOn(heldOut, model) * heldOut.length;
  }
  return right / pairs.length;
}
