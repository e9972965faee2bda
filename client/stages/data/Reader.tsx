/** The sample drawer: a dataset opened before it is bought, to be read, searched and counted. */

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import type { CorpusKind } from '../../../shared/world/document.ts';
import { NumberCards } from '../../ui/NumberCards.tsx';
import { PaperBack } from '../../ui/Paper.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CopyView } from './drawer/CopyView.tsx';
import { Pages } from './drawer/Pages.tsx';
import { Search } from './drawer/Search.tsx';
import { WordView } from './drawer/WordView.tsx';

const VIEWS = { read: Pages, search: Search, words: WordView, copies: CopyView } as const;
type View = keyof typeof VIEWS;

export function Reader({ kind, onClose }: { kind: CorpusKind; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const view = useSignal<View>('read');
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  const title = t('drawer.title', { kind: t(`kind.${kind}`) });
  const Shown = VIEWS[view.value];
  return (
    <dialog
      ref={dialog}
      class="help-card drawer"
      aria-label={title}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div class="paper help-paper reader">
        <PaperBack seed={2} />
        <div class="drawer-head">
          <h2>{title}</h2>
          <button type="button" class="link" onClick={() => dialog.current?.close()}>
            {t('common.close')}
          </button>
        </div>
        <Tabs
          label={t('drawer.views')}
          current={view}
          tabs={(Object.keys(VIEWS) as View[]).map((id) => ({ id, label: t(`drawer.view.${id}`) }))}
        />
        <Shown key={kind} kind={kind} />
        <NumberCards screen="drawer" />
      </div>
    </dialog>
  );
}
