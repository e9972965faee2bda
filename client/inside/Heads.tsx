/** Where each head looks from a piece of the text, and what becomes of the answer without it. */

import { useSignal } from '@preact/signals';
import { t } from '../i18n/t.ts';
import type { InspectJob } from '../lab/engine/api.ts';
import type { Inside } from '../lab/engine/inside.ts';
import { chanceWords, pieceWords } from './piece-words.ts';

type Off = InspectJob['without'];

const MOST_NAMED = 3;

interface HeadsProps {
  inside: Inside;
  /** Heads that are switched off. */
  off: Off;
  onSwitch: (off: Off) => void;
}

export function Heads({ inside, off, onSwitch }: HeadsProps) {
  const { pieces, attention, answer, wholeAnswer } = inside;
  const chosen = useSignal<number | null>(null);
  const last = pieces.length - 1;
  const from = Math.min(chosen.value ?? last, last);
  const isOff = (layer: number, head: number): boolean =>
    off.some((one) => one.layer === layer && one.head === head);
  const toggle = (layer: number, head: number): void => {
    const others = off.filter((one) => one.layer !== layer || one.head !== head);
    onSwitch(others.length < off.length ? others : [...off, { layer, head }]);
  };
  return (
    <>
      <p class="small">{t('inside.headsLead')}</p>
      <p class="piece-row" role="group" aria-label={t('inside.from')}>
        {pieces.map(({ text }, index) => (
          <button
            key={index}
            type="button"
            lang="en"
            class="piece"
            aria-pressed={index === from}
            onClick={() => (chosen.value = index)}
          >
            {pieceWords(text)}
          </button>
        ))}
      </p>
      <ul class="heads">
        {attention.flatMap((heads, layer) =>
          heads.map((weights, head) => {
            const row = weights.subarray(from * pieces.length, from * pieces.length + from + 1);
            const name = t('inside.headName', { layer: layer + 1, head: head + 1 });
            const most = Array.from(row, (weight, index) => ({ weight, text: pieces[index].text }))
              .sort((a, b) => b.weight - a.weight)
              .slice(0, MOST_NAMED)
              .map(({ weight, text }) => `${pieceWords(text)} ${chanceWords(weight)}`)
              .join(', ');
            const isDark = isOff(layer, head);
            return (
              <li key={`${layer}/${head}`} class={isDark ? 'left-out' : ''}>
                <label class="head-name">
                  <input
                    type="checkbox"
                    checked={!isDark}
                    aria-label={`${name}: ${t('inside.headSwitch')}`}
                    onChange={() => toggle(layer, head)}
                  />
                  <b>{name}</b>
                </label>
                <p class="looks" aria-hidden="true" lang="en">
                  {Array.from(row, (weight, index) => (
                    <span key={index} style={{ '--weight': isDark ? 0 : weight }}>
                      {pieceWords(pieces[index].text)}
                    </span>
                  ))}
                </p>
                <p class="small" data-testid="head-twin">
                  {isDark ? t('inside.headOff', { name }) : t('inside.headTwin', { name, most })}
                </p>
              </li>
            );
          }),
        )}
      </ul>
      <p class="small">{t('inside.headsAbout')}</p>
      <div aria-live="polite">
        <p class="model-voice">
          <span class="small">{t('inside.answer')}</span>{' '}
          <span data-testid="inside-answer" lang="en">
            {answer.trim() || '…'}
          </span>
        </p>
        {off.length > 0 && (
          <p class="model-voice">
            <span class="small">{t('inside.answerWhole')}</span>{' '}
            <span lang="en">{wholeAnswer.trim() || '…'}</span>
          </p>
        )}
        {off.length > 0 && answer === wholeAnswer && <p class="small">{t('inside.answerSame')}</p>}
      </div>
    </>
  );
}
