/** What comes when the stage ends, in words: by its clock, by all being ready, or by the host who skips. */

import { t } from '../i18n/t.ts';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { entryOf, stagesOf } from './registry.ts';

/** The next part of the stage where it stays for one, else the next stage; with its year where that is another. */
export function nextWords(match: MatchView): string {
  const part = entryOf(match.stage).nextPart?.(match);
  if (part) return part;
  const stages = stagesOf(match);
  const next = stages[stages.indexOf(match.stage) + 1];
  if (next) return t(`stage.${next}`);
  /* Everything but the lobby comes again. */
  return t('stage.nextYear', { year: match.generation + 1, stage: t(`stage.${stages[1]}`) });
}
