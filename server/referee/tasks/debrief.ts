/** The referee's task of the debrief: the sealed test. */

import { changedClozes } from '../../../shared/evals/facts.ts';
import { scorePreference } from '../../../shared/evals/preference.ts';
import type { TeamResults } from '../../../shared/game/match.ts';
import { createWorld } from '../../../shared/world/world.ts';
import {
  answerQuestions,
  askFacts,
  compareAnswers,
  measureModel,
  SAMPLE_COUNT,
  takeEvals,
  tellStories,
  type Examinee,
} from '../examine.ts';
import { tokenizerOf, withModel } from '../model.ts';
import { estimateKl, measureRises, talk, type Talk } from '../preference.ts';
import { retrain, type Retrained, type RetrainTask } from '../retrain.ts';
import type { MatchKey, ModelTask, Trained } from '../tasks.ts';
import { textsOf } from '../texts.ts';
import { measureYardstick } from '../yardstick.ts';

interface FinalTask extends ModelTask {
  /** What the lab pretrained in the generation before; null in the first. */
  lastYear: Trained | null;
  tunedWeights: Float32Array | null;
  alignedWeights: Float32Array | null;
}

/** What the lab's models of two years know of the facts that have changed between them. */
async function measureChanged(
  { seeds, generation }: MatchKey,
  lastYear: Trained,
  now: Trained,
): Promise<TeamResults['changed']> {
  const [old, present] = [createWorld(seeds.world, generation - 1), createWorld(seeds.world, generation)];
  const facts = changedClozes(old, present);
  const shareOf = (trained: Trained): Promise<number> =>
    withModel(trained, (model) => askFacts(facts, { model, tokenizer: tokenizerOf(trained) }));
  return { facts: facts.length, before: await shareOf(lastYear), now: await shareOf(now) };
}

export const debriefTasks = {
  /** One run, so that other matches have their turns between two of them. */
  retrain: (task: RetrainTask): Promise<Retrained> => retrain(textsOf(task), task),

  async final(task: FinalTask): Promise<TeamResults> {
    const texts = textsOf(task);
    const { sealed, validation } = texts;
    const tokenizer = tokenizerOf(task);
    const { config, weights, tunedWeights, alignedWeights, lastYear } = task;
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
        const stories = await tellStories(validation.suite, examinee, sampling);
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
    const now = { config, tokenizer: task.tokenizer, weights: alignedWeights ?? tunedWeights ?? weights };
    const changed = lastYear && (await measureChanged(task, lastYear, now));
    return {
      ...(changed && { changed }),
      yardstick: await measureYardstick(texts, sealed),
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
  },
};
