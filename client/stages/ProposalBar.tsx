/** What the lab proposes: who, what, how many agree, and a button to agree. */

import { t } from '../i18n/t.ts';
import type { PlanStage, StagePlans } from '../../shared/lifecycle.ts';
import type { Standpoint } from '../session/standpoint.ts';
import { send } from '../session/current.ts';
import { nameOf, type Decision } from './decision.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';

export interface ProposalBarProps<Name extends PlanStage> {
  standpoint: Standpoint;
  /** The stage, and how its decision stands. */
  stage: Name;
  decision: Decision;
  /** A plan in one line. */
  words: (plan: StagePlans[Name]) => string;
  /** Puts a proposal on the player's own sliders; absent where there are none. */
  onLoad?: (plan: StagePlans[Name]) => void;
}

export function ProposalBar<Name extends PlanStage>({
  standpoint,
  decision,
  words,
  onLoad,
}: ProposalBarProps<Name>) {
  const { me, match } = standpoint;
  if (decision.committed || decision.proposals.length === 0) return null;
  return (
    <section class="proposals" aria-label={t('proposal.heading')} aria-live="polite">
      {decision.proposals.map((proposal, index) => {
        const mine = proposal.proposerId === me.id;
        const agreed = proposal.agreedIds.includes(me.id);
        const name = nameOf(match.players, proposal.proposerId);
        /* A decision has proposals of its own stage only. */
        const plan = proposal.proposed.plan as StagePlans[Name];
        return (
          <Paper key={proposal.id} cut="slip" seed={index} fill="var(--cream)" class="proposal on-stock">
            <p>
              <b>{mine ? t('proposal.byYou') : t('proposal.by', { name })}</b>{' '}
              <span class="small">
                {t('proposal.votes', { count: proposal.agreedIds.length, needed: decision.needed })}
              </span>
            </p>
            <p class="small">{words(plan)}</p>
            <div class="proposal-buttons">
              {agreed ? (
                <span class="small">✓ {t('proposal.agreed')}</span>
              ) : (
                <Button
                  tone="main"
                  label={t('proposal.agreeAria', { name })}
                  onPress={() => void send({ type: 'plan/agree', proposalId: proposal.id })}
                >
                  {t('proposal.agree')}
                </Button>
              )}
              {onLoad && !mine && (
                <Button tone="plain" onPress={() => onLoad(plan)}>
                  {t('proposal.load')}
                </Button>
              )}
            </div>
          </Paper>
        );
      })}
    </section>
  );
}
