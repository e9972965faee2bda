/** What a lab may ask about after a match: its own plans with one decision changed. */

import { CORPUS_KINDS, type CorpusKind } from '../world/document.ts';
import { ARCHITECTURES, LEARNING_RATES, MODEL_SIZES, CONTEXT_LENGTHS } from './training/model.ts';
import { normalizedShares, VOCAB_SIZES, type DataPlan } from './stages/data/plan.ts';
import type { FineTunePlan } from './stages/fine-tune/plan.ts';
import type { ScalePlan } from './stages/scale/plan.ts';

/** What a lab decided. */
export interface Decided {
  data: DataPlan;
  scale: ScalePlan;
  /** Null where it never fine-tuned. */
  'fine-tune': FineTunePlan | null;
}

const WITHOUT = CORPUS_KINDS.map((kind): `without ${CorpusKind}` => `without ${kind}`);

/** What is told by a short training: it points where a whole one does (tests/levers/LOG.md). */
const OF_TEXT = [
  ...WITHOUT,
  'even shares',
  'copies',
  'fewer tokens',
  'more tokens',
  'rate',
  'replay',
] as const;

/** What only a whole training tells: with little compute a small model that sees little always looks better. */
const OF_SHAPE = ['smaller', 'bigger', 'context', 'architecture'] as const;

export const CHANGES = [...OF_TEXT, ...OF_SHAPE] as const;
export type Change = (typeof CHANGES)[number];

export function isOfShape(change: Change): boolean {
  return OF_SHAPE.some((each) => each === change);
}

/** Near copies go from there on, as the cleaning desk suggests. */
const SIMILARITY = 0.7;
const REPLAY_SHARE = 0.25;

/** The value so many places further on, or undefined at the end. */
function beside<T>(values: readonly T[], value: T, step: number): T | undefined {
  return values[values.indexOf(value) + step];
}

function withData(plans: Decided, change: Partial<DataPlan>): Decided {
  return { ...plans, data: { ...plans.data, ...change } };
}

function withScale(plans: Decided, change: Partial<ScalePlan>): Decided {
  return { ...plans, scale: { ...plans.scale, ...change } };
}

/** Who goes on from a model keeps its shape and its tokens. */
const KEPT_FROM_BEFORE: readonly Change[] = [...OF_SHAPE, 'fewer tokens', 'more tokens'];

/** The plans with this decision taken the other way, and nothing else; null where there is nothing to change. */
export function withChange(plans: Decided, change: Change): Decided | null {
  const { data, scale, 'fine-tune': lessons } = plans;
  if (scale.start === 'checkpoint' && KEPT_FROM_BEFORE.includes(change)) return null;
  const bought = normalizedShares(data).map(({ kind }) => kind);
  switch (change) {
    case 'even shares': {
      const shares = Object.fromEntries(bought.map((kind) => [kind, 1]));
      const isEven = new Set(bought.map((kind) => data.shares[kind])).size === 1;
      return isEven ? null : withData(plans, { shares });
    }
    case 'copies': {
      const similarity = data.cleaning.similarity === null ? SIMILARITY : null;
      return withData(plans, { cleaning: { ...data.cleaning, similarity } });
    }
    case 'smaller':
    case 'bigger': {
      const size = beside(MODEL_SIZES, scale.size, change === 'bigger' ? 1 : -1);
      return size ? withScale(plans, { size }) : null;
    }
    case 'fewer tokens':
    case 'more tokens': {
      const vocabSize = beside(VOCAB_SIZES, data.vocabSize, change === 'more tokens' ? 1 : -1);
      return vocabSize ? withData(plans, { vocabSize }) : null;
    }
    case 'context': {
      const [short, long] = CONTEXT_LENGTHS;
      return withScale(plans, { contextLength: scale.contextLength === long ? short : long });
    }
    case 'architecture': {
      const [attending, recurrent] = ARCHITECTURES;
      return withScale(plans, { architecture: scale.architecture === recurrent ? attending : recurrent });
    }
    case 'rate': {
      const [normal, bold] = LEARNING_RATES;
      return withScale(plans, { learningRate: scale.learningRate === bold ? normal : bold });
    }
    case 'replay': {
      const replayShare = lessons?.replayShare === 0 ? REPLAY_SHARE : 0;
      return lessons && { ...plans, 'fine-tune': { ...lessons, replayShare } };
    }
    default: {
      const kind = bought.find((each) => change === `without ${each}`);
      if (!kind || bought.length === 1) return null;
      const { [kind]: _share, ...shares } = data.shares;
      const { [kind]: _portion, ...purchases } = data.purchases;
      return withData(plans, { shares, purchases });
    }
  }
}
