/** The copy finder: how alike a copy must be, and pairs of pages side by side that show what would go. */

import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { SIMILARITY_RANGE } from '../../../shared/game/stages/data/cleaning.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { copiesFound, lookForCopies, ownedCount } from '../../lab/cleaning.ts';
import type { CopyExample } from '../../lab/data-tools/api.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { Term } from '../../ui/Term.tsx';
import { CopyPair } from './CopyPair.tsx';
import { basketPlan, changeBasket } from './basket.ts';
import { ownedPortions } from './cleaning-draft.ts';

/** Where the slider stands when the finder is switched on: the same page with a word or two changed. */
const FIRST_SIMILARITY = 0.8;
const EXAMPLES = 3;

const percent = (part: number): number => Math.round(part * 100);

/** The least alike of each dataset first: there one sees whether the bar is too low. */
function examplesOf(kinds: readonly CorpusKind[]): { kind: CorpusKind; example: CopyExample }[] {
  return kinds
    .flatMap((kind) => (copiesFound.value[kind]?.examples ?? []).map((example) => ({ kind, example })))
    .toSorted((a, b) => a.example.similarity - b.example.similarity)
    .slice(0, EXAMPLES);
}

export function Copies({ locked }: { locked: boolean }) {
  const plan = basketPlan();
  const { similarity } = plan.cleaning;
  const asked = similarity ?? FIRST_SIMILARITY;
  const portions = ownedPortions(plan);
  const key = JSON.stringify([asked, portions]);
  useEffect(() => void lookForCopies(portions, asked), [key]);
  if (portions.length === 0) return <p>{t('cleaning.nothing')}</p>;
  const found = portions.flatMap(({ kind, bytes }) => {
    const copies = copiesFound.value[kind];
    return copies ? [{ kind, dropped: copies.dropped, documents: ownedCount(kind, bytes) }] : [];
  });
  const dropped = found.reduce((sum, one) => sum + one.dropped, 0);
  const documents = found.reduce((sum, one) => sum + one.documents, 0);
  const examples = examplesOf(portions.map(({ kind }) => kind));
  const value = asked >= 1 ? t('copies.exact') : t('copies.similarityValue', { share: percent(asked) });
  return (
    <div class="cleaning-tool">
      <Choice
        legend={t('copies.use')}
        name="copies"
        disabled={locked}
        options={[
          { value: 'off', label: t('cleaning.off') },
          { value: 'on', label: t('cleaning.on') },
        ]}
        value={similarity === null ? 'off' : 'on'}
        onChoose={(chosen) => changeBasket({ similarity: chosen === 'on' ? asked : null })}
      />
      <Slider
        label={t('copies.similarity')}
        value={percent(asked)}
        min={percent(SIMILARITY_RANGE[0])}
        max={percent(SIMILARITY_RANGE[1])}
        step={5}
        disabled={locked || similarity === null}
        fill="var(--plum)"
        valueText={value}
        onInput={(chosen) => changeBasket({ similarity: chosen / 100 })}
      />
      <p aria-live="polite">
        {found.length > 0 && t('copies.total', { dropped, documents })} <Term name="nearCopy" />
      </p>
      <ul class="small found-list">
        {found.map((one) => (
          <li key={one.kind}>
            {t('cleaning.dataset', {
              kind: t(`kind.${one.kind}`),
              gone: one.dropped,
              documents: one.documents,
            })}
          </li>
        ))}
      </ul>
      {found.length > 0 && examples.length === 0 && <p>{t('copies.none')}</p>}
      {examples.length > 0 && (
        <section class="examples" aria-label={t('copies.examples')}>
          <h2 class="small-title">{t('copies.examples')}</h2>
          {examples.map(({ kind, example }) => (
            <CopyPair key={`${kind}${example.dropped}`} kind={kind} example={example} marks="verdict" />
          ))}
        </section>
      )}
    </div>
  );
}
