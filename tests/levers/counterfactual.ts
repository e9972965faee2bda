/** The lever of the debrief's "what if": does a short retraining with one decision changed point where a whole one does? */

import { defaultChoices } from '../../shared/game/bot-choices.ts';
import { CHANGES, isOfShape, withChange, type Change } from '../../shared/game/changes.ts';
import { outcomeOf, trialsOf } from '../../shared/game/stages/debrief/verdict.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { measureModel } from '../../server/referee/examine.ts';
import { retrain, trainAgain, type RetrainTask } from '../../server/referee/retrain.ts';
import type { MatchSeeds, Trained } from '../../server/referee/tasks.ts';
import { createTexts, type MatchTexts } from '../../server/referee/texts.ts';
import type { Lever, Measures } from './lever.ts';

/** The least compute that a match gives a lab. */
const BUDGET_FLOPS = 0.6e12;
/** Decisions of a seed's lab that are tried, drawn by its dice from all that it could ask about. */
const DECISIONS = 4;
const LABS = 3;
/** Chances that no trial of the debrief has. */
const FRESH_LUCK = 101;

const SEED_NAMES = ['world', 'market', 'validation', 'sealed', 'weights', 'shards', 'sampling'] as const;

function seedsOf(seed: number): MatchSeeds {
  const seeds = Object.fromEntries(SEED_NAMES.map((name) => [name, hashSeed(seed, name)]));
  return seeds as Record<(typeof SEED_NAMES)[number], number>;
}

type Task = Omit<RetrainTask, 'share' | 'luck'>;

async function bitsOf(texts: MatchTexts, task: RetrainTask): Promise<number> {
  return (await retrain(texts, task))?.bitsPerByte ?? Infinity;
}

/** Trains the lab's model as it decided, whole: how surprised it is, and what fine-tuning begins with. */
async function wholeModel(
  texts: MatchTexts,
  task: Task,
): Promise<{ bits: number; base: Trained & { rows: Rows } }> {
  const whole = { ...task, share: 1, luck: FRESH_LUCK };
  const trained = await trainAgain(texts, whole, async ({ model, config, tokenizer, rows }) => {
    const { bitsPerByte } = await measureModel(texts.sealed, { model, tokenizer });
    const weights = await model.weights();
    return { bits: bitsPerByte, base: { config, tokenizer: tokenizer.toJSON(), weights, rows } };
  });
  if (!trained) throw new Error(`counterfactual: the model of ${task.matchId} diverged`);
  return trained;
}

export const counterfactual: Lever = {
  name: 'counterfactual',
  question: 'After a match, does a short retraining with one decision changed point where a whole one does?',
  arms: {
    'a coin': 'the direction guessed by chance',
    debrief: `three short retrainings each way, as in the debrief; only differences that are clear there count`,
    'whole training': `one whole retraining each way at ${BUDGET_FLOPS / 1e12} TFLOP, from other first weights and in another order`,
  },
  metrics: {
    right: `share of clear differences that have the sign of the whole training, of ${DECISIONS} decisions`,
    clear: 'share of the decisions of which the debrief names a difference',
  },
  claims: [
    { metric: 'right', off: 'a coin', on: 'debrief', expected: 'rises' },
    { metric: 'right', off: 'whole training', on: 'debrief', expected: 'kept' },
    { metric: 'clear', off: 'whole training', on: 'debrief', expected: 'reported' },
  ],
  measure: async (seed) => {
    const seeds = seedsOf(seed);
    const texts = createTexts(seeds);
    const { data, scale, 'fine-tune': lessons } = defaultChoices(seed % LABS);
    const plans = { data, scale, 'fine-tune': lessons };
    const key = { matchId: `counterfactual ${seed}`, generation: 1, seeds };
    const task: Task = { ...key, plans, budgetFlops: BUDGET_FLOPS, checkpoint: null, base: null };
    const offered = CHANGES.filter((change) => !isOfShape(change) && withChange(plans, change) !== null);
    const drawn = createRandom(seed).fork('decisions').shuffle(offered).slice(0, DECISIONS);
    const { bits, base } = await wholeModel(texts, task);
    const measures: Measures = {};
    const known = new Map<string, number>();
    /** What was measured for one decision stands for the others, too, as long as nothing differs. */
    const measured = async (own: RetrainTask): Promise<number> => {
      const name = JSON.stringify([own.plans, own.share, own.luck, own.base !== null]);
      const value = known.get(name) ?? (await bitsOf(texts, own));
      known.set(name, value);
      return value;
    };
    const tryOut = async (change: Change): Promise<{ isClear: boolean; isRight: boolean }> => {
      const changed = { ...task, plans: withChange(plans, change) ?? plans };
      const from = change === 'replay' ? { base } : {};
      const { share, runs } = trialsOf(change);
      const [asWas, otherwise]: [number[], number[]] = [[], []];
      for (let luck = 1; luck <= runs; luck++) {
        asWas.push(await measured({ ...task, ...from, share, luck }));
        otherwise.push(await measured({ ...changed, ...from, share, luck }));
      }
      const whole = { share: 1, luck: FRESH_LUCK };
      const before = change === 'replay' ? await measured({ ...task, ...from, ...whole }) : bits;
      const found = (await measured({ ...changed, ...from, ...whole })) - before;
      const { difference, outcome } = outcomeOf(asWas, otherwise);
      measures[change] = { debrief: difference, whole: found };
      return { isClear: outcome !== 'even', isRight: Math.sign(difference) === Math.sign(found) };
    };
    const tried = [];
    for (const change of drawn) tried.push(await tryOut(change));
    const clear = tried.filter(({ isClear }) => isClear);
    return {
      ...measures,
      'a coin': { right: 0.5, clear: 1 },
      debrief: {
        right: clear.filter(({ isRight }) => isRight).length / Math.max(1, clear.length),
        clear: clear.length / tried.length,
      },
      'whole training': { right: 1, clear: 1 },
    };
  },
};
