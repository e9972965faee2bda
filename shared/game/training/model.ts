/** The models that teams train: sizes, shapes, learning rates, and the compute that a room's devices can spend on them. */

import type { GruConfig, ModelConfig, TransformerConfig } from '../../lm/config.ts';
import { flopsPerToken } from '../../lm/flops.ts';

/** The ladder of sizes a team chooses from; heads are 16 wide, as small models like them. */
export const MODEL_SIZES = ['tiny', 'small', 'medium', 'large', 'huge'] as const;
export type ModelSize = (typeof MODEL_SIZES)[number];

const SIZE_SHAPES: Record<ModelSize, { width: number; layers: number; heads: number }> = {
  tiny: { width: 32, layers: 1, heads: 2 },
  small: { width: 48, layers: 2, heads: 3 },
  medium: { width: 64, layers: 2, heads: 4 },
  large: { width: 96, layers: 3, heads: 6 },
  huge: { width: 128, layers: 4, heads: 8 },
};

/** Kinds of networks: one looks back at every word itself, the other passes a memory on from word to word. */
export const ARCHITECTURES = ['transformer', 'recurrent'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/**
 * Recurrent models of the ladder: a token costs about as much compute as with the transformer of that size. One wide layer, since
 * layers upon layers learned less (lm/LOG.md).
 */
const RECURRENT_SHAPES: Record<ModelSize, Pick<GruConfig, 'width' | 'layers'>> = {
  tiny: { width: 40, layers: 1 },
  small: { width: 80, layers: 1 },
  medium: { width: 108, layers: 1 },
  large: { width: 204, layers: 1 },
  huge: { width: 328, layers: 1 },
};

export const CONTEXT_LENGTHS = [32, 64] as const;
type ContextLength = (typeof CONTEXT_LENGTHS)[number];

/** How high the learning rate goes: as the engine was tuned, or twice that. */
export const LEARNING_RATES = ['normal', 'bold'] as const;
export type LearningRate = (typeof LEARNING_RATES)[number];
export const BOLD_FACTOR = 2;

/** What a team may multiply its planned learning rate by while it trains. */
export const RATE_FACTORS = [0.5, 1, 2] as const;
export type RateFactor = (typeof RATE_FACTORS)[number];

/** What the peak of the learning rate is multiplied by. */
export function peakFactor({ learningRate }: { learningRate?: LearningRate }): number {
  return learningRate === 'bold' ? BOLD_FACTOR : 1;
}

/** What a sum takes of a device's time, beside the transformer's: a memory is passed on step by step, in small products (LOG.md). */
export const TIME_PER_FLOP: Readonly<Record<ModelConfig['architecture'], number>> = {
  transformer: 1,
  gru: 1.25,
};

/** What a plan says of a model's shape; a transformer unless told. */
export interface ModelPlan {
  size: ModelSize;
  contextLength: ContextLength;
  architecture?: Architecture;
}

export function modelConfig(
  { size, contextLength, architecture = 'transformer' }: ModelPlan,
  vocabSize: number,
): ModelConfig {
  return architecture === 'recurrent'
    ? { architecture: 'gru', vocabSize, contextLength, ...RECURRENT_SHAPES[size] }
    : { architecture, vocabSize, contextLength, ...SIZE_SHAPES[size] };
}

/** The model of every device's benchmark: its speed in FLOP/s sets the room's budget. */
export const BENCHMARK_CONFIG: TransformerConfig = {
  architecture: 'transformer',
  vocabSize: 512,
  contextLength: 64,
  ...SIZE_SHAPES.small,
};

/** Share of the pretrain clock that the slowest team's device should be busy; the rest is network, referee and noise. */
const BUSY_SHARE = 0.55;
/** Bounds in FLOPs: below the first the default model does not beat counting words, above the second nobody waits gladly. */
const BUDGET_RANGE: readonly [number, number] = [0.6e12, 20e12];

/**
 * The compute budget for all teams, from the slowest team's best device.
 * `tokensPerSecond` was measured with BENCHMARK_CONFIG; `pretrainSeconds` is the stage's clock.
 */
export function computeBudget(tokensPerSecond: number, pretrainSeconds: number): number {
  const flops = tokensPerSecond * flopsPerToken(BENCHMARK_CONFIG) * pretrainSeconds * BUSY_SHARE;
  return Math.min(BUDGET_RANGE[1], Math.max(BUDGET_RANGE[0], flops));
}
