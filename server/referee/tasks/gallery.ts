/** The referee's task of the gallery: the same captions with each guidance. */

import { DEFAULT_GALLERY_PLAN, GUIDANCES, type TryOut } from '../../../shared/game/images/gallery.ts';
import { captionOf, type Scene } from '../../../shared/world/pictures/scenes.ts';
import { itemAt } from '../item-at.ts';
import { openPainter, paintAll, type PainterTask } from '../painter.ts';
import { atelierOf, drawScenes, shown } from '../pictures.ts';

/** Captions, and pictures of each: enough to see that they follow the caption, and whether they differ. */
const CAPTIONS = 2;
const REPEATS = 3;

export const galleryTasks = {
  async tryOut(task: PainterTask): Promise<TryOut[]> {
    const atelier = atelierOf(task);
    const painter = await openPainter(atelier, task);
    const scenes = drawScenes(atelier, 'try out', CAPTIONS).flatMap((scene) =>
      Array<Scene>(REPEATS).fill(scene),
    );
    return GUIDANCES.map((guidance) => {
      const painted = paintAll(painter, atelier, scenes, { ...DEFAULT_GALLERY_PLAN, guidance, seed: 1 });
      return {
        guidance,
        pictures: painted.map((picture, i) => shown(picture, captionOf(itemAt(scenes, i)))),
      };
    });
  },
};
