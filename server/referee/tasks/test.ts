/** The referee's tasks of the test stage: what a release can do beside the model in use, and what it says to those who attack it. */

import { estimateChange, estimateGap, estimateScore } from '../../../shared/evals/estimate.ts';
import type { ProbeOutcome } from '../../../shared/game/stages/test/probes.ts';
import { EVALS, type EvalResult, type Examined, type Probe } from '../../../shared/game/stages/test/state.ts';
import type { Rows } from '../../../shared/lm/rows.ts';
import { hashSeed } from '../../../shared/random.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { measureAbilities, type Abilities, type Values } from '../abilities.ts';
import { openingsOf } from '../ability-items.ts';
import { attackModel, type Attack } from '../attack.ts';
import { hardeningRows, type HardeningTask } from '../hardening.ts';
import { itemAt } from '../item-at.ts';
import { tokenizerOf, withModel } from '../model.ts';
import type { ModelTask } from '../tasks.ts';
import { textsOf } from '../texts.ts';

/** How a model takes questions: one that was never tuned goes on from plain text. */
type Manner = 'chat' | 'plain';

interface ProbeModelTask extends ModelTask {
  manner: Manner;
  probes: readonly Pick<Probe, 'id' | 'goal' | 'text'>[];
}

interface ExamineTask extends ModelTask {
  manner: Manner;
  /** Null where there is no other model. */
  current: { weights: Float32Array; manner: Manner } | null;
  /** What the lab bought. */
  kinds: readonly CorpusKind[];
  /** Attacks that worked on the lab's model. */
  attacks: readonly Attack[];
}

const together = ({ open, sealed }: Values): number[] => [...open, ...sealed];
const itemsOf = (abilities: Abilities): number =>
  EVALS.reduce((sum, name) => sum + together(abilities[name]).length, 0);

function resultsOf(candidate: Abilities, current: Abilities | null): EvalResult[] {
  return EVALS.flatMap((name): EvalResult[] => {
    const { open, sealed } = candidate[name];
    const score = estimateScore(open);
    if (!score) return [];
    return [
      {
        name,
        open: score,
        sealed: estimateScore(sealed),
        gap: sealed.length > 1 && open.length > 1 ? estimateGap(open, sealed) : null,
        change: current && estimateChange(together(current[name]), together(candidate[name])),
      },
    ];
  });
}

export const testTasks = {
  async examine(task: ExamineTask): Promise<Omit<Examined, 'candidate' | 'current'>> {
    const texts = textsOf(task);
    const measure = (weights: Float32Array, manner: Manner): Promise<Abilities> =>
      withModel({ config: task.config, weights }, (model) => {
        const how = { manner, kinds: task.kinds, attacks: task.attacks, seed: task.seeds.sampling };
        return measureAbilities(texts, { model, tokenizer: tokenizerOf(task) }, how);
      });
    const candidate = await measure(task.weights, task.manner);
    const current = task.current && (await measure(task.current.weights, task.current.manner));
    const items = itemsOf(candidate) + (current ? itemsOf(current) : 0);
    const openings = openingsOf(texts.world, task.seeds.sampling);
    return { evals: resultsOf(candidate, current), items, openings };
  },

  prepareHardening: (task: HardeningTask): Promise<Rows> =>
    Promise.resolve(hardeningRows(textsOf(task), task)),

  async probe(task: ProbeModelTask): Promise<Omit<ProbeOutcome, 'isHardened'>[]> {
    const { world } = textsOf(task);
    const tokenizer = tokenizerOf(task);
    const { manner, probes } = task;
    const seed = hashSeed(task.seeds.sampling, probes.map(({ id }) => id).join(' '));
    const found = await withModel(task, (model) =>
      attackModel(world, { model, tokenizer }, probes, { manner, seed }),
    );
    return found.map((outcome, index) => ({ ...outcome, id: itemAt(probes, index).id }));
  },
};
