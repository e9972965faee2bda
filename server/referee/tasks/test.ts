/** The referee's task of the test stage: what a release can do beside the model in use, item by item. */

import { estimateChange, estimateGap, estimateScore } from '../../../shared/evals/estimate.ts';
import { EVALS, type EvalResult, type Examined } from '../../../shared/game/stages/test/state.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { measureAbilities, type Abilities, type Values } from '../abilities.ts';
import { tokenizerOf, withModel } from '../model.ts';
import type { ModelTask } from '../tasks.ts';
import { textsOf } from '../texts.ts';

/** How a model takes questions: one that was never tuned goes on from plain text. */
type Manner = 'chat' | 'plain';

interface ExamineTask extends ModelTask {
  manner: Manner;
  /** Null where there is no other model. */
  current: { weights: Float32Array; manner: Manner } | null;
  /** What the lab bought. */
  kinds: readonly CorpusKind[];
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
  async examine(task: ExamineTask): Promise<Pick<Examined, 'evals' | 'items'>> {
    const texts = textsOf(task);
    const measure = (weights: Float32Array, manner: Manner): Promise<Abilities> =>
      withModel({ config: task.config, weights }, (model) => {
        const how = { manner, kinds: task.kinds, seed: task.seeds.sampling };
        return measureAbilities(texts, { model, tokenizer: tokenizerOf(task) }, how);
      });
    const candidate = await measure(task.weights, task.manner);
    const current = task.current && (await measure(task.current.weights, task.current.manner));
    const items = itemsOf(candidate) + (current ? itemsOf(current) : 0);
    return { evals: resultsOf(candidate, current), items };
  },
};
