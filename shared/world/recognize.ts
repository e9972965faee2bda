/** The recognizer of a world: is a sentence one that its texts could hold, and is what it says true? */

import { compileRules, readings, type SentenceRules } from './grammar.ts';
import { entryRules, storyRules } from './rules-prose.ts';
import { dialogueRules, exerciseRules, postRules } from './rules-speech.ts';
import {
  advertRules,
  hazardRules,
  languageRules,
  letterRules,
  newsRules,
  rhymeRules,
  rumourRules,
} from './rules-press.ts';
import type { Slots } from './template.ts';
import type { World } from './types.ts';

export interface Recognition {
  /** The sentence fits a template of some kind of text, with names and words of this world that agree with each other. */
  wellFormed: boolean;
  /** The kind of text and the template; null when nothing fits. */
  kind: string | null;
  template: string | null;
  /** Whether what it says of people, places, dishes and news holds; null when it says nothing that the world decides. */
  truth: boolean | null;
}

const UNKNOWN: Recognition = { wellFormed: false, kind: null, template: null, truth: null };

type Compiled = SentenceRules & { root: ReturnType<typeof compileRules> };

/** Web pages are made of sentences of stories and entries, so they need no rules of their own. */
function rulesOf(world: World): SentenceRules[] {
  return [
    storyRules(world),
    entryRules(world),
    ...dialogueRules(world),
    ...postRules(world),
    exerciseRules(),
    ...letterRules(world),
    advertRules(world),
    ...rumourRules(world),
    ...newsRules(world),
    ...hazardRules(world),
    rhymeRules(world),
    languageRules(world),
  ];
}

const compiledOfWorld = new WeakMap<World, readonly Compiled[]>();

function compiledFor(world: World): readonly Compiled[] {
  let compiled = compiledOfWorld.get(world);
  if (compiled === undefined) {
    compiled = rulesOf(world).map((rules) => ({ ...rules, root: compileRules(rules) }));
    compiledOfWorld.set(world, compiled);
  }
  return compiled;
}

/** False as soon as one claim is, true when some hold and none fails. */
function truthOf({ claims }: SentenceRules, slots: Slots): boolean | null {
  const verdicts = claims.map((claim) => claim(slots)).filter((verdict) => verdict !== null);
  return verdicts.length === 0 ? null : verdicts.every(Boolean);
}

/** True before unsure before false: a sentence with two meanings gets the benefit of the doubt. */
const RANKS = [true, null, false];

/**
 * Reads one sentence (see `sentencesOf`; an exercise is one as a whole). The rules are compiled once per world, some
 * 10 ms; a sentence takes microseconds.
 */
export function recognize(world: World, sentence: string): Recognition {
  let best = UNKNOWN;
  for (const rules of compiledFor(world)) {
    for (const { template, slots } of readings(rules.root, sentence)) {
      if (!rules.fits(slots)) continue;
      const truth = truthOf(rules, slots);
      if (best.wellFormed && RANKS.indexOf(truth) >= RANKS.indexOf(best.truth)) continue;
      best = { wellFormed: true, kind: rules.kind, template, truth };
    }
  }
  return best;
}
