/** What a product gives, as the referee measured it on the lab's own model, beside the bare model. */

import { rightWhenSure } from '../../../shared/evals/calibration.ts';
import {
  DEFAULT_DEPLOY_PLAN,
  isSameProduct,
  type Product,
  type Tried,
} from '../../../shared/game/stages/deploy/state.ts';
import type { ShopView } from '../../../shared/game/stages/deploy/view.ts';
import { isToolTopic } from '../../../shared/world/tool-lessons.ts';
import { t } from '../../i18n/t.ts';
import { Paper } from '../../ui/Paper.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { deployDraft } from './draft.ts';
import { Way } from './Way.tsx';

const KILO = 1000;
const percent = (share: number): string => `${Math.round(100 * share)}\u00a0%`;

/** Each figure in words; null where a product has none. */
const FIGURES = {
  trueShare: ({ trueShare }) => percent(trueShare),
  wrongShare: ({ wrongShare }) => percent(wrongShare),
  freshShare: ({ freshShare }) => percent(freshShare),
  lookedUpShare: ({ product, lookedUpShare }) =>
    product.shelf !== 'none' && product.lookUp === 'unsure' ? percent(lookedUpShare) : null,
  pupilShare: ({ pupilShare }) => (pupilShare === null ? null : percent(pupilShare)),
  styleShare: ({ styleShare }) => (styleShare === null ? null : percent(styleShare)),
  changedShare: ({ written }) => written && percent(written.changedShare),
  tokens: ({ promptTokens, answerTokens }) => `${Math.round(promptTokens + answerTokens)}`,
  memory: ({ bytes }) => t('deploy.kilobytes', { count: Math.round(bytes / KILO) }),
  silentShare: ({ product, silentShare }) => (product.sureness === 'any' ? null : percent(silentShare)),
  toolRightShare: ({ tools }) => percent(tools.rightShare),
  toolOwnShare: ({ tools }) => percent(tools.ownShare),
  toolMalformedShare: ({ product, tools }) =>
    product.tools === 'none' ? null : percent(tools.malformedShare),
  toolMisuseShare: ({ tools }) => percent(tools.misuseShare),
  passedShare: ({ product, passedShare }) => (product.filter === 'off' ? null : percent(passedShare)),
  toldShare: ({ toldShare }) => percent(toldShare),
  blockedShare: ({ blockedShare }) => percent(blockedShare),
} as const satisfies Record<string, (tried: Tried) => string | null>;

/** What each tab of the workbench is about. */
const BENCHES = {
  answers: [
    'trueShare',
    'wrongShare',
    'freshShare',
    'lookedUpShare',
    'pupilShare',
    'styleShare',
    'changedShare',
    'tokens',
    'memory',
  ],
  tools: ['toolRightShare', 'toolOwnShare', 'toolMisuseShare', 'toolMalformedShare', 'trueShare'],
  safety: ['trueShare', 'wrongShare', 'silentShare', 'passedShare', 'toldShare', 'blockedShare'],
} as const;

interface MeasuredProps {
  shop: ShopView;
  product: Product;
  bench: keyof typeof BENCHES;
}

export function triedOf({ tried }: Pick<ShopView, 'tried'>, product: Product): Tried | null {
  return tried.find((one) => isSameProduct(one.product, product)) ?? null;
}

export function Measured({ shop, product, bench }: MeasuredProps) {
  const tried = triedOf(shop, product);
  const bare = triedOf(shop, DEFAULT_DEPLOY_PLAN);
  return (
    <Paper cut="slip" seed={2} class="deploy-measured">
      <h2>{t('deploy.measured')}</h2>
      {tried ? (
        <dl aria-live="polite">
          {BENCHES[bench].map((name) => {
            const value = FIGURES[name](tried);
            const before = bare && bare !== tried ? FIGURES[name](bare) : null;
            if (value === null) return null;
            return (
              <div key={name}>
                <dt>{t(`deploy.row.${name}`)}</dt>
                <dd>
                  <b>{value}</b> {before !== null && <small>{t('deploy.bare', { value: before })}</small>}
                </dd>
              </div>
            );
          })}
        </dl>
      ) : (
        <Waiting words={t('deploy.measuring')} />
      )}
    </Paper>
  );
}

export function OpenedWays({ shop, product, bench }: MeasuredProps) {
  const last = shop.tried.at(-1);
  const calibration = deployDraft.value.confidence === 'shown' ? last?.calibration : undefined;
  if (!last || !isSameProduct(last.product, product) || shop.opened.length === 0) return null;
  const opened = shop.opened.filter(
    ({ kind }) => bench !== 'tools' || kind === 'secret' || isToolTopic(kind),
  );
  return (
    <section>
      <h2>{t('deploy.open')}</h2>
      {opened.map((request) => (
        <Way
          key={request.question}
          request={request}
          toldSure={calibration && request.sure !== null ? rightWhenSure(calibration, request.sure) : null}
        />
      ))}
    </section>
  );
}
