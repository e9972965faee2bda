/** What a painting lab decided, each plan in one line. */

import type { GalleryPlan } from '../../shared/game/images/gallery.ts';
import type { PicturesPlan } from '../../shared/game/images/market.ts';
import type { PaintPlan } from '../../shared/game/images/painter.ts';
import { t } from '../i18n/t.ts';

export function picturesPlanWords({ sources, cleaning }: PicturesPlan): string {
  const thrown = cleaning.map((each) => t(`clean.${each}`)).join(', ');
  return t('pictures.plan', {
    sources: sources.map((source) => t(`source.${source}`)).join(', '),
    cleaning: thrown || t('pictures.nothing'),
  });
}

export function paintPlanWords({ size }: PaintPlan): string {
  return t('paint.plan', { size: t(`paint.${size}`) });
}

export function galleryPlanWords({ guidance, steps }: GalleryPlan): string {
  return t('gallery.plan', { guidance, steps });
}
