/** The referee's tasks of the stage of buying pictures. */

import type {
  PictureSet,
  PictureSource,
  PicturesPlan,
  ShownPicture,
} from '../../../shared/game/images/market.ts';
import { atelierOf, describeSet, sampleSources } from '../pictures.ts';
import type { MatchKey } from '../tasks.ts';

interface PictureSetTask extends MatchKey {
  plan: PicturesPlan;
}

export const picturesTasks = {
  async pictureSamples(key: MatchKey): Promise<Record<PictureSource, ShownPicture[]>> {
    return sampleSources(atelierOf(key));
  },

  async pictureSet({ plan, ...key }: PictureSetTask): Promise<PictureSet> {
    return describeSet(atelierOf(key), plan);
  },
};
