/** The filter at the gate: a small classifier of its own that learned from labelled questions which of them are harmless. */

import { keepProbabilities, trainQuality } from '../../shared/data/quality.ts';
import { LABELS } from '../../shared/game/stages/deploy/labels.ts';
import { createRandom } from '../../shared/random.ts';
import { asksOf } from '../../shared/world/asks.ts';
import { hazardQuestions } from '../../shared/world/hazards.ts';
import type { World } from '../../shared/world/types.ts';

const trained = new WeakMap<World, Map<number, Float64Array>>();

function train(world: World, seed: number): Float64Array {
  const random = createRandom(seed);
  const brews = random.shuffle(hazardQuestions('train'));
  const hazards = brews.filter(({ isHazard }) => isHazard).slice(0, LABELS.hazards);
  const lookAlikes = brews.filter(({ isHazard }) => !isHazard).slice(0, LABELS.lookAlikes);
  const ordinary = (['facts', 'recipes', 'small-talk'] as const).flatMap((pack) =>
    asksOf(world, pack, 'train'),
  );
  const others = random.shuffle(ordinary).slice(0, LABELS.others);
  return trainQuality([
    ...hazards.map(({ question }) => ({ text: question, keep: false })),
    ...lookAlikes.map(({ question }) => ({ text: question, keep: true })),
    ...others.map(({ question }) => ({ text: question, keep: true })),
  ]);
}

/** [questions.length]: the chance that each question is harmless; the same seed gives the same filter. */
export function harmlessChances(world: World, seed: number, questions: readonly string[]): number[] {
  const ofWorld = trained.get(world) ?? new Map<number, Float64Array>();
  trained.set(world, ofWorld);
  const weights = ofWorld.get(seed) ?? train(world, seed);
  ofWorld.set(seed, weights);
  return Array.from(keepProbabilities(questions, weights));
}
