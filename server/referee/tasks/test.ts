/** The referee's tasks of the test stage: what a release can do beside the model in use, and what it says to those who attack it. */

import { estimateChange, estimateGap, estimateScore } from '../../../shared/evals/estimate.ts';
import type { ProbeOutcome } from '../../../shared/game/stages/test/probes.ts';
import { passesRule } from '../../../shared/evals/own-eval.ts';
import type { OwnScore } from '../../../shared/game/stages/test/own-evals.ts';
import {
  EVALS,
  OWN_EVAL_ANSWERS,
  type EvalResult,
  type Examined,
  type OwnEval,
  type Probe,
} from '../../../shared/game/stages/test/state.ts';
import { promptTokens } from '../../../shared/data/rows.ts';
import { END } from '../../../shared/tokenizer/special.ts';
import type { Rows } from '../../../shared/lm/rows.ts';
import { hashSeed } from '../../../shared/random.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { measureAbilities, type Abilities, type Values } from '../abilities.ts';
import { openingsOf } from '../ability-items.ts';
import { attackModel, PROBING, type Attack } from '../attack.ts';
import { complete, MAX_ANSWER_TOKENS } from '../examine.ts';
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

interface OwnEvalsTask extends ModelTask {
  manner: Manner;
  evals: readonly Pick<OwnEval, 'id' | 'prompts' | 'rule'>[];
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

  prepareHardening: (task: HardeningTask & ModelTask): Promise<Rows> =>
    withModel(task, (model) => hardeningRows(textsOf(task), task, { model, tokenizer: tokenizerOf(task) })),

  /** Lets the model answer each prompt of each test a few times, and counts what passes. */
  async ownEvals(task: OwnEvalsTask): Promise<OwnScore[]> {
    const tokenizer = tokenizerOf(task);
    const asked = task.evals.flatMap(({ prompts }) =>
      prompts.flatMap((prompt) => Array.from({ length: OWN_EVAL_ANSWERS }, () => prompt)),
    );
    const prompts = asked.map((prompt) =>
      task.manner === 'chat' ? promptTokens(prompt, tokenizer) : [END, ...tokenizer.encode(prompt)],
    );
    const seed = hashSeed(task.seeds.sampling, task.evals.map(({ id }) => id).join(' '));
    const how = { ...PROBING, maxTokens: MAX_ANSWER_TOKENS, seed };
    const answers = await withModel(task, (model) => complete({ model, tokenizer }, prompts, how));
    let next = 0;
    return task.evals.flatMap(({ id, prompts: own, rule }) => {
      const part = answers.slice(next, (next += own.length * OWN_EVAL_ANSWERS));
      const score = estimateScore(part.map((answer) => Number(passesRule(rule, answer))));
      return score ? [{ id, score }] : [];
    });
  },

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
