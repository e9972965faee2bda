/** The tab where bought text is cleaned: sort pages, filter by what was learned, throw out copies, mask secrets. */

import { t } from '../../i18n/t.ts';
import { cleanedCounts, share } from '../../lab/cleaning.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { seatSignal } from '../../session/per-seat.ts';
import { Choice } from '../../ui/Choice.tsx';
import { formatBytes } from '../../i18n/quantity.ts';
import { Copies } from './Copies.tsx';
import { basketPlan } from './basket.ts';
import { Filter } from './Filter.tsx';
import { Labelling } from './Labelling.tsx';
import { Secrets } from './Secrets.tsx';

const TOOLS = ['sort', 'filter', 'copies', 'secrets'] as const;
export type CleaningTool = (typeof TOOLS)[number];

export const tool = seatSignal<CleaningTool>('sort');

/** What all tools together leave of what was bought. */
function Left() {
  const counts = Object.values(cleanedCounts.value);
  const all = counts.reduce((sum, { bytes }) => sum + bytes, 0);
  const left = counts.reduce((sum, { bytesLeft }) => sum + bytesLeft, 0);
  return (
    <p class="small cleaning-left" aria-live="polite">
      {share.value === null
        ? all > 0 && t('cleaning.left', { left: formatBytes(left), all: formatBytes(all) })
        : t('cleaning.working', { share: Math.round(share.value * 100) })}{' '}
      {Object.values(basketPlan().purchases).includes('archive') && t('auction.notCounted')}
    </p>
  );
}

export function CleaningTools({ standpoint, locked }: { standpoint: Standpoint; locked: boolean }) {
  const chosen = tool.value;
  return (
    <div class="cleaning">
      <Choice
        legend={t('cleaning.tools')}
        hideLegend
        name="cleaning-tool"
        options={TOOLS.map((value) => ({ value, label: t(`cleaning.tool.${value}`) }))}
        value={chosen}
        onChoose={(value) => (tool.value = value)}
      />
      {chosen === 'sort' && <Labelling standpoint={standpoint} locked={locked} />}
      {chosen === 'filter' && <Filter standpoint={standpoint} locked={locked} />}
      {chosen === 'copies' && <Copies locked={locked} />}
      {chosen === 'secrets' && <Secrets locked={locked} />}
      {chosen !== 'sort' && <Left />}
    </div>
  );
}
