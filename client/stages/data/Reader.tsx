/** Leafs through real documents of a dataset before it is bought. */

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../shared/i18n/t.ts';
import type { DocumentsReply } from '../../../shared/protocol/http.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { loadDocuments } from '../../net/library.ts';
import { Button } from '../../overlay/Button.tsx';
import { PaperBack } from '../../overlay/Paper.tsx';

export function Reader({ kind, onClose }: { kind: CorpusKind; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const page = useSignal(0);
  const reply = useSignal<DocumentsReply | null>(null);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  useEffect(() => {
    let wanted = true;
    void loadDocuments(kind, page.value).then((loaded) => {
      if (wanted) reply.value = loaded;
    });
    return () => void (wanted = false);
  }, [kind, page.value]);
  const shown = reply.value;
  const pages = shown?.pages ?? 1;
  const title = t('data.readTitle', { kind: t(`kind.${kind}`), page: page.value + 1, pages });
  return (
    <dialog ref={dialog} class="help-card" aria-label={title} onClose={onClose}>
      <div class="paper help-paper reader">
        <PaperBack seed={2} />
        <h2>{title}</h2>
        <div class="help-text" aria-live="polite">
          {!shown && <p>{t('data.readLoading')}</p>}
          {shown?.documents.map((document) => (
            <p key={document.number} class="document">
              {document.text}
            </p>
          ))}
        </div>
        <div class="row">
          <Button disabled={page.value === 0} onPress={() => page.value--}>
            {t('data.readPrevious')}
          </Button>
          <Button disabled={page.value + 1 >= pages} onPress={() => page.value++}>
            {t('data.readNext')}
          </Button>
          <Button tone="plain" onPress={() => dialog.current?.close()}>
            {t('common.close')}
          </Button>
        </div>
      </div>
    </dialog>
  );
}
