/** How a team decides: anyone proposes, the others agree or counter, a majority commits. */

import { checkAlign, commitAlign, isAligning } from './stages/align/preferences.ts';
import { lotOf } from './stages/data/auction.ts';
import { checkDataPlan, DEFAULT_DATA_PLAN, withLot, type Lot } from './stages/data/plan.ts';
import { checkFineTunePlan, DEFAULT_FINE_TUNE_PLAN } from './stages/fine-tune/plan.ts';
import { checkLabels } from './stages/data/labels.ts';
import { findPlayer, findTeamOf, membersOf } from './members.ts';
import type { Match, PlanStage, Proposal, Team, TeamPlan } from './match.ts';
import { fail, ok, type Result } from './result.ts';
import { checkScalePlan, DEFAULT_SCALE_PLAN } from './stages/scale/plan.ts';
import { checkPretrain, commitPretrain } from './stages/pretrain/plan.ts';

/** Whether the plan itself is allowed to a team with this lot, whoever proposes it. */
export function checkPlan(proposed: TeamPlan, lot: Lot | null): Result<unknown> {
  switch (proposed.stage) {
    case 'data':
      return checkDataPlan(proposed.plan, lot);
    case 'scale':
      return checkScalePlan(proposed.plan);
    case 'fine-tune':
      return checkFineTunePlan(proposed.plan);
    case 'pretrain':
    case 'align':
      return ok(proposed.plan);
  }
}

/** Whether the plan is allowed to this team: some need what the team has worked for. */
function checkForTeam(match: Match, team: Team, proposed: TeamPlan): Result<unknown> {
  if (proposed.stage === 'align') return checkAlign(match, team, proposed.plan);
  if (proposed.stage === 'pretrain') return checkPretrain(team, proposed.plan);
  const checked = checkPlan(proposed, lotOf(match, team.id));
  return checked.ok && proposed.stage === 'data' ? checkLabels(team, proposed.plan.cleaning) : checked;
}

/** A member proposes a plan; it replaces that member's earlier proposal and withdraws their other agreements. */
export function propose(
  match: Match,
  playerId: string,
  proposalId: string,
  proposed: TeamPlan,
): Result<void> {
  const open = openTeam(match, playerId, proposed.stage);
  if (!open.ok) return open;
  const team = open.value;
  const checked = checkForTeam(match, team, proposed);
  if (!checked.ok) return checked;
  withdraw(team, playerId);
  team.proposals.push({ id: proposalId, proposerId: playerId, agreedIds: [playerId], proposed });
  commitOnMajority(match, team);
  return ok(undefined);
}

/** A member agrees to a proposal of the own team, and to no other. */
export function agree(match: Match, playerId: string, proposalId: string): Result<void> {
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
  const stands = checkForTeam(match, holder, proposal.proposed);
  if (!stands.ok) return stands;
  withdraw(holder, playerId, proposalId);
  proposal.agreedIds.push(playerId);
  commitOnMajority(match, holder);
  return ok(undefined);
}

/** The player's team, if it may still decide on this stage. */
function openTeam(match: Match, playerId: string, stage: PlanStage): Result<Team> {
  const found = findTeamOf(match, playerId);
  if (!found.ok) return found;
  if (match.stage !== stage) return fail('match/wrong_stage', { stage: match.stage });
  if (match.pausedAtMs !== null) return fail('match/paused');
  const team = found.value;
  if (stage === 'pretrain') {
    if (!team.runs.pretrain) return fail('train/not_running');
  } else if (team.plans[stage] !== null || (stage === 'align' && isAligning(team))) {
    return fail('plan/already_committed');
  }
  return ok(team);
}

/** Takes a player's agreement away from every proposal but one; proposals without agreement vanish. */
export function withdraw(team: Team, playerId: string, exceptId?: string): void {
  for (const proposal of team.proposals) {
    if (proposal.id !== exceptId) proposal.agreedIds = proposal.agreedIds.filter((id) => id !== playerId);
  }
  team.proposals = team.proposals.filter((proposal) => proposal.agreedIds.length > 0);
}

/**
 * Whether a proposal may still be carried out: what it needs may be gone since somebody proposed it. One that a run has
 * overtaken may, since it changes nothing.
 */
function stillStands(match: Match, team: Team, { proposed }: Proposal): boolean {
  return proposed.stage === 'pretrain' || checkForTeam(match, team, proposed).ok;
}

/** Commits a proposal that more than half of the connected members agree to. */
export function commitOnMajority(match: Match, team: Team): void {
  const voters = new Set(
    membersOf(match, team.id).flatMap((player) => (player.connected ? [player.id] : [])),
  );
  const winner = team.proposals.find(
    (proposal) =>
      2 * proposal.agreedIds.filter((id) => voters.has(id)).length > Math.max(1, voters.size) &&
      stillStands(match, team, proposal),
  );
  if (winner) commit(team, winner.proposed);
}

/** The clock decides: the proposal with most agreement (the earliest of equals), else the default plan. */
export function commitLeading(match: Match, team: Team, stage: Exclude<PlanStage, 'pretrain'>): void {
  const leading = team.proposals
    .filter((proposal) => proposal.proposed.stage === stage && stillStands(match, team, proposal))
    .reduce<Team['proposals'][number] | null>(
      (best, proposal) => (best && best.agreedIds.length >= proposal.agreedIds.length ? best : proposal),
      null,
    );
  if (!leading) team.defaulted.push(stage);
  commit(team, leading?.proposed ?? defaultPlan(stage, lotOf(match, team.id)));
}

export function defaultPlan(stage: Exclude<PlanStage, 'pretrain'>, lot: Lot | null): TeamPlan {
  switch (stage) {
    case 'data':
      return { stage, plan: withLot(DEFAULT_DATA_PLAN, lot) };
    case 'scale':
      return { stage, plan: DEFAULT_SCALE_PLAN };
    case 'fine-tune':
      return { stage, plan: DEFAULT_FINE_TUNE_PLAN };
    case 'align':
      return { stage, plan: { kind: 'keep' } };
  }
}

function commit(team: Team, { stage, plan }: TeamPlan): void {
  if (stage === 'data') team.plans.data = plan;
  else if (stage === 'scale') team.plans.scale = plan;
  else if (stage === 'fine-tune') team.plans['fine-tune'] = plan;
  else if (stage === 'align') commitAlign(team, plan);
  else commitPretrain(team, plan);
  team.proposals = [];
}
