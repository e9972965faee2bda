/** All stages there are, by name: the one place that lists their folders. */

import type { Stage } from '../../lifecycle.ts';
import type { StageRules } from '../stage.ts';
import { alignRules } from './align/rules.ts';
import { arenaRules } from './arena/rules.ts';
import { dataRules } from './data/rules.ts';
import { debriefRules } from './debrief/rules.ts';
import { deployRules } from './deploy/rules.ts';
import { fineTuneRules } from './fine-tune/rules.ts';
import { exhibitionRules } from './exhibition/rules.ts';
import { galleryRules } from './gallery/rules.ts';
import { lobbyRules } from './lobby/rules.ts';
import { paintRules } from './paint/rules.ts';
import { picturesRules } from './pictures/rules.ts';
import { pretrainRules } from './pretrain/rules.ts';
import { scaleRules } from './scale/rules.ts';
import { testRules } from './test/rules.ts';

export const STAGE_RULES = {
  lobby: lobbyRules,
  data: dataRules,
  scale: scaleRules,
  pretrain: pretrainRules,
  'fine-tune': fineTuneRules,
  align: alignRules,
  test: testRules,
  deploy: deployRules,
  arena: arenaRules,
  debrief: debriefRules,
  pictures: picturesRules,
  paint: paintRules,
  gallery: galleryRules,
  exhibition: exhibitionRules,
} satisfies Record<Stage, StageRules>;

export function rulesOf(stage: Stage): StageRules {
  return STAGE_RULES[stage];
}

export const allRules: readonly StageRules[] = Object.values(STAGE_RULES);

/** Their names, in their order. */
export const STAGES = Object.keys(STAGE_RULES) as readonly Stage[];
