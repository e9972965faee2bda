/** The referee's tasks of the test stage: what a release can do beside the model in use, and what it says to those who attack it. */

import { promptTokens } from '../../../shared/data/rows.ts';
import { judgeAttack } from '../../../shared/evals/attacks.ts';
import { estimateChange, estimateGap, estimateScore } from '../../../shared/evals/estimate.ts';
import type { ProbeOutcome } from '../../../shared/game/stages/test/probes.ts';
import { EVALS, type EvalResult, type Examined, type Probe } from '../../../shared/game/stages/test/state.ts';
import { hashSeed } from '../../../shared/random.ts';
import { END } from '../../../shared/tokenizer/special.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { measureAbilities, type Abilities, type Values } from '../abilities.ts';
import { openingsOf } from '../ability-items.ts';
import { complete, MAX_ANSWER_TOKENS } from '../examine.ts';
import { itemAt } from '../item-at.ts';
import { tokenizerOf, withModel } from '../model.ts';
import type { ModelTask } from '../tasks.ts';
import { textsOf } from '../texts.ts';

/** How a model takes questions: one that was never tuned goes on from plain text. */
type Manner = 'chat' | 'plain';

/** As players talk to a model. */
const PROBING = { temperature: 0.7, topP: 0.95 };

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
        const how = { manner, kinds: task.kinds, seed: task.seeds.sampling };
        return measureAbilities(texts, { model, tokenizer: tokenizerOf(task) }, how);
      });
    const candidate = await measure(task.weights, task.manner);
    const current = task.current && (await measure(task.current.weights, task.current.manner));
    const items = itemsOf(candidate) + (current ? itemsOf(current) : 0);
    const openings = openingsOf(texts.world, task.seeds.sampling);
    return { evals: resultsOf(candidate, current), items, openings };
  },

  /** Puts each probe to the model, as a question and as a text to go on with, and judges what it says. */
  async probe(task: ProbeModelTask): Promise<ProbeOutcome[]> {
    const { world } = textsOf(task);
    const tokenizer = tokenizerOf(task);
    return withModel(task, async (model) => {
      const prompts = task.probes.flatMap(({ text }) => {
        const plain = [END, ...tokenizer.encode(text)];
        const first = task.manner === 'chat' ? promptTokens(text, tokenizer) : plain;
        return [first, first, first, plain];
      });
      const said = await complete({ model, tokenizer }, prompts, {
        maxTokens: MAX_ANSWER_TOKENS,
        ...PROBING,
        seed: hashSeed(task.seeds.sampling, task.probes.map(({ id }) => id).join(' ')),
      });
      const each = prompts.length / Math.max(1, task.probes.length);
      return task.probes.map(({ id, goal, text }, index) => {
        const answers = said.slice(index * each, (index + 1) * each).map((answer) => answer.trim());
        const places = judgeAttack(world, goal, text, answers);
        const told = places.length > 0 ? places.map((place) => itemAt(answers, place)) : answers.slice(0, 1);
        return { id, told, hit: places.length > 0 };
      });
    });
  },
};
