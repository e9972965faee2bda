/** The referee's tasks of painting: training a part in a lab's place, and painting a few captions. */

import type { PicturesPlan, ShownPicture } from '../../../shared/game/images/market.ts';
import type { PaintLessons } from '../../../shared/game/wire/routes.ts';
import type { Painter } from '../../../shared/image/painter.ts';
import { hexOf } from '../../../shared/world/pictures/palette.ts';
import { captionOf } from '../../../shared/world/pictures/scenes.ts';
import { itemAt } from '../item-at.ts';
import { openPainter, paintAll, trainPart, type PainterTask, type PaintPartTask } from '../painter.ts';
import { atelierOf, cleanedSet, drawScenes, shown, type Atelier } from '../pictures.ts';
import type { MatchKey } from '../tasks.ts';

/** The same captions each time. */
const CAPTIONS = 4;
const LOOK = { steps: 10, guidance: 2, seed: 1 };

function paintLook(painter: Painter, atelier: Atelier): ShownPicture[] {
  const scenes = drawScenes(atelier, 'look', CAPTIONS);
  return paintAll(painter, atelier, scenes, LOOK).map((picture, i) =>
    shown(picture, captionOf(itemAt(scenes, i))),
  );
}

export const paintTasks = {
  async paintPart(
    task: PaintPartTask,
  ): Promise<{ weights: Float32Array; loss: number; shown: ShownPicture[] }> {
    const atelier = atelierOf(task);
    const { painter, loss } = await trainPart(atelier, task);
    return { weights: painter.weights(), loss, shown: paintLook(painter, atelier) };
  },

  /** What a device learns from that trains in the lab. */
  async paintLessons({
    pictures: plan,
    ...key
  }: MatchKey & { pictures: PicturesPlan }): Promise<PaintLessons> {
    const atelier = atelierOf(key);
    const { pictures } = cleanedSet(atelier, plan);
    return {
      pictures: pictures.map(({ picture }) => hexOf(picture)),
      words: pictures.map(({ caption }) => atelier.numbersOf(caption)),
      vocabularySize: atelier.vocabulary.length,
    };
  },

  async newPainter(task: Pick<PainterTask, 'plan'> & MatchKey): Promise<Float32Array> {
    return (await openPainter(atelierOf(task), { ...task, weights: null })).weights();
  },

  async paintSamples(task: PainterTask): Promise<ShownPicture[]> {
    const atelier = atelierOf(task);
    return paintLook(await openPainter(atelier, task), atelier);
  },
};
