/** A page and its near copy side by side. */

import { t } from '../../i18n/t.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { texts } from '../../lab/cleaning.ts';
import type { CopyExample } from '../../lab/data-tools/api.ts';

export interface CopyPairProps {
  kind: CorpusKind;
  example: CopyExample;
  /** Whether it says which of them stays and which one goes, or their page numbers only. */
  marks: 'verdict' | 'plain';
}

export function CopyPair({ kind, example, marks }: CopyPairProps) {
  const { kept, dropped, similarity } = example;
  const all = texts.value[kind] ?? [];
  const isVerdict = marks === 'verdict';
  const headOf = (place: number, verdict: string): string =>
    isVerdict ? verdict : t('labels.page', { number: place + 1 });
  return (
    <figure class="copy-pair">
      <figcaption class="small">
        {isVerdict && `${t(`kind.${kind}`)}: `}
        {t('copies.alike', { share: Math.round(similarity * 100) })}
      </figcaption>
      <div class="side-by-side">
        <p class={`example ${isVerdict ? 'kept' : ''}`}>
          <b>{headOf(kept, t('copies.kept'))}</b> <span lang="en">{all[kept]}</span>
        </p>
        <p class={`example ${isVerdict ? 'tossed' : ''}`}>
          <b>{headOf(dropped, t('copies.dropped'))}</b> <span lang="en">{all[dropped]}</span>
        </p>
      </div>
    </figure>
  );
}
