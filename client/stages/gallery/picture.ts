/** The wall with what the chosen guidance gives. */

import { t } from '../../i18n/t.ts';
import { hangingPicture } from '../hanging-picture.ts';
import { galleryDraft, galleryOf } from './draft.ts';

export const galleryPicture = hangingPicture((_match, { team }) => {
  const { plan, tried } = galleryOf(team) ?? {};
  const { guidance } = plan ?? galleryDraft.value;
  const row = tried?.find((each) => each.guidance === guidance);
  return { heading: t('scene.gallery.heading', { guidance }), pictures: row?.pictures ?? [] };
});
