/** Says that a model is measured on every kind of text, also on those that its lab does not read. */

import { t } from '../../i18n/t.ts';
import { normalizedShares } from '../../../shared/game/stages/data/plan.ts';
import type { TeamView } from '../../../shared/game/sync/view.ts';
import { SCORED_KINDS } from '../../../shared/world/document.ts';

/** Nothing where the lab reads all of them, or its plan is not known. */
export function Unread({ team }: { team: TeamView }) {
  const plan = team.own?.plans.data;
  if (!plan) return null;
  const read = new Set<string>(
    normalizedShares(plan).flatMap(({ kind, share }) => (share > 0 ? [kind] : [])),
  );
  const unread = SCORED_KINDS.filter((kind) => !read.has(kind));
  if (unread.length === 0) return null;
  const kinds = unread.map((kind) => t(`kind.${kind}`).toLowerCase()).join(', ');
  return <p class="small">{t('scale.unread', { kinds })}</p>;
}
