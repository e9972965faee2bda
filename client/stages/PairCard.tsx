/** Two answers to choose from: the question with its evidence, two big papers to tap, and keys for whoever has some. */

import './cards.css';
import { useEffect } from 'preact/hooks';
import { t } from '../i18n/t.ts';
import { SIDES, type Side } from '../../shared/game/stages/arena/state.ts';
import { Paper, PaperBack } from '../ui/Paper.tsx';

/** Chooses a side by these keys, and by others what they stand for; not while somebody types. */
export function useChoiceKeys<Choice extends string>(
  isOn: boolean,
  others: Record<string, Choice>,
  onChoose: (choice: Side | Choice, press: Event) => void,
): void {
  useEffect(() => {
    if (!isOn) return;
    const keys = new Map<string, Side | Choice>([
      ['a', 'a'],
      ['1', 'a'],
      ['b', 'b'],
      ['2', 'b'],
      ...Object.entries(others),
    ]);
    const onKey = (event: KeyboardEvent): void => {
      const choice = keys.get(event.key.toLowerCase());
      const typing = (event.target as Element | null)?.closest('input, textarea, select, dialog');
      if (!choice || typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      onChoose(choice, event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

/** What was asked, with what the world says about it; a hint where it says nothing. */
export function AskedSlip({
  question,
  evidence,
  hint,
}: {
  question: string;
  evidence: string;
  hint: string;
}) {
  return (
    <Paper cut="slip" fill="var(--cream)" class="evidence on-stock">
      <p>
        <span class="small">{t('align.asked')}</span> <b lang="en">{question}</b>
      </p>
      {evidence ? (
        <p>
          <span class="small">{t('align.evidence')}</span> <b lang="en">{evidence}</b>
        </p>
      ) : (
        <p class="small">{hint}</p>
      )}
    </Paper>
  );
}

export interface AnswerPapersProps {
  pair: { id: string; a: string; b: string; choice: string | null };
  /** What the papers are called in tests: the prefix of `-a` and `-b`. */
  testId: string;
  disabled: boolean;
  onChoose: (side: Side, press: Event) => void;
}

/** Both answers, a paper each. */
export function AnswerPapers({ pair, testId, disabled, onChoose }: AnswerPapersProps) {
  return (
    <>
      {SIDES.map((side) => {
        const name = side.toUpperCase();
        const answer = pair[side] || '…';
        return (
          <button
            key={`${pair.id}${side}`}
            type="button"
            class={`answer-paper ${pair.choice === side ? 'chosen' : ''}`}
            disabled={disabled}
            data-testid={`${testId}-${side}`}
            onClick={(press) => onChoose(side, press)}
          >
            <PaperBack cut="sheet" seed={side === 'a' ? 0 : 1} fill="var(--sheet)" />
            <span class="small">{t('align.answer', { side: name })}</span>
            <span class="model-voice" lang="en">
              {answer}
            </span>
          </button>
        );
      })}
    </>
  );
}
