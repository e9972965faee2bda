/** Lever of the deploy stage's two models: what a small copy learns from the big one, and what it saves to ask it first. */

import { countTargets } from '../../shared/data/rows.ts';
import { PUPIL_LESSONS, SURE_ALONE, type ServedModel } from '../../shared/serving/models.ts';
import { DEFAULT_DEPLOY_PLAN, productOf } from '../../shared/game/stages/deploy/state.ts';
import { matmulParameters } from '../../shared/lm/flops.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import { learningRateAt } from '../../shared/lm/schedule.ts';
import { fineTuningSchedule } from '../../shared/lm/sft.ts';
import { judgedRows, partOf, teachPupil, writeLessons } from '../../server/referee/pupil.ts';
import { pupilConfig } from '../../shared/game/stages/deploy/lessons.ts';
import type { Trained } from '../../server/referee/tasks.ts';
import { deployTasks } from '../../server/referee/tasks/deploy.ts';
import type { Lever } from './lever.ts';
import { EVIDENCE_SHARE, servedLab } from './served-lab.ts';
import { trainOn } from './study.ts';

type Lab = Awaited<ReturnType<typeof servedLab>>;

const PLAIN = productOf(DEFAULT_DEPLOY_PLAN);

/** The small copy, part by part as the server teaches it in a match. */
async function taughtBy(lab: Lab): Promise<Trained> {
  const lessons = await writeLessons({ ...lab, rows: lab.lessons });
  let { pupil } = lessons;
  for (let lesson = 0; lesson < PUPIL_LESSONS; lesson++) {
    const part = partOf(lessons.rows, lesson);
    const judged = judgedRows(lessons.rows);
    pupil = (await teachPupil({ ...lab, ...pupil, part, judged })).pupil;
  }
  return pupil;
}

/** A model of the same shape that reads all that the big one read, and learns its lessons. */
async function trainedAlone({ config, tokenizer, text, lessons, seeds }: Lab): Promise<Trained> {
  const shape = pupilConfig(config);
  const model = await trainOn(shape, text, { seed: seeds.weights });
  const schedule = fineTuningSchedule(countTargets(lessons));
  const learningRate = (tokens: number): number => learningRateAt(schedule, tokens);
  await runRound({ executor: model, rows: lessons, learningRate, now: () => 0 });
  const weights = await model.weights();
  model.dispose();
  return { config: shape, tokenizer, weights };
}

export const router: Lever = {
  name: 'router',
  question: 'What does a small copy learn from a big model, and what does it save to ask it first?',
  arms: {
    alone: "half as wide as the lab's model, trained on the same text and lessons",
    copy: "the same shape, taught by answers of the lab's model",
    own: "the lab's own model",
    router: `the copy first, and the own model where that finds its answer less than ${SURE_ALONE} likely`,
  },
  metrics: {
    right: 'share of true answers to held-out questions about facts',
    compute: 'million products of a weight and a number, for a request',
    'by the copy': 'share of the answers about facts that the copy gives alone',
  },
  claims: [
    { metric: 'right', off: 'alone', on: 'copy', expected: 'rises' },
    { metric: 'right', off: 'own', on: 'copy', expected: 'reported' },
    { metric: 'right', off: 'own', on: 'router', expected: 'kept' },
    { metric: 'compute', off: 'own', on: 'router', expected: 'falls' },
    { metric: 'compute', off: 'router', on: 'copy', expected: 'falls' },
    { metric: 'by the copy', off: 'own', on: 'router', expected: 'rises' },
  ],
  measure: async (seed) => {
    const lab = await servedLab(seed, EVIDENCE_SHARE);
    const products = { own: matmulParameters(lab.config), pupil: matmulParameters(pupilConfig(lab.config)) };
    const tryOut = async (model: ServedModel, pupil: Trained): Promise<Record<string, number>> => {
      const { tried } = await deployTasks.tryProduct({ ...lab, pupil, product: { ...PLAIN, model } });
      const { trueShare, pupilShare, work } = tried;
      const all = (['own', 'pupil'] as const).map(
        (one) => (work[one].promptTokens + work[one].answerTokens) * products[one],
      );
      const compute = all.reduce((sum, value) => sum + value, 0) / 1e6;
      return { right: trueShare, compute, 'by the copy': pupilShare ?? 0 };
    };
    const copy = await taughtBy(lab);
    return {
      alone: await tryOut('pupil', await trainedAlone(lab)),
      copy: await tryOut('pupil', copy),
      own: await tryOut('own', copy),
      router: await tryOut('router', copy),
    };
  },
};
