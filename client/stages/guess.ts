/** Who guessed the next word: the person by a pick, the model by its own probabilities. */

import type { Quiz } from './quiz.ts';

export interface GuessScore {
  asked: number;
  you: number;
  model: number;
}

export interface Guess {
  /** The word that the model finds likeliest of those on offer. */
  model: string;
  /** How much of its trust in these words it puts on that one, 0 to 1. */
  trust: number;
  youAreRight: boolean;
  modelIsRight: boolean;
}

/** `chances` are the model's probabilities of the quiz's choices, in their order; of equals it takes the first. */
export function scoreGuess({ choices, answer }: Quiz, picked: string, chances: readonly number[]): Guess {
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const most = Math.max(...chances);
  const model = choices[chances.indexOf(most)] ?? choices[0];
  return {
    model,
    trust: all > 0 ? most / all : 1 / choices.length,
    youAreRight: picked === answer,
    modelIsRight: model === answer,
  };
}
