/** The mixture: a slider for each bought dataset, with its tokens and how often it will be read, and the vocabulary. */

import { formatDecimal } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import { VOCAB_SIZES } from '../../../shared/game/stages/data/plan.ts';
import { countLabels, settledLabels } from '../../../shared/game/stages/data/labels.ts';
import { classifier, cleanedCounts } from '../../lab/cleaning.ts';
import { market } from '../../lab/library.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Term } from '../../ui/Term.tsx';
import { KIND_STOCK } from '../kind-colors.ts';
import { formatQuantity } from '../../i18n/quantity.ts';
import { leftShares, mixedDatasets } from './cleaning-draft.ts';
import { basketPlan, changeBasket } from './basket.ts';
import { expectedTokens, mixtureRows } from './draft.ts';
import { HeldOut } from './HeldOut.tsx';
import { opens } from './layers.ts';
import { LeakCheck } from './LeakCheck.tsx';
import { percents } from '../percent.ts';
import { TokenizerBench } from './TokenizerBench.tsx';

/** From here on a player is warned; Muennighoff et al. (2023) saw little gain beyond about four passes. */
const MANY_EPOCHS = 8;

export function Mixture({ standpoint, locked }: { standpoint: Standpoint; locked: boolean }) {
  const plan = basketPlan();
  const { kinds } = countLabels(settledLabels(standpoint.team.own?.labels ?? {}));
  const datasets = mixedDatasets(plan, kinds, classifier.value?.weights ?? null);
  const { budgetFlops } = standpoint.match;
  const tokens = expectedTokens(plan.vocabSize, budgetFlops);
  const rows = mixtureRows(plan, market.value, tokens ?? 0, leftShares(cleanedCounts.value));
  const whole = percents(rows.map(({ share }) => share));
  return (
    <div class="mixture">
      <p class="small legend-right">
        <Term name="mixture" /> · <Term name="token" /> · <Term name="epoch" />
      </p>
      <div class="mix-sliders">
        {rows.map(({ kind, weight, tokens: drawn, epochs }, index) => {
          const percent = whole[index];
          const times = epochs === null ? '?' : formatDecimal(epochs, epochs < 10 ? 1 : 0);
          return (
            <div key={kind}>
              <Slider
                label={t(`kind.${kind}`)}
                value={weight}
                max={60}
                disabled={locked}
                fill={KIND_STOCK[kind]}
                valueText={t('data.shareText', {
                  share: percent,
                  tokens: formatQuantity(drawn),
                  epochs: times,
                })}
                aside={t('data.shareAside', { share: percent, tokens: formatQuantity(drawn), epochs: times })}
                onInput={(value) => changeBasket({ kind, weight: value })}
              />
              {epochs !== null && epochs > MANY_EPOCHS && (
                <p class="small warn">{t('data.overRead', { epochs: MANY_EPOCHS })}</p>
              )}
            </div>
          );
        })}
      </div>
      {tokens !== null && <p class="small">{t('data.tokensExpected', { tokens: formatQuantity(tokens) })}</p>}
      {!opens(standpoint, 'vocabulary') && <p class="small">{t('data.moreLater')}</p>}
      {opens(standpoint, 'vocabulary') && (
        <>
          <Choice
            legend={t('data.vocab')}
            name="vocab"
            disabled={locked}
            options={VOCAB_SIZES.map((size) => ({ value: size, label: String(size) }))}
            value={plan.vocabSize}
            onChoose={(vocabSize) => changeBasket({ vocabSize })}
          />
          <p class="small">
            {t('data.vocabMeaning')} <Term name="vocabulary" />
          </p>
          <HeldOut locked={locked} />
        </>
      )}
      {opens(standpoint, 'bench') && (
        <>
          <h2 class="small-title">{t('data.ifTime')}</h2>
          <p class="small">{t('data.ifTimeLead')}</p>
          <TokenizerBench datasets={datasets} />
          <LeakCheck datasets={datasets} />
        </>
      )}
    </div>
  );
}
