/** How a match moves through its stages: entering one, being done with it, running out of time. */

import { nextStage, type Stage } from '../lifecycle.ts';
import { closeAuction, openAuction } from './stages/data/auction.ts';
import { allVoted, countArenaVotes, REVEAL_GRACES, reveal } from './stages/arena/votes.ts';
import { settleScore } from './stages/debrief/score.ts';
import type { Match, Team, TrainingStage } from './match.ts';
import { commitLeading } from './proposals.ts';
import { loseOpenProbes } from './stages/scale/probes.ts';
import { finishRun } from './training/run.ts';

/** Extra time for training when the fine-tune clock ran out before a team had even decided. */
const OVERTIME_SECONDS = 45;

export function enterStage(match: Match, stage: Stage, nowMs: number): void {
  const seconds = match.settings.stageSeconds[stage];
  match.stage = stage;
  match.stageEndsAtMs = seconds === null ? null : nowMs + seconds * 1000;
  if (stage === 'data') openAuction(match, seconds, nowMs);
  for (const team of Object.values(match.teams)) team.proposals = [];
}

/** Whether the team has nothing left to do or to wait for in the current stage. */
export function isDone(match: Match, team: Team): boolean {
  switch (match.stage) {
    case 'data':
    case 'scale':
      return team.plans[match.stage] !== null;
    case 'pretrain':
      return isSettled(team, 'pretrain');
    case 'fine-tune':
      return team.plans['fine-tune'] !== null && isSettled(team, 'fine-tune') && team.tuning !== null;
    case 'align':
      return team.plans.align !== null;
    case 'arena':
      return allVoted(match);
    default:
      return false;
  }
}

function isSettled(team: Team, stage: TrainingStage): boolean {
  const run = team.runs[stage];
  return run !== null && run.status === 'finished' && run.scoredTokens >= run.tokensUsed;
}

/** When the last team is done, the stage ends after a short grace, so that everybody sees it happen. */
export function endWhenAllDone(match: Match, nowMs: number): void {
  const teams = Object.values(match.teams);
  if (match.stage === 'lobby' || match.stage === 'debrief' || !teams.every((team) => isDone(match, team)))
    return;
  const { graceSeconds, readingSeconds } = match.settings;
  const graceEndsAtMs = nowMs + (match.stage === 'fine-tune' ? readingSeconds : graceSeconds) * 1000;
  match.stageEndsAtMs = Math.min(match.stageEndsAtMs ?? graceEndsAtMs, graceEndsAtMs);
}

/**
 * The clock ran out, or the host skipped: open decisions fall to the leading proposal or the default, training stops,
 * and the next stage begins. Fine-tune gets overtime once, since a plan chosen just now has still to be trained; the arena
 * stays open for a look behind the curtains.
 */
export function expireStage(match: Match, nowMs: number): void {
  const { stage } = match;
  if (stage === 'lobby' || stage === 'debrief') return;
  if (stage === 'data') closeAuction(match);
  if (stage === 'align') Object.values(match.teams).forEach((team) => settleAlign(match, team));
  else if (stage === 'arena') {
    if (openCurtains(match, nowMs)) return;
  } else if (stage !== 'pretrain') {
    const undecided = Object.values(match.teams).filter((team) => team.plans[stage] === null);
    for (const team of undecided) commitLeading(match, team, stage);
    if (stage === 'fine-tune' && undecided.length > 0) {
      match.stageEndsAtMs = nowMs + OVERTIME_SECONDS * 1000;
      return;
    }
  }
  if (stage === 'pretrain' || stage === 'fine-tune') {
    for (const team of Object.values(match.teams)) finishRun(team, stage);
  }
  if (stage === 'scale') Object.values(match.teams).forEach(loseOpenProbes);
  const following = nextStage(stage);
  if (following) enterStage(match, following, nowMs);
}

/** Aligning stops, and an undecided team keeps what is there, unless its leading proposal says otherwise. */
function settleAlign(match: Match, team: Team): void {
  finishRun(team, 'align');
  team.alignment.wanted = null;
  team.proposals = team.proposals.filter(
    ({ proposed }) => proposed.stage === 'align' && proposed.plan.kind !== 'train',
  );
  if (team.plans.align === null) commitLeading(match, team, 'align');
}

/** Ends the voting, once. Returns whether there is something to see, for which the stage then stays a while longer. */
function openCurtains(match: Match, nowMs: number): boolean {
  if (match.arena.revealed) return false;
  reveal(match);
  for (const team of Object.values(match.teams)) settleScore(match, team);
  if (countArenaVotes(match.arena) === 0) return false;
  match.stageEndsAtMs = nowMs + REVEAL_GRACES * match.settings.graceSeconds * 1000;
  return true;
}
