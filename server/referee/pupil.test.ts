/** The small copy learns what its teacher says, and comes out the same however often it is taught. */

import { beforeAll, expect, it } from 'vitest';
import { demonstrationRows, promptTokens } from '../../shared/data/rows.ts';
import { DEFAULT_DEPLOY_PLAN, productOf } from '../../shared/game/stages/deploy/state.ts';
import type { TransformerConfig } from '../../shared/lm/config.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { runRound } from '../../shared/lm/pretrain.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { asksOf } from '../../shared/world/asks.ts';
import { generateDemonstrations } from '../../shared/world/demonstrations.ts';
import { answerAll, type Served } from './product.ts';
import { pupilConfig } from '../../shared/game/stages/deploy/lessons.ts';
import { PUPIL_LESSONS } from '../../shared/serving/models.ts';
import { judgedRows, partOf, teachPupil, writeLessons } from './pupil.ts';
import { tokenizerOf, withModel } from './model.ts';
import { answerChances } from './sureness.ts';
import type { Trained } from './tasks.ts';
import { worldAfter, type Question } from './town.ts';

const CONFIG: TransformerConfig = {
  architecture: 'transformer',
  vocabSize: 256,
  contextLength: 64,
  width: 32,
  layers: 1,
  heads: 2,
};
const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const key = { matchId: 'pupil', generation: 1, seeds };
const world = worldAfter(key, 0, 'test');
const ASKED = asksOf(world, 'facts', 'train')
  .slice(0, 30)
  .map(({ question }): Question => ({
    kind: 'fact',
    question,
    person: '',
    isNews: false,
    talk: null,
    asker: '',
  }));

let served: Served;
let rows: Rows;
beforeAll(async () => {
  const cards = generateDemonstrations(world, {
    pack: 'facts',
    style: 'short',
    count: 400,
    seed: 1,
    split: 'train',
  });
  const tokenizer = trainBpe(
    cards.map(({ question, answer }) => `${question} ${answer}`),
    CONFIG.vocabSize,
  );
  rows = demonstrationRows(cards, tokenizer, CONFIG.contextLength);
  const weights = await withModel(
    { config: CONFIG, weights: initialWeights(CONFIG, 1) },
    async (executor) => {
      await runRound({ executor, rows, learningRate: () => 3e-3, now: () => 0 });
      return executor.weights();
    },
  );
  served = { config: CONFIG, tokenizer: tokenizer.toJSON(), weights, manner: 'chat' };
});

const lessonsOf = () => writeLessons({ ...key, ...served, rows });

async function teach(count: number): Promise<{ pupil: Trained; losses: number[] }> {
  const lessons = await lessonsOf();
  let { pupil } = lessons;
  const losses = [lessons.loss];
  for (let lesson = 0; lesson < count; lesson++) {
    const part = partOf(lessons.rows, lesson);
    const taught = await teachPupil({ ...key, ...pupil, part, judged: judgedRows(lessons.rows) });
    pupil = taught.pupil;
    losses.push(taught.loss);
  }
  return { pupil, losses };
}

it('has half the width of its teacher, with heads as wide as before', () => {
  expect(pupilConfig({ ...CONFIG, width: 64, heads: 4 })).toMatchObject({ width: 32, heads: 2, layers: 1 });
  expect(pupilConfig({ ...CONFIG, width: 48, heads: 3 })).toMatchObject({ width: 24, heads: 1 });
  const shape = { vocabSize: 256, contextLength: 64, layers: 1 } as const;
  expect(pupilConfig({ architecture: 'gru', ...shape, width: 204 })).toEqual({
    architecture: 'gru',
    ...shape,
    width: 104,
  });
});

it('finds likely what its teacher answers, and is the same again for the same seeds', async () => {
  const own = await answerAll(
    served,
    productOf(DEFAULT_DEPLOY_PLAN),
    { book: world, now: world, seeds },
    ASKED,
  );
  const tokenizer = tokenizerOf(served);
  const prompts = ASKED.map(({ question }) => promptTokens(question, tokenizer));
  const answers = own.map(({ answer }) => tokenizer.encode(answer));
  const surpriseOf = (pupil: Trained): Promise<number> =>
    withModel(pupil, async (model) => {
      const chances = await answerChances(model, prompts, answers);
      return chances.reduce((sum, chance) => sum - Math.log(chance), 0) / chances.length;
    });
  const { pupil: untaught } = await lessonsOf();
  const { pupil: first } = await teach(1);
  expect(await surpriseOf(first)).toBeLessThan((await surpriseOf(untaught)) / 10);
  expect((await teach(1)).pupil.weights).toEqual(first.weights);
});

it('is less surprised by its lessons after each part, and goes on from where the one before ended', async () => {
  const { pupil, losses } = await teach(PUPIL_LESSONS);
  expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  expect(new Set(losses).size).toBe(PUPIL_LESSONS + 1);
  const { rows: all } = await lessonsOf();
  const { pupil: before } = await teach(PUPIL_LESSONS - 1);
  const part = partOf(all, PUPIL_LESSONS - 1);
  const again = await teachPupil({ ...key, ...before, part, judged: judgedRows(all) });
  expect(again.pupil.weights).toEqual(pupil.weights);
});
