/** The pictures of all stages, by name: the one place of the page that lists them. */

import type { Stage } from '../../shared/lifecycle.ts';
import { alignPicture } from './align/picture.ts';
import { arenaPicture } from './arena/picture.ts';
import { dataPicture } from './data/picture.ts';
import { debriefPicture } from './debrief/picture.ts';
import { fineTunePicture } from './fine-tune/picture.ts';
import { lobbyPicture } from './lobby/picture.ts';
import type { Picture } from './picture.ts';
import { pretrainPicture } from './pretrain/picture.ts';
import { scalePicture } from './scale/picture.ts';

const PICTURES: Record<Stage, Picture<unknown>> = {
  lobby: lobbyPicture,
  data: dataPicture,
  scale: scalePicture,
  pretrain: pretrainPicture,
  'fine-tune': fineTunePicture,
  align: alignPicture,
  arena: arenaPicture,
  debrief: debriefPicture,
};

/** What a stage's picture shows is its own affair: whoever draws it only hands the state on. */
export function pictureOf(stage: Stage): Picture<unknown> {
  return PICTURES[stage];
}
