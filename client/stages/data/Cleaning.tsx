/** The tab where bought text is cleaned: sort pages, filter by what was learned, throw out copies, mask secrets. */

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../../shared/i18n/t.ts';
import { countLabels, LEAST_OF_EACH, settledLabels } from '../../../shared/rules/labels.ts';
import { classifier, cleanedCounts, countCleaned, learn, share } from '../../net/cleaning.ts';
import type { Standpoint } from '../../net/selectors.ts';
import { Choice } from '../../overlay/Choice.tsx';
import { formatQuantity } from '../scene-kit/quantity.ts';
import { ownedPortions, stepsFor } from './cleaning-draft.ts';
import { Copies } from './Copies.tsx';
import { dataDraft } from './draft.ts';
import { Filter } from './Filter.tsx';
import { Labelling, sortedKind } from './Labelling.tsx';
import { Secrets } from './Secrets.tsx';

const TOOLS = ['sort', 'filter', 'copies', 'secrets'] as const;
export type CleaningTool = (typeof TOOLS)[number];

export const tool = signal<CleaningTool>('sort');

/** After the last label of a burst, so that four swiping teammates don't make one train all the time. */
const LEARN_AFTER_MS = 400;

/** Trains the classifier anew when labels have come, from whomever. */
function useClassifier({ team }: Standpoint): void {
  const settled = settledLabels(team.desk?.labels ?? {});
  const { keep, toss, kinds } = countLabels(settled);
  const judgedKinds = [...new Set([...kinds, sortedKind.value])];
  const key = JSON.stringify([settled, judgedKinds]);
  useEffect(() => {
    if (Math.min(keep, toss) < LEAST_OF_EACH) return;
    const timer = setTimeout(() => void learn(settled, judgedKinds), LEARN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key]);
}

/** Counts what the whole plan leaves, when it or the classifier changes. */
function useCounts({ team }: Standpoint): void {
  const plan = dataDraft.value;
  const portions = ownedPortions(plan);
  const { kinds } = countLabels(settledLabels(team.desk?.labels ?? {}));
  const key = JSON.stringify([plan.purchases, plan.cleaning, kinds, classifier.value?.labels]);
  useEffect(() => {
    const weights = classifier.peek()?.weights ?? null;
    const timer = setTimeout(() => {
      void countCleaned(portions, (kind) => stepsFor(plan.cleaning, kinds.includes(kind) ? weights : null));
    }, LEARN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [key]);
}

/** What all tools together leave of what was bought. */
function Left() {
  const counts = Object.values(cleanedCounts.value);
  const all = counts.reduce((sum, { bytes }) => sum + bytes, 0);
  const left = counts.reduce((sum, { bytesLeft }) => sum + bytesLeft, 0);
  return (
    <p class="small cleaning-left" aria-live="polite">
      {share.value === null
        ? all > 0 && t('cleaning.left', { left: `${formatQuantity(left)}B`, all: `${formatQuantity(all)}B` })
        : t('cleaning.working', { share: Math.round(share.value * 100) })}
    </p>
  );
}

export function CleaningTools({ standpoint, locked }: { standpoint: Standpoint; locked: boolean }) {
  useClassifier(standpoint);
  useCounts(standpoint);
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
