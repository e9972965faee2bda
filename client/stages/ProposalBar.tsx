/** What the lab proposes: who, what, how many agree, and a button to agree. */

import { t } from '../i18n/t.ts';
import type { TeamPlan } from '../../shared/game/match.ts';
import type { Standpoint } from '../session/standpoint.ts';
import { send } from '../session/current.ts';
import { nameOf, type Decision } from './decision.ts';
import { planWords } from './plan-words.ts';
import { Button } from '../ui/Button.tsx';
import { Paper } from '../ui/Paper.tsx';

export interface ProposalBarProps {
  standpoint: Standpoint;
  decision: Decision;
  vocabSize: number;
  /** Puts a proposal on the player's own sliders; absent where there are none. */
  onLoad?: (proposed: TeamPlan) => void;
}

export function ProposalBar({ standpoint, decision, vocabSize, onLoad }: ProposalBarProps) {
  const { me, match } = standpoint;
  if (decision.committed || decision.proposals.length === 0) return null;
  return (
    <section class="proposals" aria-label={t('proposal.heading')} aria-live="polite">
      {decision.proposals.map((proposal, index) => {
        const mine = proposal.proposerId === me.id;
        const agreed = proposal.agreedIds.includes(me.id);
        const name = nameOf(match.players, proposal.proposerId);
        return (
          <Paper key={proposal.id} cut="slip" seed={index} fill="var(--cream)" class="proposal on-stock">
            <p>
              <b>{mine ? t('proposal.byYou') : t('proposal.by', { name })}</b>{' '}
              <span class="small">
                {t('proposal.votes', { count: proposal.agreedIds.length, needed: decision.needed })}
              </span>
            </p>
            <p class="small">
              {planWords(proposal.proposed, vocabSize, standpoint.team.runs.pretrain?.checkpoints)}
            </p>
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
                <Button tone="plain" onPress={() => onLoad(proposal.proposed)}>
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
