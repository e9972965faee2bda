/** What a product gives, as the referee measured it on the lab's own model, beside the bare model. */

import {
  DEFAULT_DEPLOY_PLAN,
  isSameProduct,
  type Product,
  type Tried,
} from '../../../shared/game/stages/deploy/state.ts';
import type { ShopView } from '../../../shared/game/stages/deploy/view.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Way } from './Way.tsx';

const ROWS = [
  'trueShare',
  'wrongShare',
  'freshShare',
  'silentShare',
  'lookedUpShare',
  'toldShare',
  'blockedShare',
] as const;
type Row = (typeof ROWS)[number];

/** What a choice alone brings about is only told with that choice. */
function isTold(row: Row, { sureness, shelf, lookUp }: Product): boolean {
  if (row === 'silentShare') return sureness !== 'any';
  return row !== 'lookedUpShare' || (shelf !== 'none' && lookUp === 'unsure');
}

const KILO = 1000;
const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;
const kilobytes = (bytes: number): string => t('deploy.kilobytes', { count: Math.round(bytes / KILO) });

export function triedOf({ tried }: Pick<ShopView, 'tried'>, product: Product): Tried | null {
  return tried.find((one) => isSameProduct(one.product, product)) ?? null;
}

export function Measured({ shop, product }: { shop: ShopView; product: Product }) {
  const tried = triedOf(shop, product);
  const bare = triedOf(shop, DEFAULT_DEPLOY_PLAN);
  return (
    <Paper cut="slip" seed={2} class="deploy-measured">
      <h2>{t('deploy.measured')}</h2>
      {tried ? (
        <dl aria-live="polite">
          {ROWS.filter((row) => isTold(row, product)).map((row) => (
            <div key={row}>
              <dt>{t(`deploy.row.${row}`)}</dt>
              <dd>
                <b>{percent(tried[row])}</b>{' '}
                {bare && bare !== tried && <small>{t('deploy.bare', { value: percent(bare[row]) })}</small>}
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('deploy.memory')}</dt>
            <dd>
              <b>{kilobytes(tried.bytes)}</b>{' '}
              {bare && bare !== tried && <small>{t('deploy.bare', { value: kilobytes(bare.bytes) })}</small>}
            </dd>
          </div>
        </dl>
      ) : (
        <Waiting words={t('deploy.measuring')} />
      )}
    </Paper>
  );
}

export function OpenedWays({ shop, product }: { shop: ShopView; product: Product }) {
  const last = shop.tried.at(-1);
  if (!last || !isSameProduct(last.product, product) || shop.opened.length === 0) return null;
  return (
    <section>
      <h2>{t('deploy.open')}</h2>
      {shop.opened.map((request) => (
        <Way key={request.question} request={request} />
      ))}
    </section>
  );
}
