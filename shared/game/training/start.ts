/** What a big run starts from: untrained weights, or those that the lab pretrained in the generation before. */

import type { ModelConfig } from '../../lm/config.ts';
import type { Team, TeamSlices, TrainingStage } from '../match.ts';
import { lookUp } from '../look-up.ts';
import { modelConfig, type ModelPlan } from './model.ts';

/** A model to go on from. Its shape and its vocabulary are what they are. */
export interface Ancestor extends Required<ModelPlan> {
  vocabSize: number;
  /** What it came to on the validation text of its own year, bits per byte; null where that was never measured. */
  bitsPerByte: number | null;
}

/** Who goes on from a checkpoint keeps the vocabulary that it was trained with, whatever this year's plan says. */
function vocabSizeIn(generations: readonly TeamSlices[]): number | null {
  const last = generations.at(-1);
  if (!last) return null;
  return last.scale.plan?.start === 'checkpoint'
    ? vocabSizeIn(generations.slice(0, -1))
    : (last.data.plan?.vocabSize ?? null);
}

/** The model that the team pretrained in the generation before; null where there is none. */
export function ancestorOf({ past }: Pick<Team, 'past'>): Ancestor | null {
  const before = past.at(-1);
  const plan = before?.scale.plan;
  const run = before?.pretrain.run;
  const vocabSize = vocabSizeIn(past);
  if (!plan || !run || run.roundsDone === 0 || vocabSize === null) return null;
  const { size, contextLength, architecture = 'transformer' } = plan;
  const bitsPerByte = run.curve.findLast((point) => point.bitsPerByte !== null)?.bitsPerByte ?? null;
  return { size, contextLength, architecture, vocabSize, bitsPerByte };
}

/** The shape of the team's big model; null until data and size are decided. */
export function configOf({ past, now }: Team): ModelConfig | null {
  const { plan } = now.scale;
  const vocabSize = vocabSizeIn([...past, now]);
  return plan && now.data.plan && vocabSize !== null ? modelConfig(plan, vocabSize) : null;
}

/**
 * The version that the weights have with which a run of this stage begins. Rounds and versions are counted through all
 * generations, and through stages that began again, so that what a phone brings that slept through one is never taken for part of another.
 */
export function firstVersionOf(team: Team, stage: TrainingStage): number {
  const runs = [...team.past, team.now].flatMap((slices) => {
    const { run } = slices[stage];
    return run ? [run] : [];
  });
  const spent = lookUp(team.spentRounds, stage);
  const least = spent === undefined ? 0 : spent + 1;
  return runs.reduce((most, { roundsOpened }) => Math.max(most, roundsOpened + 1), least);
}
