/** Demonstrations for fine-tuning: questions with true answers in a chosen style, as plain text. */

import { createRandom, hashSeed } from '../random.ts';
import { answerTo, type Ask, asksOf, exerciseAsk, type Split } from './asks.ts';
import type { AnswerStyle, Demonstration, DemonstrationPack } from './packs.ts';
import type { World } from './types.ts';

export interface DemonstrationOptions {
  pack: DemonstrationPack;
  style: AnswerStyle;
  count: number;
  seed: number;
  /** Held-out questions never occur in training demonstrations nor in any corpus. */
  split: Split;
  /** Which questions may be drawn; all of the pack by default, and exercises always. */
  isOpen?: (ask: Ask) => boolean;
}

/** `count` demonstrations of one pack, answers 3-15 words long and true in the world, with different questions as long as the world has any. */
export function generateDemonstrations(
  world: World,
  { pack, style, count, seed, split, isOpen = () => true }: DemonstrationOptions,
): Demonstration[] {
  const random = createRandom(hashSeed(seed, `demonstrations ${pack} ${style} ${split}`));
  const draw =
    pack === 'exercises'
      ? () => exerciseAsk(random, split)
      : dealer(asksOf(world, pack, split).filter(isOpen));
  function dealer(asks: readonly Ask[]): () => Ask {
    let deck: Ask[] = [];
    return () => {
      if (deck.length === 0) deck = random.shuffle(asks);
      return deck.pop() as Ask;
    };
  }
  return Array.from({ length: count }, () => {
    const ask = draw();
    return { pack, question: ask.question, answer: answerTo(world, ask, style, random) };
  });
}
