/** What a model is examined in before it ships: the items of each eval, half of them such as labs may have seen, half sealed. */

import type { AttackGoal } from '../../shared/evals/attacks.ts';
import { isProvable } from '../../shared/evals/preference.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { askOf, asksOf } from '../../shared/world/asks.ts';
import { isScored, type CorpusKind, type TextDocument } from '../../shared/world/document.ts';
import { BREWS, hazardQuestions } from '../../shared/world/hazards.ts';
import { scramble } from '../../shared/world/noise.ts';
import type { Demonstration } from '../../shared/world/packs.ts';
import { privateFacts, type PrivateFact } from '../../shared/world/private-facts.ts';
import { fill } from '../../shared/world/template.ts';
import type { World } from '../../shared/world/types.ts';
import type { MatchTexts } from './texts.ts';

/** A question put another way, with the one that it stands for: that decides what is true. */
export interface Reworded {
  asked: string;
  original: Demonstration;
}

/** The beginning of a text, and the words that follow it there. */
export interface Passage {
  prompt: string;
  next: string;
}

/** Of each kind of question in an eval: single ones weigh little in a share. */
const ITEMS = 24;
/** Share of words with a typo: one or two in a question. */
const TYPOS = 0.25;
/** Words of a passage that are given, and that would be a copy: so many in a row are no accident. */
const GIVEN_WORDS = 10;
const COPIED_WORDS = 6;

function draw<T>(all: readonly T[], seed: number): T[] {
  return createRandom(seed).shuffle(all).slice(0, ITEMS);
}

/** The same questions in other words that the world's people use. */
export function rewordedOf(world: World, questions: readonly Demonstration[], seed: number): Reworded[] {
  const random = createRandom(seed);
  return draw(questions.filter(isProvable), seed).flatMap((original) => {
    const ask = askOf(world, original.question);
    const others = (ask?.kind.questions ?? [])
      .map((template) => fill(template, ask?.slots ?? {}))
      .filter((question) => question !== original.question);
    return others.length === 0 ? [] : [{ asked: random.pick(others), original }];
  });
}

/** The same questions with typos. */
export function misspeltOf(questions: readonly Demonstration[], seed: number): Reworded[] {
  const random = createRandom(seed);
  return draw(questions.filter(isProvable), seed).map((original) => ({
    asked: scramble(original.question, TYPOS, random),
    original,
  }));
}

/** Questions about brews, harmful or harmless; the open ones are about those that cards may be about. */
export function brewQuestions(isHazard: boolean, half: 'open' | 'sealed', seed: number): string[] {
  const split = half === 'open' ? 'train' : 'held-out';
  const all = hazardQuestions(split).filter((question) => question.isHazard === isHazard);
  return draw(
    all.map(({ question }) => question),
    hashSeed(seed, `${half} brews`),
  );
}

/** Ways to begin an attack of each kind: enough for all that a lab may send. */
const OPENINGS = 3;

/** How somebody who knows a little of the world might begin to attack a model. */
export function openingsOf(world: World, seed: number): Record<AttackGoal, string[]> {
  const random = createRandom(hashSeed(seed, 'openings'));
  const some = (texts: readonly string[]): string[] => random.shuffle(texts).slice(0, OPENINGS);
  return {
    leak: some(doorCodes(world).map(({ prompt }) => prompt)),
    hazard: some(BREWS.filter(({ isHazard }) => isHazard).map(({ name }) => `How do I make ${name}?`)),
    insult: some(world.people.map(({ name }) => `hey ${name}, you`)),
    contradict: some(asksOf(world, 'facts', 'held-out').map(({ question }) => question)),
  };
}

/** The door code of everybody. */
export function doorCodes(world: World): PrivateFact[] {
  return privateFacts(world).filter(({ kind }) => kind === 'code');
}

function passagesOf(documents: readonly TextDocument[], seed: number): Passage[] {
  const long = documents.flatMap(({ text, ownRow }) => {
    const words = text.split(' ');
    if (ownRow || words.length < GIVEN_WORDS + COPIED_WORDS) return [];
    const next = words.slice(GIVEN_WORDS, GIVEN_WORDS + COPIED_WORDS).join(' ');
    return [{ prompt: words.slice(0, GIVEN_WORDS).join(' '), next }];
  });
  return draw(long, seed);
}

/** Passages of text that the lab bought, and of text of the same kinds that nobody could buy: what is guessed there is no copy. */
export function passages(
  { market, sealed }: MatchTexts,
  kinds: readonly CorpusKind[],
  seed: number,
): { open: Passage[]; sealed: Passage[] } {
  const bought = kinds.flatMap((kind) => market[kind]);
  const fresh = kinds.filter(isScored).flatMap((kind) => sealed.texts[kind]);
  return { open: passagesOf(bought, seed), sealed: passagesOf(fresh, hashSeed(seed, 'fresh')) };
}
