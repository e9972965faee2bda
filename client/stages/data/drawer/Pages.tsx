/** Leafs through all pages of a dataset, some at a time. */

import { useSignal } from '@preact/signals';
import { t } from '../../../i18n/t.ts';
import type { CorpusKind } from '../../../../shared/world/document.ts';
import { loadDocuments } from '../../../lab/library.ts';
import { Leaf } from './Leaf.tsx';
import { useAnswer } from './use-answer.ts';

export function Pages({ kind }: { kind: CorpusKind }) {
  const page = useSignal(0);
  const shown = useAnswer(`${kind} ${page.value}`, () => loadDocuments(kind, page.value));
  const pages = useSignal(1);
  if (shown) pages.value = shown.pages;
  return (
    <Leaf page={page} pages={pages.value}>
      {!shown && <p>{t(shown === null ? 'drawer.failed' : 'data.readLoading')}</p>}
      {shown?.documents.map((document) => (
        <p key={document.number} class="document" lang="en">
          {document.text}
        </p>
      ))}
    </Leaf>
  );
}
