/** A lab's place in the race in words: its surprise, and which kind of text it is mostly made of. */

import { guessWords } from '../i18n/guess.ts';
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

/** "1 in 5.0, mostly exercises" or "1 in 1.45, posts hardest"; null before the first measure. */
export function raceWords(run: Pick<RunView, 'curve' | 'hardest'> | null): string | null {
  const bits = newestBits(run);
  if (bits === null || !run) return null;
  const guess = guessWords(bits);
  if (!run.hardest) return guess;
  const kind = t(`kind.${run.hardest.kind}`).toLowerCase();
  return t(run.hardest.share >= MOST ? 'race.mostly' : 'race.hardest', { guess, kind });
}
