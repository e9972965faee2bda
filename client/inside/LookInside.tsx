/** The drawer that shows what a model does while it reads: five views of one look. */

import './inside.css';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { MAX_ASKED } from '../../shared/game/voices.ts';
import { t } from '../i18n/t.ts';
import type { InspectJob } from '../lab/engine/api.ts';
import type { Inside } from '../lab/engine/inside.ts';
import { Button } from '../ui/Button.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import type { Glass } from './glass.ts';
import { Heads } from './Heads.tsx';
import { Layers } from './Layers.tsx';
import { NextPieces } from './NextPieces.tsx';
import { Pieces } from './Pieces.tsx';
import { WordMap } from './WordMap.tsx';

const VIEWS = ['Next', 'Heads', 'Layers', 'Words', 'Pieces'] as const;

export function LookInside({ glass }: { glass: Glass }) {
  const opener = t(glass.manner === 'answer' ? 'talk.openerAnswer' : 'talk.openerContinue');
  const text = useSignal('');
  const read = useSignal(opener);
  const without = useSignal<InspectJob['without']>([]);
  const seen = useSignal<Inside | null>(null);
  const state = useSignal<'looking' | 'seen' | 'failed'>('looking');
  const view = useSignal<(typeof VIEWS)[number]>('Next');
  const wanted = read.value;
  const off = without.value;
  useEffect(() => {
    let isStale = false;
    state.value = 'looking';
    glass.inspect(wanted, off).then(
      (inside) => {
        if (isStale) return;
        if (inside) seen.value = inside;
        state.value = inside ? 'seen' : 'failed';
      },
      (problem: unknown) => {
        console.warn('The model could not be looked into:', problem);
        if (!isStale) state.value = 'failed';
      },
    );
    return () => void (isStale = true);
  }, [glass, wanted, off]);
  const inside = seen.value;
  return (
    <section class="inside" aria-label={t('inside.title')} aria-busy={state.value === 'looking'}>
      <form
        class="rename"
        onSubmit={(event) => {
          event.preventDefault();
          read.value = text.value.trim() || opener;
        }}
      >
        <label class="field">
          <span>{t('inside.text')}</span>
          <input
            lang="en"
            value={text.value}
            maxLength={MAX_ASKED}
            placeholder={opener}
            autoComplete="off"
            onInput={(event) => (text.value = event.currentTarget.value)}
          />
        </label>
        <Button submit testId="inside-look" onPress={() => undefined}>
          {t('inside.look')}
        </Button>
      </form>
      {state.value === 'failed' && <p class="problem">{t('inside.failed')}</p>}
      {inside === null && state.value === 'looking' && <p class="small">{t('inside.looking')}</p>}
      {inside && (
        <>
          <Tabs
            label={t('inside.title')}
            current={view}
            tabs={VIEWS.map((id) => ({ id, label: t(`inside.tab${id}`) }))}
          />
          {view.value === 'Next' && <NextPieces next={inside.next} />}
          {view.value === 'Heads' && (
            <Heads inside={inside} off={off} onSwitch={(heads) => (without.value = heads)} />
          )}
          {view.value === 'Layers' && <Layers lens={inside.lens} />}
          {view.value === 'Words' && <WordMap glass={glass} />}
          {view.value === 'Pieces' && <Pieces pieces={inside.pieces} text={wanted} />}
        </>
      )}
    </section>
  );
}
