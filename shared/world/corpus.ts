/** Writes a corpus: documents of one kind about one world, up to a number of bytes, with quality knobs. */

import { createRandom, hashSeed, type Random } from '../random.ts';
import { advertGenerator } from './adverts.ts';
import type { WorldKind, TextDocument } from './document.ts';
import { encyclopediaGenerator } from './encyclopedia.ts';
import { exerciseGenerator } from './exercises.ts';
import { hazardGenerator } from './hazards.ts';
import { DEFAULT_KNOBS, type Knobs } from './knobs.ts';
import { languageGenerator } from './language.ts';
import { letterGenerator } from './letters.ts';
import { newsGenerator } from './news.ts';
import { nearCopy, scramble } from './noise.ts';
import { postGenerator } from './posts.ts';
import { questionGenerator } from './questions.ts';
import { rhymeGenerator } from './rhymes.ts';
import { rumourGenerator } from './rumours.ts';
import { storyGenerator } from './stories.ts';
import { testSheetGenerator } from './test-sheets.ts';
import type { World } from './types.ts';
import { junkText, webGenerator } from './web.ts';

export interface CorpusOptions {
  /** The corpus ends with the document that reaches this many bytes (text is ASCII: bytes = characters). */
  bytes: number;
  seed: number;
  /** What differs from the kind's defaults. */
  knobs?: Partial<Knobs>;
}

/** Makes the endless writer of one kind of text. */
type GeneratorMaker = (world: World, random: Random, knobs: Knobs) => () => string;

const GENERATORS: Readonly<Record<WorldKind, GeneratorMaker>> = {
  stories: mistyped(storyGenerator),
  encyclopedia: encyclopediaGenerator,
  questions: questionGenerator,
  exercises: exerciseGenerator,
  web: webGenerator,
  posts: postGenerator,
  letters: letterGenerator,
  adverts: advertGenerator,
  rumours: mistyped(rumourGenerator),
  tests: mistyped(testSheetGenerator),
  news: mistyped(newsGenerator),
  rhymes: mistyped(rhymeGenerator),
  hazards: mistyped(hazardGenerator),
  language: mistyped(languageGenerator),
};

/** A writer without errors of its own: `errorRate` is then the share of words with a typo. */
function mistyped(make: (world: World, random: Random) => () => string): GeneratorMaker {
  return (world, random, knobs) => {
    const next = make(world, random);
    return () => scramble(next(), knobs.errorRate, random);
  };
}

/** Duplicates repeat one of this many pages, so that each comes back many times, as on the real web. */
const COPIED_PAGES = 60;

/** Documents of one kind. The same world, kind and options give the same corpus; another seed gives other text. */
export function generateCorpus(world: World, kind: WorldKind, options: CorpusOptions): TextDocument[] {
  const knobs: Knobs = { ...DEFAULT_KNOBS[kind], ...options.knobs };
  const random = createRandom(hashSeed(options.seed, `corpus of ${kind} in ${world.seed}`));
  const next = GENERATORS[kind](world, random.fork('text'), knobs);
  const copied: string[] = [];
  const documents: TextDocument[] = [];
  let bytes = 0;
  while (bytes < options.bytes) {
    let text: string;
    if (copied.length > 0 && random.chance(knobs.duplicateRate)) {
      const original = random.pick(copied);
      text = random.chance(0.5) ? original : nearCopy(original, random);
    } else {
      text = random.chance(knobs.junkRate) ? junkText(random) : next();
      if (copied.length < COPIED_PAGES) copied.push(text);
    }
    documents.push({ kind, text, ownRow: kind === 'exercises' });
    bytes += text.length;
  }
  return documents;
}
