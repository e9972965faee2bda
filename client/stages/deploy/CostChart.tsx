/** All products that a lab has tried, on one chart: how many answers are true, and what they take of time and memory. */

import {
  DEFAULT_DEPLOY_PLAN,
  FORMAT_BITS,
  isSameProduct,
  type Product,
  type Tried,
} from '../../../shared/game/stages/deploy/state.ts';
import { requestMs } from '../../../shared/game/stages/deploy/two-models.ts';
import type { ShopView } from '../../../shared/game/stages/deploy/view.ts';
import { t } from '../../i18n/t.ts';
import { ShareChart } from '../../ui/ShareChart.tsx';

/** As many as can be told apart. */
const MOST_POINTS = 9;
const KILO = 1000;
const CHART_HEIGHT = 170;

/** What is said of a choice that differs from the bare model's. */
const PARTS = {
  model: ({ model }) => t(`deploy.model.${model}`),
  format: ({ format }) => t('deploy.part.bits', { count: FORMAT_BITS[format] }),
  shelf: ({ shelf }) => t(`deploy.shelf.${shelf}`),
  lookUp: ({ lookUp }) => t('deploy.part.lookUp', { value: t(`deploy.lookUp.${lookUp}`) }),
  persona: ({ persona }) => t('deploy.part.line', { value: t(`deploy.persona.${persona}`) }),
  temperature: ({ temperature }) => t('deploy.part.dice', { value: t(`deploy.temperature.${temperature}`) }),
  filter: ({ filter }) => t('deploy.part.filter', { value: t(`deploy.filter.${filter}`) }),
  sureness: ({ sureness }) => t('deploy.part.sure', { value: t(`deploy.sureness.${sureness}`) }),
  mark: ({ mark }) => t('deploy.part.mark', { value: t(`deploy.mark.${mark}`) }),
} as const satisfies Partial<Record<keyof Product, (product: Product) => string>>;

function changesIn(product: Product): string {
  const names = Object.keys(PARTS) as (keyof typeof PARTS)[];
  const changed = names.filter((name) => product[name] !== DEFAULT_DEPLOY_PLAN[name]);
  return changed.length > 0 ? changed.map((name) => PARTS[name](product)).join(', ') : t('deploy.asItIs');
}

/** The bare model, the product on the workbench, and what was tried last. */
function pointsOf(tried: readonly Tried[], product: Product): Tried[] {
  const isFixed = (one: Tried): boolean =>
    isSameProduct(one.product, DEFAULT_DEPLOY_PLAN) || isSameProduct(one.product, product);
  const fixed = tried.filter(isFixed);
  const others = tried.filter((one) => !isFixed(one)).slice(fixed.length - MOST_POINTS);
  return tried.filter((one) => fixed.includes(one) || others.includes(one));
}

export function CostChart({ shop, product }: { shop: ShopView; product: Product }) {
  const { replica, pupil } = shop;
  const tried = pointsOf(shop.tried, product);
  if (!replica || tried.length < 2) return null;
  const speeds = { own: replica.speed, pupil: pupil?.replica?.speed ?? null };
  const rows = tried.map((one, place) => ({
    label: `${place + 1}`,
    share: one.trueShare,
    isChosen: isSameProduct(one.product, product),
    millis: requestMs(speeds, one.work),
    kilobytes: one.bytes / KILO,
    words: changesIn(one.product),
  }));
  const axes = { yLabel: t('deploy.cost.true'), heightPx: CHART_HEIGHT };
  return (
    <section class="cost-charts">
      <h2>{t('deploy.cost')}</h2>
      <div>
        <ShareChart
          {...axes}
          points={rows.map((row) => ({ ...row, x: row.millis }))}
          xLabel={t('deploy.cost.millis')}
          twin={t('deploy.cost.twinMillis')}
        />
        <ShareChart
          {...axes}
          points={rows.map((row) => ({ ...row, x: row.kilobytes }))}
          xLabel={t('deploy.cost.memory')}
          twin={t('deploy.cost.twinMemory')}
        />
      </div>
      <ol>
        {rows.map(({ label, isChosen, words, share, millis, kilobytes }) => (
          <li key={label} class={isChosen ? 'chosen' : ''}>
            {t('deploy.cost.row', {
              words,
              share: Math.round(100 * share),
              millis: Math.round(100 * millis) / 100,
              kilobytes: Math.round(kilobytes),
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}
