/** The picture of stages in which labs paint: a wall with what they have bought or painted. */

import type { ShownPicture } from '../../shared/game/images/market.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { t } from '../i18n/t.ts';
import type { Picture, Viewer } from './picture.ts';

export interface HangingState {
  heading: string;
  pictures: readonly ShownPicture[];
}

/** Hangs what a stage has to show for whoever looks. */
export function hangingPicture(
  of: (match: MatchView, viewer: Viewer) => HangingState,
): Picture<HangingState> {
  return {
    of,
    describe: ({ pictures }) =>
      pictures.length === 0
        ? t('hanging.empty')
        : t('hanging.twin', {
            count: pictures.length,
            captions: pictures.map(({ caption }) => caption).join('; '),
          }),
    scene: () => import('./scene-kit/hanging.ts'),
  };
}
