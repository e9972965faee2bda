/** The frame of every stage's panel: a title, what scrolls, and a bar at the bottom that never scrolls away. */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { catalogue } from '../i18n/catalogue.ts';
import { t } from '../i18n/t.ts';
import type { Screen } from '../i18n/number-cards.ts';
import { match } from '../session/current.ts';
import { NumberCards } from '../ui/NumberCards.tsx';
import { openHelp } from '../ui/help.ts';
import { QuickSlip } from './QuickSlip.tsx';

export interface StageFrameProps {
  title: string;
  lead?: ComponentChildren;
  /** Which part of the stage is shown; another part starts at its top. */
  part?: string;
  /** What there is to read about the stage, in English; another language brings its own. */
  docs: string;
  /** Whose numbers can be looked up at the end of the panel. */
  numbers?: Screen;
  children: ComponentChildren;
  /** The bar with the one main button. */
  bar?: ComponentChildren;
}

export function StageFrame({ title, lead, part, docs, numbers, children, bar }: StageFrameProps) {
  const stage = match.value?.stage;
  const scroll = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => scroll.current?.scrollTo(0, 0), [part]);
  return (
    <>
      <div class="panel-scroll" id="work" tabIndex={-1} ref={scroll}>
        <div class="panel-title">
          <h1>{title}</h1>
          <button
            type="button"
            class="help-button"
            aria-label={t('common.helpOf')}
            aria-haspopup="dialog"
            onClick={() =>
              (openHelp.value = { title, text: (stage && catalogue.value.docs?.[stage]) ?? docs })
            }
          >
            ?
          </button>
        </div>
        {lead && <p class="lead">{lead}</p>}
        {children}
        {stage && <p class="small why-below">{t(`why.${stage}`)}</p>}
        {numbers && <NumberCards screen={numbers} />}
        <QuickSlip />
      </div>
      {bar && <div class="panel-bar">{bar}</div>}
    </>
  );
}
