/** The quality filter: its bar, what precision and recall it has there, and pages on either side of the bar. */

import { t } from '../../i18n/t.ts';
import type { QualityPoint } from '../../../shared/data/quality.ts';
import {
  countLabels,
  LEAST_OF_EACH,
  LEAST_OF_KIND,
  settledLabels,
} from '../../../shared/game/stages/data/labels.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { classifier, judged, texts } from '../../lab/cleaning.ts';
import type { Standpoint } from '../../session/standpoint.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Term } from '../../ui/Term.tsx';
import { basketPlan, changeBasket } from './basket.ts';
import { ownedJudgements } from './cleaning-draft.ts';

/** Where the bar stands when the filter is switched on. */
const FIRST_BAR = 0.5;
/** With fewer labels the measures sway with every single one. */
const FEW_LABELS = 30;
const EXAMPLES = 2;

const percent = (part: number): number => Math.round(part * 100);

/** The measured point at or just below the bar. */
function pointAt(curve: readonly QualityPoint[], bar: number): QualityPoint | null {
  return curve.findLast(({ threshold }) => threshold <= bar + 1e-9) ?? null;
}

function Measures({ bar, count }: { bar: number; count: number }) {
  const learned = classifier.value;
  const point = learned && pointAt(learned.curve, bar);
  if (!point) return <p aria-live="polite">{t('cleaning.loading')}</p>;
  const parts = [
    { name: 'precision', words: t('quality.precisionOf'), value: point.precision },
    { name: 'recall', words: t('quality.recallOf'), value: point.recall },
  ] as const;
  return (
    <>
      <ul class="measures" aria-live="polite">
        {parts.map(({ name, words, value }) => (
          <li key={name}>
            <b class="measure">{value === null ? '–' : t('common.percent', { value: percent(value) })}</b>
            <div class="meter" aria-hidden="true">
              <i style={{ width: `${percent(value ?? 0)}%`, background: 'var(--teal)' }} />
            </div>
            <span class="small">
              {words} <Term name={name} />
            </span>
          </li>
        ))}
      </ul>
      <p class="small">
        {t('quality.measured', { count })} {count < FEW_LABELS && t('quality.few')}
      </p>
    </>
  );
}

/** The pages closest to the bar on one side, with how sure the classifier is of each. */
function Neighbours({
  bar,
  side,
  kinds,
}: {
  bar: number;
  side: 'tossed' | 'kept';
  kinds: readonly CorpusKind[];
}) {
  const near = ownedJudgements(basketPlan(), kinds, judged.value, texts.value)
    .flatMap(({ kind, probabilities }) => Array.from(probabilities, (keep, place) => ({ kind, place, keep })))
    .filter(({ keep }) => (side === 'tossed' ? keep < bar : keep >= bar))
    .toSorted((a, b) => Math.abs(a.keep - bar) - Math.abs(b.keep - bar))
    .slice(0, EXAMPLES);
  if (near.length === 0) return side === 'tossed' ? <p class="small">{t('quality.noneTossed')}</p> : null;
  return (
    <section class="examples">
      <h2 class="small-title">{t(side === 'tossed' ? 'quality.justTossed' : 'quality.justKept')}</h2>
      {near.map(({ kind, place, keep }) => (
        <p key={`${kind}${place}`} class={`example ${side}`}>
          <b>{t('quality.sure', { share: percent(keep) })}</b> {texts.value[kind]?.[place]}
        </p>
      ))}
    </section>
  );
}

export function Filter({ standpoint, locked }: { standpoint: Standpoint; locked: boolean }) {
  const plan = basketPlan();
  const { quality } = plan.cleaning;
  const { keep, toss, kinds } = countLabels(settledLabels(standpoint.team.own?.labels ?? {}));
  if (Math.min(keep, toss) < LEAST_OF_EACH || kinds.length === 0) {
    return <p>{t('quality.tooFew', { keep, toss, least: LEAST_OF_EACH, leastOfKind: LEAST_OF_KIND })}</p>;
  }
  const bar = quality ?? FIRST_BAR;
  const owned = ownedJudgements(plan, kinds, judged.value, texts.value);
  const documents = owned.reduce((sum, { probabilities }) => sum + probabilities.length, 0);
  const tossed = owned.reduce(
    (sum, { probabilities }) => sum + probabilities.filter((one) => one < bar).length,
    0,
  );
  return (
    <div class="cleaning-tool">
      <Choice
        legend={t('quality.use')}
        name="quality"
        disabled={locked}
        options={[
          { value: 'off', label: t('cleaning.off') },
          { value: 'on', label: t('cleaning.on') },
        ]}
        value={quality === null ? 'off' : 'on'}
        onChoose={(value) => changeBasket({ quality: value === 'on' ? bar : null })}
      />
      <Slider
        label={t('quality.bar')}
        value={percent(bar)}
        min={5}
        max={95}
        step={5}
        disabled={locked || quality === null}
        fill="var(--brick)"
        valueText={`${t('quality.barValue', { share: percent(bar) })}; ${t('quality.barAside', { tossed, documents })}`}
        aside={t('quality.barAside', { tossed, documents })}
        onInput={(value) => changeBasket({ quality: value / 100 })}
      />
      <p class="small">
        {t('quality.barValue', { share: percent(bar) })} · <Term name="classifier" />
      </p>
      <Measures bar={bar} count={keep + toss} />
      <p class="small">
        {t('quality.applies', {
          kinds: kinds.map((kind: CorpusKind) => t(`kind.${kind}`).toLowerCase()).join(', '),
        })}
      </p>
      <Neighbours bar={bar} side="tossed" kinds={kinds} />
      <Neighbours bar={bar} side="kept" kinds={kinds} />
    </div>
  );
}
