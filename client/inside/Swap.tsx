/** A state of the model while it read one text, put into another: which words does it carry along? */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import type { Piece } from '../lab/engine/inside.ts';
import type { Swapped, SwapPlace } from '../lab/engine/states.ts';
import { AskLine } from '../ui/AskLine.tsx';
import { Choice } from '../ui/Choice.tsx';
import type { Glass } from './glass.ts';
import { chanceWords, pieceWords } from './piece-words.ts';

/** Further than any text: the last piece, until another is pressed. */
const LAST = Number.MAX_SAFE_INTEGER;

interface PiecesProps {
  label: string;
  pieces: readonly Piece[];
  chosen: number;
  onChoose: (place: number) => void;
}

function ChoosePiece({ label, pieces, chosen, onChoose }: PiecesProps) {
  const place = Math.min(chosen, pieces.length - 1);
  return (
    <>
      <p class="small">{label}</p>
      <p class="piece-row" role="group" aria-label={label}>
        {pieces.map(({ text }, index) => (
          <button
            key={index}
            type="button"
            lang="en"
            class="piece"
            aria-pressed={index === place}
            onClick={() => onChoose(index)}
          >
            {pieceWords(text)}
          </button>
        ))}
      </p>
    </>
  );
}

function Answer({ label, text, testId }: { label: string; text: string; testId?: string }) {
  return (
    <p class="model-voice">
      <span class="small">{label}</span>{' '}
      <span lang="en" data-testid={testId}>
        {text.trim() || '…'}
      </span>
    </p>
  );
}

export function Swap({ glass, text, layers }: { glass: Glass; text: string; layers: number }) {
  const example = t(glass.manner === 'answer' ? 'inside.swapAnswer' : 'inside.swapContinue');
  const typed = useSignal('');
  const other = useSignal(example);
  const place = useSignal<SwapPlace>({ layer: 1, from: LAST, to: LAST });
  const seen = useSignal<Swapped | null>(null);
  const [read, at] = [other.value, place.value];
  useEffect(() => {
    let isStale = false;
    void glass.swap(text, read, at).then((swapped) => {
      if (!isStale) seen.value = swapped;
    });
    return () => void (isStale = true);
  }, [glass, text, read, at]);
  const shown = seen.value;
  return (
    <>
      <p class="small">{t('inside.swapLead')}</p>
      <AskLine
        label={t('inside.swapOther')}
        text={typed}
        opener={example}
        say={(text) => {
          other.value = text;
          place.value = { ...place.peek(), from: LAST };
        }}
        button={t('inside.swap')}
        testId="inside-swap"
      />
      {shown && (
        <>
          <ChoosePiece
            label={t('inside.swapFrom')}
            pieces={shown.otherPieces}
            chosen={at.from}
            onChoose={(from) => (place.value = { ...at, from })}
          />
          <ChoosePiece
            label={t('inside.swapTo')}
            pieces={shown.pieces}
            chosen={at.to}
            onChoose={(to) => (place.value = { ...at, to })}
          />
          <Choice
            legend={t('inside.swapWhen')}
            name="swap-layer"
            options={Array.from({ length: layers + 1 }, (_, layer) => ({
              value: layer,
              label: layer === 0 ? t('inside.layerZero') : t('inside.layer', { layer }),
            }))}
            value={at.layer}
            onChoose={(layer) => (place.value = { ...at, layer })}
          />
          <div aria-live="polite">
            <Answer label={t('inside.swapOwn')} text={shown.own} />
            <Answer label={t('inside.swapOthers')} text={shown.other} />
            <Answer label={t('inside.swapped')} text={shown.swapped} testId="inside-swapped" />
            <p class="small">
              {t('inside.swapNext', {
                guesses: shown.next
                  .map(({ text: piece, chance }) => `${pieceWords(piece)} ${chanceWords(chance)}`)
                  .join(', '),
              })}
            </p>
          </div>
        </>
      )}
    </>
  );
}
