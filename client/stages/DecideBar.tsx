/** The bottom bar of a decision: propose it, wait for the team, or see that it is done. */

import type { ComponentChildren } from 'preact';
import { t } from '../i18n/t.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import { isSamePlan } from '../../shared/game/same-plan.ts';
import { send } from '../session/current.ts';
import { Button } from '../ui/Button.tsx';
import { useBusy, type Decision } from './decision.ts';

export interface DecideBarProps {
  decision: Decision;
  proposed: TeamPlan;
  /** Words right on the button, such as the price. */
  note?: ComponentChildren;
  /** Why it can't be proposed now, or null. */
  obstacle?: string | null;
}

export function DecideBar({ decision, proposed, note, obstacle = null }: DecideBarProps) {
  const [busy, start] = useBusy();
  if (decision.committed) {
    return (
      <p class="settled" role="status">
        <b>{decision.defaulted ? t('proposal.defaulted') : t('proposal.committed')}</b>{' '}
        {decision.othersDone < decision.othersCount &&
          t('proposal.others', { done: decision.othersDone, count: decision.othersCount })}
      </p>
    );
  }
  const { mine } = decision;
  if (mine && isSamePlan(mine.proposed, proposed)) {
    return (
      <p class="settled" role="status">
        <b>{t('proposal.votes', { count: mine.agreedIds.length, needed: decision.needed })}</b>{' '}
        {t('proposal.waiting', { count: decision.needed - mine.agreedIds.length })}
      </p>
    );
  }
  /* Who proposes the same agrees. */
  const isProposed = decision.proposals.some((proposal) => isSamePlan(proposal.proposed, proposed));
  return (
    <>
      {obstacle && <p class="obstacle">{obstacle}</p>}
      <Button
        tone="main"
        testId="main-action"
        class="wide"
        disabled={busy.value || obstacle !== null}
        onPress={() => start(() => send({ type: 'plan/propose', proposed }))}
      >
        <span>
          {isProposed ? t('proposal.agree') : decision.alone ? t('proposal.decide') : t('proposal.propose')}
        </span>
        {note && <small>{note}</small>}
      </Button>
    </>
  );
}
