/** The referee's task of the arena: the same questions to all labs' models and to the House. */

import { HOUSE_ID, type ArenaCard } from '../../../shared/game/stages/arena/state.ts';
import type { Contestant } from '../../../shared/game/stages/arena/votes.ts';
import type { ModelConfig } from '../../../shared/lm/config.ts';
import { hashSeed } from '../../../shared/random.ts';
import type { TokenizerFile } from '../../../shared/tokenizer/bpe.ts';
import { arenaCard, drawArenaQuestions, houseAnswers, labAnswers } from '../arena.ts';
import { tokenizerOf, withModel } from '../model.ts';
import type { MatchKey } from '../tasks.ts';
import { textsOf } from '../texts.ts';

/** Asks the models that the labs ended with, and the House, the same questions. */
export interface ArenaTask extends MatchKey {
  models: {
    teamId: string;
    config: ModelConfig;
    tokenizer: TokenizerFile;
    weights: Float32Array;
    /** A model that was never tuned is asked in plain text. */
    manner: 'chat' | 'plain';
  }[];
}

interface ArenaAnswers {
  questions: Pick<ArenaCard, 'trait' | 'question' | 'evidence'>[];
  contestants: Contestant[];
}

export const arenaTasks = {
  async arena(task: ArenaTask): Promise<ArenaAnswers> {
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
  },
};
