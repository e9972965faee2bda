/** How many pages of a dataset are near copies of others, with examples side by side. */

import { useSignal } from '@preact/signals';
import { t } from '../../../i18n/t.ts';
import type { CorpusKind } from '../../../../shared/world/document.ts';
import { texts } from '../../../lab/cleaning.ts';
import { copiesIn } from '../../../lab/drawer.ts';
import { Term } from '../../../ui/Term.tsx';
import { CopyPair } from '../CopyPair.tsx';
import { useAnswer } from './use-answer.ts';

/** Where the copy finder of the cleaning tab starts too: the same page with a word or two changed. */
const SIMILARITY = 0.8;

export function CopyView({ kind }: { kind: CorpusKind }) {
  const share = useSignal(0);
  const found = useAnswer(kind, () => copiesIn(kind, SIMILARITY, (part) => (share.value = part)));
  const documents = texts.value[kind]?.length ?? 0;
  return (
    <div class="help-text drawer-text" tabIndex={0} aria-live="polite">
      {found === undefined && <p>{t('cleaning.working', { share: Math.round(share.value * 100) })}</p>}
      {found === null && <p>{t('drawer.failed')}</p>}
      {found && (
        <>
          <p>
            <b>
              {t('drawer.copies', {
                copies: found.dropped,
                documents,
                share: Math.round((100 * found.dropped) / Math.max(1, documents)),
              })}
            </b>{' '}
            {t('drawer.copiesAlike', { similarity: Math.round(100 * SIMILARITY) })} <Term name="nearCopy" />
          </p>
          {found.examples.map((example) => (
            <CopyPair key={example.dropped} kind={kind} example={example} marks="plain" />
          ))}
        </>
      )}
    </div>
  );
}
