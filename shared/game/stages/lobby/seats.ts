/** The lobby's rules: who may sit where, under what name, and what starts a match. */

import { leaveRatings } from '../align/preferences.ts';
import { leaveArena, leaveOwnLab } from '../arena/votes.ts';
import { put, takeOut } from '../../look-up.ts';
import { findPlayer, findTeam, membersOf } from '../../members.ts';
import type { Match, Team } from '../../match.ts';
import { withdraw } from '../../proposals.ts';
import { loseProbesOf } from '../scale/probes.ts';
import { fail, ok, type Result } from '../../result.ts';
import { dropShard } from '../../training/rounds.ts';
import { computeBudget } from '../scale/plan.ts';
import { enterStage } from '../../stages.ts';
import { slowestTeamTogether } from '../../training/workers.ts';

/** Long enough for "Captain Marmalade", short enough for a phone's row. */
export const MAX_NAME_LENGTH = 20;
/** Without a pretrain clock (sandbox) the budget is cut for this many seconds. */
const ASSUMED_PRETRAIN_SECONDS = 120;

/** Control and formatting characters (also bidirectional overrides, which can spoof other names), and whatever shows nothing. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** A name as it will be shown: normalised, printable, single-spaced. Whatever is judged about a name is judged on this. */
export function cleanName(name: string): string {
  const printable = name.normalize('NFKC').replace(UNPRINTABLE, '');
  /* Once more: signs that stood between a letter and its accent are gone. */
  return printable.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** The name as it will be shown, or why it can't be taken. */
export function checkName(match: Match, name: string, exceptPlayerId?: string): Result<string> {
  const clean = cleanName(name);
  if (clean === '') return fail('lobby/name_empty');
  if ([...clean].length > MAX_NAME_LENGTH) return fail('lobby/name_too_long', { most: MAX_NAME_LENGTH });
  const folded = clean.toLowerCase();
  const taken = Object.values(match.players).some(
    (player) => player.id !== exceptPlayerId && player.name.toLowerCase() === folded,
  );
  return taken ? fail('lobby/name_taken', { name: clean }) : ok(clean);
}

/** Seats a new player in the emptiest team. */
export function takeSeat(match: Match, playerId: string, name: string): Result<void> {
  if (match.stage === 'debrief') return fail('lobby/closed');
  if (match.locked) return fail('lobby/locked');
  /* Ids are drawn anew for every seat; one that is taken would push its player out. */
  if (findPlayer(match, playerId).ok) return fail('protocol/bad_message');
  const [emptiest] = Object.keys(match.teams)
    .map((id) => ({ id, size: membersOf(match, id).length }))
    .toSorted((a, b) => a.size - b.size);
  if (!emptiest) return fail('lobby/no_such_team');
  if (emptiest.size >= match.settings.teamSize) return fail('lobby/full');
  const checked = checkName(match, name);
  if (!checked.ok) return checked;
  put(match.players, playerId, {
    id: playerId,
    name: checked.value,
    teamId: emptiest.id,
    connected: false,
    device: null,
    addsOwnText: false,
  });
  return ok(undefined);
}

export function rename(match: Match, playerId: string, name: string): Result<void> {
  const player = findPlayer(match, playerId);
  if (!player.ok) return player;
  const checked = checkName(match, name, playerId);
  if (!checked.ok) return checked;
  player.value.name = checked.value;
  return ok(undefined);
}

/** Seats a player in another team. What is open in the old one goes on without the player; what was done there stays. */
export function switchTeam(match: Match, playerId: string, teamId: string): Result<void> {
  const found = findPlayer(match, playerId);
  if (!found.ok) return found;
  const team = findTeam(match, teamId);
  if (!team.ok) return team;
  const player = found.value;
  if (player.teamId === teamId) return ok(undefined);
  if (membersOf(match, teamId).length >= match.settings.teamSize) return fail('lobby/team_full');
  const left = findTeam(match, player.teamId);
  if (left.ok) leaveTeam(left.value, playerId);
  player.teamId = teamId;
  leaveOwnLab(match, playerId);
  return ok(undefined);
}

/** Takes a player out of whatever a team has open: proposals, rounds and probes. */
function leaveTeam(team: Team, playerId: string): void {
  withdraw(team, playerId);
  for (const run of Object.values(team.runs)) if (run) dropShard(run, playerId);
  loseProbesOf(team, playerId);
}

/** Takes a player out of the match, and out of every vote and round. */
export function removePlayer(match: Match, playerId: string): Result<void> {
  const player = findPlayer(match, playerId);
  if (!player.ok) return player;
  takeOut(match.players, playerId);
  for (const team of Object.values(match.teams)) leaveTeam(team, playerId);
  leaveRatings(match, playerId);
  leaveArena(match, playerId);
  return ok(undefined);
}

/** Starts the match: empty teams leave, and the slowest team's devices set everybody's compute budget. */
export function start(match: Match, nowMs: number): Result<void> {
  if (match.stage !== 'lobby') return fail('match/already_started');
  if (match.pausedAtMs !== null) return fail('match/paused');
  const empty = Object.keys(match.teams).filter((id) => membersOf(match, id).length === 0);
  if (empty.length === Object.keys(match.teams).length) return fail('lobby/nobody_here');
  for (const id of empty) takeOut(match.teams, id);
  match.budgetFlops = match.settings.budgetFlops ?? fairBudget(match);
  enterStage(match, 'data', nowMs);
  return ok(undefined);
}

function fairBudget(match: Match): number {
  const seconds = match.settings.stageSeconds.pretrain ?? ASSUMED_PRETRAIN_SECONDS;
  return computeBudget(slowestTeamTogether(match), seconds);
}
