/** The ladder of model sizes: what one compute budget buys at each. */

import { flopsPerToken } from '../../../shared/lm/flops.ts';
import type { Player, TeamText } from '../../../shared/game/match.ts';
import { DEFAULT_DATA_PLAN } from '../../../shared/game/stages/data/plan.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { DEFAULT_SCALE_PLAN, tokensForPlan, type ScalePlan } from '../../../shared/game/stages/scale/plan.ts';
import {
  MODEL_SIZES,
  modelConfig,
  BENCHMARK_CONFIG,
  TIME_PER_FLOP,
  type ModelPlan,
  type ModelSize,
} from '../../../shared/game/training/model.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { plannedParameters } from '../plan-words.ts';

/** How many times as surprised by held-out text recurrent models were as transformers at equal compute (lever `architecture`). */
export const RECURRENT_SURPRISE = 1.16;

/** The player's own choice until it is proposed. */
export const scaleDraft = seatSignal<ScalePlan>(DEFAULT_SCALE_PLAN);

export interface SizeOption {
  size: ModelSize;
  parameters: number;
  /** Tokens the budget pays for. */
  tokens: number;
  /** Predicted training time on the team's fastest device, transfers not counted; null while unknown. */
  seconds: number | null;
}

/** The vocabulary of the model that the plan makes: who goes on from last year's model keeps its words. */
export function vocabSizeOf({ own }: TeamView, { start }: ScalePlan): number {
  const vocabSize = own?.plans.data?.vocabSize ?? DEFAULT_DATA_PLAN.vocabSize;
  return start === 'checkpoint' ? (own?.ancestor?.vocabSize ?? vocabSize) : vocabSize;
}

/** The fastest device of a team in tokens/s of the benchmark's model; null when none can train or none was measured. */
export function bestSpeed(members: readonly Player[]): number | null {
  const speeds = members
    .filter((member) => member.connected)
    .map((member) => member.device?.tokensPerSecond ?? 0)
    .filter((speed) => speed > 0);
  return speeds.length > 0 ? Math.max(...speeds) : null;
}

/** Every size of one kind at one context length; time scales with FLOPs from the benchmark's speed. */
export function sizeOptions(
  vocabSize: number,
  shape: Pick<ModelPlan, 'contextLength' | 'architecture'>,
  budgetFlops: number,
  benchmarkTokensPerSecond: number | null,
): SizeOption[] {
  return MODEL_SIZES.map((size) => {
    const plan = { ...shape, size };
    const config = modelConfig(plan, vocabSize);
    const tokens = tokensForPlan(plan, vocabSize, budgetFlops);
    const flopsPerSecond = (benchmarkTokensPerSecond ?? 0) * flopsPerToken(BENCHMARK_CONFIG);
    const work = tokens * flopsPerToken(config) * TIME_PER_FLOP[config.architecture];
    const seconds = flopsPerSecond > 0 ? work / flopsPerSecond : null;
    return { size, parameters: plannedParameters(plan, vocabSize), tokens, seconds };
  });
}

/** How often the bought data would be read with this many tokens; null before the text is cut into tokens. */
export function meanEpochs(text: TeamText | null, tokens: number): number | null {
  if (!text) return null;
  const owned = text.datasets.reduce((sum, dataset) => sum + dataset.tokens, 0);
  return owned > 0 ? tokens / owned : null;
}
