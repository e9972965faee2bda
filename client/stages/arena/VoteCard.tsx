/** One pair to vote on: the question, the evidence where there is any, and two papers to choose from. */

import '../cards.css';
import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { SIDES, type ArenaChoice, type Side } from '../../../shared/game/stages/arena/state.ts';
import { Paper, PaperBack } from '../../ui/Paper.tsx';
import { useLookedAt } from '../cards.ts';
import { vote, type BallotPair } from '../spotlight/ballot.ts';

interface AnswerPaperProps {
  pair: BallotPair;
  side: Side;
  disabled: boolean;
  onChoose: (choice: ArenaChoice, press: Event) => void;
}

function AnswerPaper({ pair, side, disabled, onChoose }: AnswerPaperProps) {
  const name = side.toUpperCase();
  const answer = pair[side] || '…';
  return (
    <button
      type="button"
      class={`answer-paper ${pair.choice === side ? 'chosen' : ''}`}
      disabled={disabled}
      data-testid={`vote-${side}`}
      aria-label={t('align.choose', { side: name, answer })}
      onClick={(press) => onChoose(side, press)}
    >
      <PaperBack cut="sheet" seed={side === 'a' ? 0 : 1} fill="var(--sheet)" />
      <span class="small">{t('align.answer', { side: name })}</span>
      <span class="model-voice">{answer}</span>
    </button>
  );
}

/** A and B (or 1 and 2) vote, N (or 0) says neither; not while somebody types. */
function useVotingKeys(isOn: boolean, onChoose: (choice: ArenaChoice, press: Event) => void): void {
  useEffect(() => {
    if (!isOn) return;
    const keys: Record<string, ArenaChoice> = { a: 'a', '1': 'a', b: 'b', '2': 'b', n: 'tie', '0': 'tie' };
    const onKey = (event: KeyboardEvent): void => {
      const choice = keys[event.key.toLowerCase()];
      const typing = (event.target as Element | null)?.closest('input, textarea, select, dialog');
      if (!choice || typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      onChoose(choice, event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}

/** Votes on the pair on screen, once it has been there for long enough to be looked at; not in a pause. */
export function useVote(
  pair: BallotPair | null,
  isPaused: boolean,
): (choice: ArenaChoice, press: Event) => void {
  const isLookedAt = useLookedAt(pair?.id ?? null);
  return (choice, press) => {
    if (pair && !isPaused && isLookedAt(press)) void vote(pair.id, choice);
  };
}

export interface VoteCardProps {
  pair: BallotPair;
  isPaused: boolean;
  /** Whether keys vote too; on the console they have other meanings. */
  hasKeys: boolean;
}

export function VoteCard({ pair, isPaused, hasKeys }: VoteCardProps) {
  const choose = useVote(pair, isPaused);
  useVotingKeys(hasKeys, choose);
  const question = t(`arena.question.${pair.criterion}`);
  return (
    <section class="rating" aria-label={question}>
      <Paper cut="slip" fill="var(--cream)" class="evidence on-stock">
        <p>
          <span class="small">{t('align.asked')}</span> <b>{pair.question}</b>
        </p>
        {pair.evidence ? (
          <p>
            <span class="small">{t('align.evidence')}</span> <b>{pair.evidence}</b>
          </p>
        ) : (
          <p class="small">{t(`arena.hint.${pair.criterion}`)}</p>
        )}
      </Paper>
      {SIDES.map((side) => (
        <AnswerPaper
          key={`${pair.id}${side}`}
          pair={pair}
          side={side}
          disabled={isPaused}
          onChoose={choose}
        />
      ))}
    </section>
  );
}
