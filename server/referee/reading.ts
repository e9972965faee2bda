/** What people need who talk to models: text that nobody trained on, to guess at, and things to ask. */

import type { ReadingReply } from '../../shared/game/wire/routes.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { asksOf } from '../../shared/world/asks.ts';
import { storyOpenings } from '../../shared/world/stories.ts';
import { fillFrames, OPENING_FRAMES, QUESTION_FRAMES } from './talk-frames.ts';
import { freshDocuments, type MatchTexts } from './texts.ts';

/** Kinds that people can guess at: in exercises the next letter is sure, and in the others it is noise. */
const GUESSED = ['stories', 'encyclopedia', 'questions'] as const;
/** Of each kind: some fifteen texts. */
const BYTES = 4_000;
/** Of those that lessons ask, too. */
const QUESTIONS = 60;
const OPENINGS_OF_PLOT = 4;
const OPENER_WORDS = 4;

export function writeReading(texts: MatchTexts): ReadingReply {
  const seed = hashSeed(texts.seeds.validation, 'reading');
  const random = createRandom(seed);
  const asks = (['facts', 'recipes', 'small-talk'] as const).flatMap((pack) =>
    random
      .shuffle(asksOf(texts.world, pack, 'train'))
      .slice(0, QUESTIONS / 3)
      .map(({ question }) => question),
  );
  /* Each time another beginning of each plot. */
  const openers = Array.from({ length: OPENINGS_OF_PLOT }, () =>
    storyOpenings(texts.world, random, OPENER_WORDS),
  ).flat();
  return {
    texts: random.shuffle(
      GUESSED.flatMap((kind) => freshDocuments(texts, kind, seed, BYTES).map(({ text }) => text)),
    ),
    questions: random.shuffle([...asks, ...fillFrames(texts.world, QUESTION_FRAMES, random)]),
    openers: random.shuffle([...new Set([...openers, ...fillFrames(texts.world, OPENING_FRAMES, random)])]),
    people: texts.world.people.map(({ name, pronoun, folk }) => ({ name, pronoun, folk })),
  };
}
