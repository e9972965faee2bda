/** The drawer that shows what a model does while it reads: six views of one look. */

import './inside.css';
import { useSignal, type Signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import type { InspectJob } from '../lab/engine/api.ts';
import type { Inside } from '../lab/engine/inside.ts';
import { AskLine } from '../ui/AskLine.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import type { Glass } from './glass.ts';
import { Heads } from './Heads.tsx';
import { Layers } from './Layers.tsx';
import { NextPieces } from './NextPieces.tsx';
import { Probe } from './Probe.tsx';
import { Swap } from './Swap.tsx';
import { Pieces } from './Pieces.tsx';
import { SideBySide } from './SideBySide.tsx';
import { WordMap } from './WordMap.tsx';

const VIEWS = ['Next', 'Heads', 'Layers', 'Swap', 'Words', 'Pieces'] as const;
/** Of a model that passes a memory on: it has no heads, and its layers share no stream. */
const VIEWS_WITHOUT_HEADS = ['Next', 'Words', 'Pieces'] as const;

/** What a model does while it reads this; the last look stays until the next is there. */
function useLook(
  glass: Glass | null,
  text: string,
  without: InspectJob['without'],
): { seen: Signal<Inside | null>; state: Signal<'looking' | 'seen' | 'failed'> } {
  const seen = useSignal<Inside | null>(null);
  const state = useSignal<'looking' | 'seen' | 'failed'>('looking');
  useEffect(() => {
    if (!glass) {
      seen.value = null;
      return;
    }
    let isStale = false;
    state.value = 'looking';
    glass.inspect(text, without).then(
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
  }, [glass, text, without]);
  return { seen, state };
}

/** A model beside which another one reads the same. */
interface Beside {
  words: string;
  other: { words: string; glass: Glass } | null;
}

const ALL_HEADS: InspectJob['without'] = [];

export function LookInside({ glass, beside }: { glass: Glass; beside?: Beside }) {
  const opener = t(glass.manner === 'answer' ? 'talk.openerAnswer' : 'talk.openerContinue');
  const text = useSignal('');
  const read = useSignal(opener);
  const without = useSignal<InspectJob['without']>([]);
  const view = useSignal<(typeof VIEWS)[number] | 'Side'>('Next');
  const wanted = read.value;
  const off = without.value;
  const { seen, state } = useLook(glass, wanted, off);
  const others = useLook(beside?.other?.glass ?? null, wanted, ALL_HEADS).seen.value;
  const inside = seen.value;
  const hasHeads = inside === null || inside.attention.length > 0;
  const ofOne: readonly (typeof VIEWS)[number][] = hasHeads ? VIEWS : VIEWS_WITHOUT_HEADS;
  const views = beside?.other ? [...ofOne, 'Side' as const] : ofOne;
  const shown = views.find((id) => id === view.value) ?? 'Next';
  return (
    <section class="inside" aria-label={t('inside.title')} aria-busy={state.value === 'looking'}>
      <AskLine
        label={t('inside.text')}
        text={text}
        opener={opener}
        say={(said) => (read.value = said)}
        button={t('inside.look')}
        testId="inside-look"
      />
      {state.value === 'failed' && <p class="problem">{t('inside.failed')}</p>}
      {inside === null && state.value === 'looking' && <p class="small">{t('inside.looking')}</p>}
      {inside && (
        <>
          <Tabs
            label={t('inside.title')}
            current={{
              get value() {
                return shown;
              },
              set value(id) {
                view.value = id;
              },
            }}
            tabs={views.map((id) => ({ id, label: t(`inside.tab${id}`) }))}
          />
          {!hasHeads && (
            <p class="small" data-testid="inside-no-heads">
              {t('inside.noHeads')}
            </p>
          )}
          {shown === 'Next' && <NextPieces next={inside.next} />}
          {shown === 'Heads' && (
            <Heads inside={inside} off={off} onSwitch={(heads) => (without.value = heads)} />
          )}
          {shown === 'Layers' && (
            <>
              <Layers lens={inside.lens} />
              <Probe glass={glass} />
            </>
          )}
          {shown === 'Swap' && <Swap glass={glass} text={wanted} layers={inside.attention.length} />}
          {shown === 'Words' && <WordMap glass={glass} />}
          {shown === 'Pieces' && <Pieces pieces={inside.pieces} text={wanted} />}
          {shown === 'Side' && beside?.other && others && (
            <SideBySide
              one={{ words: beside.words, inside }}
              other={{ words: beside.other.words, inside: others }}
            />
          )}
        </>
      )}
    </section>
  );
}
