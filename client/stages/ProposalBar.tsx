/** What the lab would do: what is proposed, with who agrees and a button to agree, and what teammates have on their own sliders. */

import { t } from '../i18n/t.ts';
import type { PlanStage, StagePlans } from '../../shared/lifecycle.ts';
import type { Draft, Proposal } from '../../shared/game/match.ts';
import { isSamePlan } from '../../shared/game/same-plan.ts';
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
  /** Puts a plan on the player's own sliders; absent where there are none. */
  onLoad?: (plan: StagePlans[Name]) => void;
}

/** Drafts of teammates who are for no proposal yet. */
function openDrafts({ team, me }: Pick<Standpoint, 'team' | 'me'>, { proposals }: Decision): Draft[] {
  const hasSpoken = (id: string): boolean => proposals.some(({ agreedIds }) => agreedIds.includes(id));
  return (team.own?.drafts ?? []).filter(({ playerId }) => playerId !== me.id && !hasSpoken(playerId));
}

interface SlipProps<Name extends PlanStage, Shown> extends ProposalBarProps<Name> {
  shown: Shown;
  seed: number;
}

function ProposalSlip<Name extends PlanStage>(props: SlipProps<Name, Proposal>) {
  const { shown: proposal, seed, standpoint, decision, words, onLoad } = props;
  const { me, match } = standpoint;
  const mine = proposal.proposerId === me.id;
  const agreed = proposal.agreedIds.includes(me.id);
  const name = nameOf(match.players, proposal.proposerId);
  /* A decision has proposals of its own stage only. */
  const plan = proposal.proposed.plan as StagePlans[Name];
  return (
    <Paper cut="slip" seed={seed} fill="var(--cream)" class="proposal on-stock">
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
}

function DraftSlip<Name extends PlanStage>(props: SlipProps<Name, Draft>) {
  const { shown: draft, seed, standpoint, words, onLoad } = props;
  const { me, match, team } = standpoint;
  const own = team.own?.drafts.find(({ playerId }) => playerId === me.id);
  const isSame = own !== undefined && isSamePlan(own.drafted, draft.drafted);
  const plan = draft.drafted.plan as StagePlans[Name];
  return (
    <Paper cut="slip" seed={seed} class="proposal">
      <p class="small">
        <b>{t('proposal.leans', { name: nameOf(match.players, draft.playerId) })}</b>{' '}
        {isSame ? t('proposal.leansSame') : words(plan)}
      </p>
      {onLoad && !isSame && (
        <div class="proposal-buttons">
          <Button tone="plain" onPress={() => onLoad(plan)}>
            {t('proposal.load')}
          </Button>
        </div>
      )}
    </Paper>
  );
}

export function ProposalBar<Name extends PlanStage>(props: ProposalBarProps<Name>) {
  const { standpoint, decision } = props;
  const drafts = openDrafts(standpoint, decision);
  if (decision.committed) return null;
  return (
    <>
      {decision.proposals.length > 0 && (
        <section class="proposals" aria-label={t('proposal.heading')} aria-live="polite">
          {decision.proposals.map((proposal, index) => (
            <ProposalSlip key={proposal.id} {...props} shown={proposal} seed={index} />
          ))}
        </section>
      )}
      {/* Not live: sliders move all the time. */}
      {drafts.length > 0 && (
        <section class="proposals" aria-label={t('proposal.draftsHeading')}>
          {drafts.map((draft, index) => (
            <DraftSlip key={draft.playerId} {...props} shown={draft} seed={index + 3} />
          ))}
        </section>
      )}
    </>
  );
}
