/** The wall with the lab's first tries. */

import { t } from '../../i18n/t.ts';
import { hangingPicture } from '../hanging-picture.ts';
import { exhibitionOf } from './shown.ts';

export const exhibitionPicture = hangingPicture((_match, { team }) => ({
  heading: t('scene.exhibition.heading'),
  pictures: exhibitionOf(team)?.exhibit.pictures ?? [],
}));
