/** Painters of labs in the referee's thread: trained in a lab's place, and made to paint. */

import { shapeOf, type PaintPlan } from '../../shared/game/images/painter.ts';
import type { PicturesPlan } from '../../shared/game/images/market.ts';
import { initialPainter, Painter } from '../../shared/image/painter.ts';
import { paint } from '../../shared/image/sample.ts';
import { trainPainter } from '../../shared/image/train.ts';
import { createScalarHost, createWasmHost, detectSimd } from '../../shared/nn/wasm/host.ts';
import { createRandom, hashSeed } from '../../shared/random.ts';
import { PALETTE, type Picture } from '../../shared/world/pictures/palette.ts';
import { captionOf, type Scene } from '../../shared/world/pictures/scenes.ts';
import { cleanedSet, type Atelier } from './pictures.ts';
import type { MatchKey } from './tasks.ts';

/** Which painter of which lab. */
export interface PainterTask extends MatchKey {
  teamId: string;
  plan: PaintPlan;
  /** Those of before the first step where null. */
  weights: Float32Array | null;
}

/** A part of a training. */
export interface PaintPartTask extends PainterTask {
  pictures: PicturesPlan;
  /** Steps done, of this part and of all. */
  from: number;
  steps: number;
  stepsTotal: number;
}

/** Painters by match, lab and size, with what their optimizers know; `at` says after how many steps. */
const kept = new Map<string, { painter: Painter; at: number }>();

export function forgetPainters(matchId: string): void {
  for (const key of Array.from(kept.keys())) if (key.startsWith(`${matchId}/`)) kept.delete(key);
}

/** A painter with these weights. */
export async function openPainter(
  { vocabulary }: Atelier,
  { plan, weights, seeds }: Pick<PainterTask, 'plan' | 'weights' | 'seeds'>,
): Promise<Painter> {
  const config = { ...shapeOf(plan.size), words: vocabulary.length, colors: PALETTE.length };
  const painter = new Painter(config, await (detectSimd() ? createWasmHost() : createScalarHost()));
  painter.load(weights ?? initialPainter(config, seeds.weights));
  return painter;
}

/** Trains a part in the lab's place; what an optimizer knows stays in the thread, and is lost where a device has trained between. */
export async function trainPart(
  atelier: Atelier,
  task: PaintPartTask,
): Promise<{ painter: Painter; loss: number }> {
  const { matchId, teamId, from, steps, stepsTotal, seeds } = task;
  const key = `${matchId}/${teamId}/${task.plan.size}`;
  const before = kept.get(key);
  const painter = before?.at === from ? before.painter : await openPainter(atelier, task);
  const { pictures } = cleanedSet(atelier, task.pictures);
  const lessons = {
    palette: PALETTE,
    pictures: pictures.map(({ picture }) => picture),
    words: pictures.map(({ caption }) => atelier.numbersOf(caption)),
  };
  const random = createRandom(hashSeed(seeds.shards, `paint ${teamId} ${from}`));
  let [sum, count] = [0, 0];
  const training = trainPainter(painter, lessons, random, (done) =>
    done < steps ? (from + done) / stepsTotal : 1,
  );
  for (const { loss } of training) [sum, count] = [sum + loss, count + 1];
  kept.set(key, { painter, at: from + steps });
  return { painter, loss: sum / count };
}

/** Paints these scenes, or captions that say less than a scene. */
export function paintAll(
  painter: Painter,
  { numbersOf }: Atelier,
  asked: readonly (Scene | string)[],
  { steps, guidance, seed }: { steps: number; guidance: number; seed: number },
): Picture[] {
  const captions = asked.map((one) => (typeof one === 'string' ? one : captionOf(one)));
  return paint(painter, { palette: PALETTE, words: captions.map(numbersOf), steps, guidance, seed });
}
