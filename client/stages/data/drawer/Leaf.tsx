/** A part of the drawer that is leafed through: what there is to read, and buttons to the next and the previous pages. */

import type { Signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../../i18n/t.ts';
import { Button } from '../../../ui/Button.tsx';

export interface LeafProps {
  /** Counted from 0. */
  page: Signal<number>;
  pages: number;
  children: ComponentChildren;
}

export function Leaf({ page, pages, children }: LeafProps) {
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => scroll.current?.scrollTo(0, 0), [page.value]);
  return (
    <>
      <div class="help-text drawer-text" tabIndex={0} aria-live="polite" ref={scroll}>
        {children}
      </div>
      {pages > 1 && (
        <div class="row drawer-leaf">
          <Button disabled={page.value === 0} onPress={() => page.value--}>
            {t('data.readPrevious')}
          </Button>
          <span class="small">{t('drawer.page', { page: page.value + 1, pages })}</span>
          <Button disabled={page.value + 1 >= pages} onPress={() => page.value++}>
            {t('data.readNext')}
          </Button>
        </div>
      )}
    </>
  );
}
