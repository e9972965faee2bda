/** All stages that the page knows, by name and in their order: the one place that lists their folders. */

import type { Stage } from '../../shared/lifecycle.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { alignEntry } from './align/entry.ts';
import { arenaEntry } from './arena/entry.ts';
import { dataEntry } from './data/entry.ts';
import { debriefEntry } from './debrief/entry.ts';
import type { StageEntry } from './entry.ts';
import { deployEntry } from './deploy/entry.ts';
import { exhibitionEntry } from './exhibition/entry.ts';
import { fineTuneEntry } from './fine-tune/entry.ts';
import { galleryEntry } from './gallery/entry.ts';
import { lobbyEntry } from './lobby/entry.ts';
import { paintEntry } from './paint/entry.ts';
import { picturesEntry } from './pictures/entry.ts';
import { pretrainEntry } from './pretrain/entry.ts';
import { scaleEntry } from './scale/entry.ts';
import { testEntry } from './test/entry.ts';

const STAGE_ENTRIES: Record<Stage, StageEntry> = {
  lobby: lobbyEntry,
  data: dataEntry,
  scale: scaleEntry,
  pretrain: pretrainEntry,
  'fine-tune': fineTuneEntry,
  align: alignEntry,
  test: testEntry,
  deploy: deployEntry,
  arena: arenaEntry,
  debrief: debriefEntry,
  pictures: picturesEntry,
  paint: paintEntry,
  gallery: galleryEntry,
  exhibition: exhibitionEntry,
};

export function entryOf(stage: Stage): StageEntry {
  return STAGE_ENTRIES[stage];
}

export const STAGES = Object.keys(STAGE_ENTRIES) as readonly Stage[];

/** Those that this match goes through. */
export function stagesOf({ settings }: Pick<MatchView, 'settings'>): Stage[] {
  return STAGES.filter((stage) => !settings?.leftOut.includes(stage));
}

export const allEntries: readonly StageEntry[] = Object.values(STAGE_ENTRIES);
