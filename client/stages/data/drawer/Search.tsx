/** Searches a whole dataset for a word, and shows the pages that say it with the word marked. */

import { useSignal } from '@preact/signals';
import { t } from '../../../i18n/t.ts';
import type { CorpusKind } from '../../../../shared/world/document.ts';
import { texts } from '../../../lab/cleaning.ts';
import { searchIn } from '../../../lab/drawer.ts';
import { Button } from '../../../ui/Button.tsx';
import { Leaf } from './Leaf.tsx';
import { Marked } from './Marked.tsx';
import { useAnswer } from './use-answer.ts';

/** Pages on one leaf: as many as the drawer shows when it is read in order. */
const PER_LEAF = 8;
const LONGEST = 60;

function Found({ kind, wanted }: { kind: CorpusKind; wanted: string }) {
  const page = useSignal(0);
  const found = useAnswer(`${kind} ${wanted}`, () => searchIn(kind, wanted));
  const all = texts.value[kind] ?? [];
  if (!found) return <p aria-live="polite">{t(found === null ? 'drawer.failed' : 'data.readLoading')}</p>;
  const hits = found.reduce((sum, one) => sum + one.hits.length, 0);
  const first = page.value * PER_LEAF;
  return (
    <Leaf page={page} pages={Math.ceil(found.length / PER_LEAF)}>
      <p>
        <b>
          {found.length === 0
            ? t('drawer.searchNone', { word: wanted, documents: all.length })
            : t('drawer.searchFound', { word: wanted, hits, pages: found.length, documents: all.length })}
        </b>
      </p>
      {found.slice(first, first + PER_LEAF).map(({ document, hits: spans }) => (
        <p key={document} class="document">
          <i class="small">{t('labels.page', { number: document + 1 })}</i>{' '}
          <span lang="en">
            <Marked text={all[document] ?? ''} spans={spans} />
          </span>
        </p>
      ))}
    </Leaf>
  );
}

export function Search({ kind }: { kind: CorpusKind }) {
  const typed = useSignal('');
  const wanted = useSignal('');
  return (
    <>
      <form
        class="drawer-search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          wanted.value = typed.value.trim();
        }}
      >
        <label class="field">
          <span>{t('drawer.searchFor')}</span>
          <input
            type="search"
            lang="en"
            value={typed.value}
            maxLength={LONGEST}
            autocomplete="off"
            onInput={(event) => (typed.value = event.currentTarget.value)}
          />
        </label>
        <Button submit onPress={() => undefined} disabled={typed.value.trim() === ''}>
          {t('drawer.searchGo')}
        </Button>
      </form>
      {wanted.value === '' ? (
        <p class="small">{t('drawer.searchHint')}</p>
      ) : (
        <Found key={wanted.value} kind={kind} wanted={wanted.value} />
      )}
    </>
  );
}
