/** A check whether copies of the lab's held-out pages leaked into what is trained on. */

import { useSignal } from '@preact/signals';
import { t } from '../../i18n/t.ts';
import { leaksIn, type MixedDataset } from '../../lab/drawer.ts';
import { Button } from '../../ui/Button.tsx';
import { Term } from '../../ui/Term.tsx';
import type { LeakReport } from '../../lab/data-tools/api.ts';
import { useBusy } from '../decision.ts';
import { basketPlan } from './basket.ts';

const percent = (part: number): number => Math.round(part * 100);

function Report({ report, isOld }: { report: LeakReport; isOld: boolean }) {
  const { heldOut, train, leaked, examples } = report;
  return (
    <div aria-live="polite">
      <p>
        <b>{t('leak.found', { leaked, heldOut, train, share: percent(leaked / Math.max(1, heldOut)) })}</b>{' '}
        <Term name="leak" />
      </p>
      <p class="small">{t(isOld ? 'leak.old' : leaked > 0 ? 'leak.advice' : 'leak.clean')}</p>
      {examples.map((example, index) => (
        <figure key={index} class="copy-pair">
          <figcaption class="small">{t('copies.alike', { share: percent(example.similarity) })}</figcaption>
          <div class="side-by-side">
            <p class="example">
              <b>{t('leak.heldOut')}</b> {example.heldOut}
            </p>
            <p class="example">
              <b>{t('leak.train')}</b> {example.train}
            </p>
          </div>
        </figure>
      ))}
    </div>
  );
}

/** `datasets` are the plan's, cleaned as it says. */
export function LeakCheck({ datasets }: { datasets: readonly MixedDataset[] }) {
  const plan = basketPlan();
  const { heldOutShare } = plan;
  const report = useSignal<{ key: string; value: LeakReport | null } | null>(null);
  const share = useSignal<number | null>(null);
  const [busy, start] = useBusy();
  const key = JSON.stringify([plan.purchases, plan.cleaning, heldOutShare]);
  const check = async (): Promise<void> => {
    share.value = 0;
    const value = await leaksIn(datasets, heldOutShare, (part) => (share.value = part)).catch(() => null);
    share.value = null;
    report.value = { key, value };
  };
  return (
    <details class="bench">
      <summary>{t('leak.title')}</summary>
      <p class="small">{t('leak.lead')}</p>
      <Button testId="leak-go" disabled={busy.value || datasets.length === 0} onPress={() => start(check)}>
        {t('leak.go')}
      </Button>
      {datasets.length === 0 && <p>{t('bench.nothing')}</p>}
      {share.value !== null && (
        <p aria-live="polite">{t('cleaning.working', { share: percent(share.value) })}</p>
      )}
      {share.value === null && report.value && !report.value.value && (
        <p class="obstacle">{t('drawer.failed')}</p>
      )}
      {share.value === null && report.value?.value && (
        <Report report={report.value.value} isOld={report.value.key !== key} />
      )}
    </details>
  );
}
