/** The lobby's rules: who may sit where, under what name, and what starts a match. */

import { membersOf } from './members.ts';
import type { Match } from './match.ts';
import { fail, ok, type Result } from './result.ts';
import { dropShard } from './rounds.ts';
import { computeBudget } from './scale.ts';
import { enterStage } from './stages.ts';
import { slowestTeamTogether } from './workers.ts';

/** Long enough for "Captain Marmalade", short enough for a phone's row. */
export const MAX_NAME_LENGTH = 20;
/** Without a pretrain clock (sandbox) the budget is cut for this many seconds. */
const ASSUMED_PRETRAIN_SECONDS = 120;

/** Control and formatting characters (also bidirectional overrides, which can spoof other names). */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/** A name as it will be shown: normalised, printable, single-spaced; or why it can't be taken. */
export function checkName(match: Match, name: string, exceptPlayerId?: string): Result<string> {
  const clean = name.normalize('NFKC').replace(UNPRINTABLE, '').replace(/\s+/g, ' ').trim();
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
  const sizes = Object.keys(match.teams).map((id) => ({ id, size: membersOf(match, id).length }));
  const emptiest = sizes.reduce((best, team) => (team.size < best.size ? team : best));
  if (emptiest.size >= match.settings.teamSize) return fail('lobby/full');
  const checked = checkName(match, name);
  if (!checked.ok) return checked;
  match.players[playerId] = {
    id: playerId,
    name: checked.value,
    teamId: emptiest.id,
    connected: false,
    device: null,
    addsOwnText: false,
  };
  return ok(undefined);
}

export function rename(match: Match, playerId: string, name: string): Result<void> {
  const player = match.players[playerId];
  if (!player) return fail('lobby/no_such_player');
  const checked = checkName(match, name, playerId);
  if (!checked.ok) return checked;
  player.name = checked.value;
  return ok(undefined);
}

export function switchTeam(match: Match, playerId: string, teamId: string): Result<void> {
  const player = match.players[playerId];
  if (!player) return fail('lobby/no_such_player');
  if (!match.teams[teamId]) return fail('lobby/no_such_team');
  if (player.teamId !== teamId && membersOf(match, teamId).length >= match.settings.teamSize) {
    return fail('lobby/team_full');
  }
  player.teamId = teamId;
  return ok(undefined);
}

/** Takes a player out of the match, and out of every vote and round. */
export function removePlayer(match: Match, playerId: string): Result<void> {
  const player = match.players[playerId];
  if (!player) return fail('lobby/no_such_player');
  delete match.players[playerId];
  for (const team of Object.values(match.teams)) {
    for (const proposal of team.proposals) {
      proposal.agreedIds = proposal.agreedIds.filter((id) => id !== playerId);
    }
    team.proposals = team.proposals.filter((proposal) => proposal.agreedIds.length > 0);
    for (const run of Object.values(team.runs)) if (run) dropShard(run, playerId);
  }
  return ok(undefined);
}

/** Starts the match: empty teams leave, and the slowest team's devices set everybody's compute budget. */
export function start(match: Match, nowMs: number): Result<void> {
  if (match.stage !== 'lobby') return fail('match/already_started');
  if (Object.keys(match.players).length === 0) return fail('lobby/nobody_here');
  for (const id of Object.keys(match.teams)) if (membersOf(match, id).length === 0) delete match.teams[id];
  match.budgetFlops = match.settings.budgetFlops ?? fairBudget(match);
  enterStage(match, 'data', nowMs);
  return ok(undefined);
}

function fairBudget(match: Match): number {
  const seconds = match.settings.stageSeconds.pretrain ?? ASSUMED_PRETRAIN_SECONDS;
  return computeBudget(slowestTeamTogether(match), seconds);
}
