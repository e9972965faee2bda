/** One pair to vote on: the question, the evidence where there is any, and two papers to choose from. */

import { t } from '../../i18n/t.ts';
import type { ArenaChoice } from '../../../shared/game/stages/arena/state.ts';
import { useLookedAt } from '../cards.ts';
import { AnswerPapers, AskedSlip, useChoiceKeys } from '../PairCard.tsx';
import { seat } from '../../session/current.ts';
import { ReportText } from '../ReportText.tsx';
import { hideBallotPair, vote, type BallotPair } from '../spotlight/ballot.ts';

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

/** N (or 0) says neither. */
const KEYS = { n: 'tie', '0': 'tie' } as const;

export interface VoteCardProps {
  pair: BallotPair;
  isPaused: boolean;
  /** Whether keys vote too; on the console they have other meanings. */
  hasKeys: boolean;
}

export function VoteCard({ pair, isPaused, hasKeys }: VoteCardProps) {
  const choose = useVote(pair, isPaused);
  useChoiceKeys(hasKeys, KEYS, choose);
  const question = t(`arena.question.${pair.criterion}`);
  return (
    <section class="rating" aria-label={question}>
      <AskedSlip question={pair.question} evidence={pair.evidence} hint={t(`arena.hint.${pair.criterion}`)} />
      <AnswerPapers pair={pair} testId="vote" disabled={isPaused} onChoose={choose} />
      {seat.value?.role === 'player' && (
        <ReportText pairId={pair.id} onGone={() => hideBallotPair(pair.id)} />
      )}
    </section>
  );
}
