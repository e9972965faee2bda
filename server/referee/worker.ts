/** The referee's tasks by name: one runs at a time, off the room's core, and each match's texts are kept between tasks. In Node and in a page's worker. */

import type { ModelConfig } from '../../shared/lm/config.ts';
import type { Executor } from '../../shared/lm/executor.ts';
import { scorePreference } from '../../shared/evals/preference.ts';
import { scoreForm } from '../../shared/evals/suite.ts';
import { createWasmExecutor } from '../../shared/lm/executors/wasm.ts';
import { hashSeed } from '../../shared/random.ts';
import { HOUSE_ID } from '../../shared/game/stages/arena/state.ts';
import { tokenizerFromJSON, type Tokenizer } from '../../shared/tokenizer/bpe.ts';
import { arenaCard, drawArenaQuestions, houseAnswers, labAnswers } from './arena.ts';
import { measureCompressed } from './compress.ts';
import {
  answerQuestions,
  compareAnswers,
  measureModel,
  measureText,
  SAMPLE_COUNT,
  takeEvals,
  writeSamples,
  type Examinee,
} from './examine.ts';
import { forgetLent, trainShard } from './lend.ts';
import { describeMarket } from './market.ts';
import { alignRows, samplePairs as drawPairs } from './pairs.ts';
import { estimateKl, measurePreference, measureRises, showAnswers, talk, type Talk } from './preference.ts';
import { describeText, forgetShelves } from './shelf.ts';
import { layProbeRows, lessonRows, prepareModel, prepareTuningRows } from './prepare.ts';
import type { ArenaAnswers, ModelTask, RefereeTasks } from './tasks.ts';
import { forgetTexts, textsOf } from './texts.ts';

type Task<Name extends keyof RefereeTasks> = (
  input: RefereeTasks[Name]['input'],
) => Promise<RefereeTasks[Name]['output']>;

async function withModel<T>(
  { config, weights }: { config: ModelConfig; weights: Float32Array },
  use: (executor: Executor) => Promise<T>,
): Promise<T> {
  const executor = await createWasmExecutor(config);
  try {
    await executor.load(weights);
    return await use(executor);
  } finally {
    executor.dispose();
  }
}

const tokenizers = new Map<string, Tokenizer>();
const MAX_TOKENIZERS = 100;

/** Tokenizers remember the words that they met, so they are kept between tasks. */
function tokenizerOf({ tokenizer: file }: Pick<ModelTask, 'tokenizer'>): Tokenizer {
  const key = JSON.stringify(file);
  let tokenizer = tokenizers.get(key);
  if (!tokenizer) {
    if (tokenizers.size >= MAX_TOKENIZERS) tokenizers.clear();
    tokenizer = tokenizerFromJSON(file);
    tokenizers.set(key, tokenizer);
  }
  return tokenizer;
}

export const market: Task<'market'> = async (key) => describeMarket(textsOf(key));

export const prepare: Task<'prepare'> = (task) => prepareModel(textsOf(task), task);

export const text: Task<'text'> = async (task) => describeText(textsOf(task), task);

export const layProbe: Task<'layProbe'> = async (task) => layProbeRows(textsOf(task), task);

export const measure: Task<'measure'> = (task) =>
  withModel(task, (executor) =>
    measureModel(textsOf(task).validation, { model: executor, tokenizer: tokenizerOf(task) }),
  );

export const prepareTuning: Task<'prepareTuning'> = async (task) => prepareTuningRows(textsOf(task), task);

export const score: Task<'score'> = (task) =>
  withModel(task, async (executor) => {
    const { validation } = textsOf(task);
    const examinee = { model: executor, tokenizer: tokenizerOf(task) };
    const surprise = await measureModel(validation, examinee);
    const ownHeldOut = task.heldOut.length > 0 ? await measureText(task.heldOut, examinee) : null;
    const samples = await writeSamples(validation.suite, examinee, task.seeds.sampling);
    return { ...surprise, ownHeldOut, samples };
  });

export const scoreTuning: Task<'scoreTuning'> = async (task) => {
  const { validation } = textsOf(task);
  const { suite } = validation;
  const tokenizer = tokenizerOf(task);
  const base = await withModel({ config: task.config, weights: task.baseWeights }, (executor) =>
    answerQuestions(suite.questions, { model: executor, tokenizer }, 'plain'),
  );
  return withModel(task, async (executor) => {
    const examinee = { model: executor, tokenizer };
    const tuned = await answerQuestions(suite.questions, examinee, 'chat');
    const surprise = await measureModel(validation, examinee);
    return {
      ...surprise,
      samples: await writeSamples(suite, examinee, task.seeds.sampling),
      inFormShare: scoreForm(suite, tuned).score,
      baseInFormShare: scoreForm(suite, base).score,
      answers: compareAnswers(suite, base, tuned),
    };
  });
};

export const samplePairs: Task<'samplePairs'> = (task) =>
  withModel(task, async (executor) => {
    const { world, validation } = textsOf(task);
    const examinee = { model: executor, tokenizer: tokenizerOf(task) };
    const seed = hashSeed(task.seeds.sampling, `pairs of ${task.teamId}`);
    return {
      pairs: await drawPairs(world, examinee, task.count, seed),
      before: await measurePreference(validation.suite, examinee, task.seeds.sampling),
    };
  });

export const prepareAlign: Task<'prepareAlign'> = async (task) =>
  alignRows(task, lessonRows(textsOf(task), task));

export const scoreAlign: Task<'scoreAlign'> = async (task) => {
  const { validation } = textsOf(task);
  const { suite } = validation;
  const tokenizer = tokenizerOf(task);
  const withBase = <T>(use: (executor: Executor) => Promise<T>): Promise<T> =>
    withModel({ config: task.config, weights: task.baseWeights }, use);
  const before = await withBase((executor) =>
    answerQuestions(suite.questions, { model: executor, tokenizer }, 'chat'),
  );
  return withModel(task, async (executor) => {
    const examinee = { model: executor, tokenizer };
    const after = await answerQuestions(suite.questions, examinee, 'chat');
    const surprise = await measureModel(validation, examinee);
    const { sampling } = task.seeds;
    return {
      ...surprise,
      samples: await writeSamples(suite, examinee, sampling),
      outcome: {
        after: await measurePreference(suite, examinee, sampling),
        klNats: await estimateKl(suite, examinee, withBase, sampling),
        answers: showAnswers(suite, before, after),
      },
    };
  });
};

export const compress: Task<'compress'> = (task) =>
  withModel(task, (executor) =>
    measureCompressed(textsOf(task).sealed, { executor, tokenizer: tokenizerOf(task) }),
  );

export const arena: Task<'arena'> = async (task) => {
  const texts = textsOf(task);
  const seed = hashSeed(task.seeds.sampling, 'arena');
  const questions = drawArenaQuestions(texts.world, seed);
  const contestants: ArenaAnswers['contestants'] = [
    { id: HOUSE_ID, answers: await houseAnswers(texts, questions, seed) },
  ];
  for (const model of task.models) {
    const answers = await withModel(model, (executor) => {
      const examinee = { model: executor, tokenizer: tokenizerOf(model) };
      return labAnswers(questions, examinee, model.manner, hashSeed(seed, model.teamId));
    });
    contestants.push({ id: model.teamId, answers });
  }
  return {
    questions: questions.map((question) => arenaCard(texts.world, question)),
    contestants: contestants.map(({ id, answers }) => ({
      id,
      answers: answers.map((answer) => answer.trim()),
    })),
  };
};

export const final: Task<'final'> = async (task) => {
  const texts = textsOf(task);
  const { sealed, validation } = texts;
  const tokenizer = tokenizerOf(task);
  const { config, weights, tunedWeights, alignedWeights } = task;
  const { sampling } = task.seeds;
  /** Shares are told of the sealed questions; for what changed, those of the live curve are asked too, for more certainty. */
  const talkTwice = async (examinee: Examinee): Promise<{ sealed: Talk; all: Talk }> => {
    const [first, second] = [
      await talk(sealed.suite, examinee, sampling),
      await talk(validation.suite, examinee, sampling),
    ];
    return {
      sealed: first,
      all: {
        asked: [...first.asked, ...second.asked],
        answers: [...first.answers, ...second.answers],
      },
    };
  };
  const examine = (examined: Float32Array, manner: 'chat' | 'plain') =>
    withModel({ config, weights: examined }, async (executor) => {
      const examinee: Examinee = { model: executor, tokenizer };
      const answers = await answerQuestions(sealed.suite.questions, examinee, manner);
      const surprise = await measureModel(sealed, examinee);
      const openerCount = validation.suite.storyOpeners.length;
      const stories = await writeSamples(validation.suite, examinee, sampling, openerCount);
      const evals = await takeEvals(sealed.suite, examinee, answers, stories);
      const samples = stories.slice(0, SAMPLE_COUNT);
      const talks = manner === 'chat' ? await talkTwice(examinee) : null;
      return { answers, samples, talks, scores: { ...surprise, evals } };
    });
  const base = await examine(weights, 'plain');
  const tuned = tunedWeights && (await examine(tunedWeights, 'chat'));
  const aligned = alignedWeights && (await examine(alignedWeights, 'chat'));
  const scoresOf = (talks: { sealed: Talk } | null | undefined) =>
    talks ? scorePreference(texts.world, talks.sealed.asked, talks.sealed.answers) : null;
  const last = aligned ?? tuned;
  const klNats =
    alignedWeights &&
    (await withModel({ config, weights: alignedWeights }, (executor) =>
      estimateKl(
        sealed.suite,
        { model: executor, tokenizer },
        (use) => withModel({ config, weights: tunedWeights ?? weights }, use),
        sampling,
      ),
    ));
  return {
    pretrained: base.scores,
    tuned: tuned?.scores ?? null,
    aligned: aligned?.scores ?? null,
    preference: {
      tuned: scoresOf(tuned?.talks),
      aligned: scoresOf(aligned?.talks),
      klNats,
      rise:
        tuned?.talks && aligned?.talks
          ? measureRises(texts.world, tuned.talks.all, aligned.talks.all, sampling)
          : null,
    },
    answers: compareAnswers(sealed.suite, base.answers, last?.answers ?? base.answers.map(() => '')),
    samples: {
      untrained: [],
      pretrained: base.samples,
      tuned: tuned?.samples ?? [],
      aligned: aligned?.samples ?? [],
    },
  };
};

export const lend: Task<'lend'> = trainShard;

export const forget: Task<'forget'> = async ({ matchId }) => {
  forgetTexts(matchId);
  forgetLent(matchId);
  forgetShelves(matchId);
};
