/** Reads what a model writes: how many of its sentences hold together, and how many of those are told only once. */

import { recognize } from '../world/recognize.ts';
import { sentencesOf } from '../world/sentences.ts';
import type { World } from '../world/types.ts';

export interface Readability {
  /** Finished sentences in all texts together. */
  sentences: number;
  /** How many of them the world's recognizer takes. */
  recognized: number;
  /** How many different ones are among those. */
  distinct: number;
  /** How many say something about the world that holds, and how many something that doesn't. */
  trueCount: number;
  falseCount: number;
}

/** Counts the sentences of texts, each with its opening words; an unfinished last sentence doesn't count. */
export function measureReadability(world: World, texts: readonly string[]): Readability {
  const sentences = texts.flatMap(sentencesOf);
  const readings = sentences.map((sentence) => recognize(world, sentence));
  const recognized = sentences.filter((_, index) => readings[index].wellFormed);
  return {
    sentences: sentences.length,
    recognized: recognized.length,
    distinct: new Set(recognized).size,
    trueCount: readings.filter(({ truth }) => truth === true).length,
    falseCount: readings.filter(({ truth }) => truth === false).length,
  };
}
