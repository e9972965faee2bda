/** How a team decides: anyone proposes, the others agree or counter, a majority commits. */

import type { PlanStage, Stage } from '../lifecycle.ts';
import { favouriteOf, putDraft, withdraw } from './agreement.ts';
import { findPlayer, findTeamOf, votersOf } from './members.ts';
import type { Match, Proposal, Team, TeamPlan } from './match.ts';
import { fail, ok, type Result } from './result.ts';
import { isRunByBot } from './quick.ts';
import { isSamePlan } from './same-plan.ts';
import type { Context, PlanRules } from './stage.ts';
import { rulesOf } from './stages/registry.ts';

/** The rules for the plan of a stage. Throws where there is none to decide on. */
function planRules(stage: Stage): PlanRules<unknown> {
  const { plan } = rulesOf(stage);
  if (!plan) throw new Error(`nothing is decided in ${stage}`);
  return plan;
}

/** Whether the plan is allowed to this team. */
function check(match: Match, team: Team, { stage, plan }: TeamPlan): Result<unknown> {
  return planRules(stage).check(match, team, plan);
}

/**
 * A member proposes a plan; it replaces that member's earlier proposal and withdraws their other agreements. Who proposes what a
 * teammate has proposed already agrees with it: both may have pressed at once.
 */
export function propose(
  context: Context,
  playerId: string,
  proposalId: string,
  proposed: TeamPlan,
): Result<void> {
  const { match, nowMs } = context;
  const open = openTeam(match, playerId, proposed.stage);
  if (!open.ok) return open;
  const team = open.value;
  const checked = check(match, team, proposed);
  if (!checked.ok) return checked;
  const same = team.proposals.find((proposal) => isSamePlan(proposal.proposed, proposed));
  if (same && same.proposerId !== playerId) return agree(context, playerId, same.id);
  withdraw(team, playerId);
  team.proposals.push({ id: proposalId, proposerId: playerId, agreedIds: [playerId], proposed });
  commitOnMajority(match, team, nowMs);
  return ok(undefined);
}

/** A member agrees to a proposal of the own team, and to no other. */
export function agree({ match, nowMs }: Context, playerId: string, proposalId: string): Result<void> {
  const player = findPlayer(match, playerId);
  if (!player.ok) return player;
  const holder = Object.values(match.teams).find((team) =>
    team.proposals.some(({ id }) => id === proposalId),
  );
  if (!holder) return fail('plan/no_such_proposal');
  if (holder.id !== player.value.teamId) return fail('plan/not_your_team');
  const proposal = holder.proposals.find(({ id }) => id === proposalId);
  if (!proposal) return fail('plan/no_such_proposal');
  const open = openTeam(match, playerId, proposal.proposed.stage);
  if (!open.ok) return open;
  if (proposal.agreedIds.includes(playerId)) return ok(undefined);
  /* A run goes on while people think; and labels are corrected, and pairs rated otherwise. */
  const stands = check(match, holder, proposal.proposed);
  if (!stands.ok) return stands;
  withdraw(holder, playerId, proposalId);
  proposal.agreedIds.push(playerId);
  commitOnMajority(match, holder, nowMs);
  return ok(undefined);
}

/** A member's own sliders as they stand, for teammates to see; when the clock decides, they count where nobody has proposed. */
export function draft({ match }: Context, playerId: string, drafted: TeamPlan): Result<void> {
  const found = findTeamOf(match, playerId);
  if (!found.ok) return found;
  if (match.stage !== drafted.stage) return fail('match/wrong_stage', { stage: match.stage });
  const { isDecided, standard, together } = planRules(drafted.stage);
  if (!standard || together) return fail('protocol/bad_message');
  if (isDecided(match, found.value)) return fail('plan/already_committed');
  putDraft(found.value, playerId, drafted);
  return ok(undefined);
}

/** The player's team, if it may still decide on this stage. */
function openTeam(match: Match, playerId: string, stage: PlanStage): Result<Team> {
  const found = findTeamOf(match, playerId);
  if (!found.ok) return found;
  const open = stillOpen(match, found.value, stage);
  return open.ok ? found : open;
}

/** Whether this team may still decide on this stage. */
function stillOpen(match: Match, team: Team, stage: PlanStage): Result<void> {
  if (match.stage !== stage) return fail('match/wrong_stage', { stage: match.stage });
  if (match.pausedAtMs !== null) return fail('match/paused');
  const { isDecided, isOpen } = planRules(stage);
  if (isDecided(match, team)) return fail('plan/already_committed');
  return isOpen?.(match, team) ?? ok(undefined);
}

/** A bot decides for a lab that nobody is in. */
export function decideAsBot({ match, nowMs }: Context, team: Team, decided: TeamPlan): Result<void> {
  if (!isRunByBot(match, team, nowMs)) return fail('plan/not_your_team');
  const open = stillOpen(match, team, decided.stage);
  if (!open.ok) return open;
  const checked = check(match, team, decided);
  if (!checked.ok) return checked;
  commit(match, team, decided, nowMs);
  return ok(undefined);
}

/** Whether a proposal may still be carried out: what it needs may be gone since somebody proposed it. */
function stillStands(match: Match, team: Team, { proposed }: Proposal): boolean {
  return planRules(proposed.stage).mayBeStale === true || check(match, team, proposed).ok;
}

/** Commits a proposal that more than half of the members agree to whose voices count. */
export function commitOnMajority(match: Match, team: Team, nowMs: number): void {
  const winner = winnerOf(match, team, nowMs);
  if (winner) commit(match, team, winner.proposed, nowMs);
}

/** Whether a majority stands that nobody has carried out yet: those who were waited for have been gone for too long. */
export function isDecisionDue(match: Match, nowMs: number): boolean {
  if (match.pausedAtMs !== null) return false;
  return Object.values(match.teams).some((team) => winnerOf(match, team, nowMs) !== undefined);
}

function winnerOf(match: Match, team: Team, nowMs: number): Proposal | undefined {
  if (team.proposals.length === 0) return undefined;
  const voters = new Set(votersOf(match, team.id, nowMs).map(({ id }) => id));
  return team.proposals.find(
    (proposal) =>
      2 * proposal.agreedIds.filter((id) => voters.has(id)).length > Math.max(1, voters.size) &&
      stillStands(match, team, proposal),
  );
}

/** The proposal with most agreement that the clock may carry out, the earliest of equals. */
function leadingOf(match: Match, team: Team, stage: Stage): TeamPlan | null {
  const leading = team.proposals
    .filter(({ proposed }) => proposed.stage === stage && mayClockTake(proposed))
    .filter((proposal) => stillStands(match, team, proposal))
    .reduce<Proposal | null>(
      (best, proposal) => (best && best.agreedIds.length >= proposal.agreedIds.length ? best : proposal),
      null,
    );
  return leading?.proposed ?? null;
}

function mayClockTake({ stage, plan }: TeamPlan): boolean {
  return planRules(stage).isFinal?.(plan) ?? true;
}

/** What the members have put together without proposing it: their one basket, or the draft that most of them share. */
function unsaidOf(match: Match, team: Team, stage: PlanStage): TeamPlan | null {
  const { together } = planRules(stage);
  if (!together) {
    const drafts = team.drafts.filter(
      ({ drafted }) => mayClockTake(drafted) && check(match, team, drafted).ok,
    );
    return favouriteOf(drafts);
  }
  const plan = together(match, team);
  /* The rules of a stage make plans of that stage. */
  const made = plan === null ? null : ({ stage, plan } as TeamPlan);
  return made && check(match, team, made).ok ? made : null;
}

/** The clock decides, or the host who skips: what leads among the proposals, else what the members have on their sliders, else the standard plan. */
export function commitLeading(match: Match, team: Team, stage: PlanStage, nowMs: number): void {
  const { standard } = planRules(stage);
  const leading = leadingOf(match, team, stage);
  const unsaid = leading ? null : unsaidOf(match, team, stage);
  if (unsaid) team.takenUnsaid.push(stage);
  const chosen = leading ?? unsaid;
  if (chosen) commit(match, team, chosen, nowMs);
  else if (standard) {
    team.defaulted.push(stage);
    commit(match, team, { stage, plan: standard(match, team) } as TeamPlan, nowMs);
  }
}

function commit(match: Match, team: Team, { stage, plan }: TeamPlan, nowMs: number): void {
  planRules(stage).commit(match, team, plan, nowMs);
  team.proposals = [];
  team.drafts = [];
}
