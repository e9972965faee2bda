/** The wall with what the painter paints by now. */

import { t } from '../../i18n/t.ts';
import { hangingPicture } from '../hanging-picture.ts';
import { ownPaintOf } from './draft.ts';

export const paintPicture = hangingPicture((_match, { team }) => ({
  heading: t('scene.paint.heading'),
  pictures: ownPaintOf(team)?.shown ?? [],
}));
