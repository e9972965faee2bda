/** A lab's place in the race in words: its surprise, and which kind of text it is mostly made of. */

import { t } from '../i18n/t.ts';
import { SCORED_KINDS } from '../../shared/world/document.ts';
import type { RunView } from '../../shared/game/sync/view.ts';
import { newestBits } from './curves.ts';

/** The kinds of text that the race goes over. */
export function scoredKinds(): string {
  return SCORED_KINDS.map((kind) => t(`kind.${kind}`).toLowerCase()).join(', ');
}

/** From this part of the whole on, one kind is most of it. */
const MOST = 0.5;

/** The same as a sentence of its own; empty before the first measure. */
export function hardestWords({ hardest }: Pick<RunView, 'hardest'>): string {
  if (!hardest) return '';
  const kind = t(`kind.${hardest.kind}`).toLowerCase();
  return t(hardest.share >= MOST ? 'pretrain.mostly' : 'pretrain.hardest', { kind });
}

/** "2.31, mostly exercises" or "0.54, posts hardest"; null before the first measure. */
export function raceWords(run: Pick<RunView, 'curve' | 'hardest'> | null): string | null {
  const bits = newestBits(run)?.toFixed(2);
  if (bits === undefined || !run) return null;
  if (!run.hardest) return bits;
  const kind = t(`kind.${run.hardest.kind}`).toLowerCase();
  return t(run.hardest.share >= MOST ? 'race.mostly' : 'race.hardest', { bits, kind });
}
