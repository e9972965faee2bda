/** The wall with what the lab bought; before that with some of what is for sale. */

import { PICTURE_SOURCES } from '../../../shared/game/images/market.ts';
import { t } from '../../i18n/t.ts';
import { hangingPicture } from '../hanging-picture.ts';
import { marketOf, picturesOf } from './draft.ts';

export const picturesPicture = hangingPicture((match, { team }) => {
  const samples = marketOf(match)?.samples;
  const forSale = samples ? PICTURE_SOURCES.flatMap((source) => samples[source].slice(0, 2)) : [];
  return { heading: t('scene.pictures.heading'), pictures: picturesOf(team)?.set?.shown ?? forSale };
});
