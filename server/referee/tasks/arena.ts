/** The referee's task of the arena: the same questions to all labs' models and to the House. */

import type { Asked, Contestant } from '../../../shared/game/stages/arena/pairing.ts';
import { HOUSE_ID } from '../../../shared/game/stages/arena/state.ts';
import type { Rows } from '../../../shared/lm/rows.ts';
import type { ModelConfig } from '../../../shared/lm/config.ts';
import { hashSeed } from '../../../shared/random.ts';
import type { TokenizerFile } from '../../../shared/tokenizer/bpe.ts';
import { arenaCards, drawArenaQuestions, holds, houseAnswers, houseReading, labAnswers } from '../arena.ts';
import { itemAt } from '../item-at.ts';
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
  questions: Asked[];
  contestants: Contestant[];
}

const seedOf = ({ seeds }: MatchKey): number => hashSeed(seeds.sampling, 'arena');

export const arenaTasks = {
  /** The House as it stood in the arena, for whoever wants to talk to it. */
  async house(key: MatchKey): Promise<{ tokenizer: TokenizerFile; rows: Rows }> {
    const { tokenizer, rows } = houseReading(textsOf(key), seedOf(key));
    return { tokenizer: tokenizer.toJSON(), rows };
  },

  async arena(task: ArenaTask): Promise<ArenaAnswers> {
    const texts = textsOf(task);
    const seed = seedOf(task);
    const questions = drawArenaQuestions(texts.world, seed);
    const cards = arenaCards(texts.world, questions);
    const contestant = (id: string, said: readonly string[]): Contestant => {
      const answers = said.map((answer) => answer.trim());
      const held = answers.map((answer, at) =>
        holds(texts.world, itemAt(cards, at).criterion, itemAt(questions, at), answer),
      );
      return { id, answers, holds: held };
    };
    const contestants = [contestant(HOUSE_ID, await houseAnswers(texts, questions, seed))];
    for (const model of task.models) {
      const answers = await withModel(model, (executor) => {
        const examinee = { model: executor, tokenizer: tokenizerOf(model) };
        return labAnswers(questions, examinee, model.manner, hashSeed(seed, model.teamId));
      });
      contestants.push(contestant(model.teamId, answers));
    }
    return { questions: cards, contestants };
  },
};
