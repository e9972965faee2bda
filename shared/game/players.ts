/** Who is in a match, under what name, in which team, and with what device. */

import { z } from 'zod';
import { name, playerId, teamId } from './fields.ts';
import { MAX_BACKEND_LENGTH, PLAIN_TEXT } from './backend-words.ts';
import { lookUp, put, takeOut } from './look-up.ts';
import { findPlayer, findTeam, membersOf } from './members.ts';
import type { Match, SeatedPlayer, Team } from './match.ts';
import { SIGNS, type Sign } from './signs.ts';
import { withdraw } from './agreement.ts';
import { fail, ok, type Result } from './result.ts';
import { isMadeName } from './made-names.ts';
import { resume } from './pauses.ts';
import { awaitOthers } from './quick.ts';
import { noteRater } from './rated.ts';
import { isOver } from './schedule.ts';
import { forgetAnswersOf } from './shared-answers.ts';
import { runsOf } from './slices.ts';
import { done, hostMove, playerMove, systemMove, wrongStage, type Context, type MoveTable } from './stage.ts';
import { allRules } from './stages/registry.ts';
import { dropShard } from './training/rounds.ts';
import { showLife, usableSpeed } from './training/workers.ts';

/** Long enough for "Captain Marmalade", short enough for a phone's row. */
const MAX_NAME_LENGTH = 20;
/** Far beyond any device. */
const MAX_TOKENS_PER_SECOND = 1e9;
/** Control and formatting characters (also bidirectional overrides, which can spoof other names), and whatever shows nothing. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Marks that one letter may carry: no script needs more, and a tower of them covers the lines around. */
const TOWER = /(\p{M}{3})\p{M}+/gu;
/** Marks without a letter to stand on. */
const STRAY_MARKS = /(?<=^|\s)\p{M}+/gu;
/** What joins pictures to one, such as a family, and makes a sign a picture. */
const OF_PICTURES =
  /(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?)(?:\ufe0f\u200d|\u200d|\ufe0f)(?=\p{Extended_Pictographic})/gu;
/** Stands for it while everything else that shows nothing is taken out. */
const JOINER = '\u0001';

/** A name as it will be shown: normalised, printable, single-spaced. Whatever is judged about a name is judged on this. */
export function cleanName(name: string): string {
  const joined = name.normalize('NFKC').replaceAll(JOINER, '').replace(OF_PICTURES, JOINER);
  const printable = joined
    .split(JOINER)
    .map((part) => part.replace(UNPRINTABLE, ''))
    .join('\u200d');
  /* Once more: signs that stood between a letter and its accent are gone. */
  const whole = printable.normalize('NFKC').replace(/\s+/g, ' ').trim();
  return whole.replace(STRAY_MARKS, '').replace(TOWER, '$1').trim();
}

/** The name as it will be shown, or why it can't be taken. */
function checkName(match: Match, name: string, exceptPlayerId?: string): Result<string> {
  const clean = cleanName(name);
  if (match.settings.quick !== null && !isMadeName(clean)) return fail('lobby/name_not_made');
  if (clean === '') return fail('lobby/name_empty');
  if ([...clean].length > MAX_NAME_LENGTH) return fail('lobby/name_too_long', { most: MAX_NAME_LENGTH });
  const folded = clean.toLowerCase();
  const taken = Object.values(match.players).some(
    (player) => player.id !== exceptPlayerId && player.name.toLowerCase() === folded,
  );
  return taken ? fail('lobby/name_taken', { name: clean }) : ok(clean);
}

function emptiestTeam(match: Match): Result<Team> {
  const size = ({ id }: Team): number => membersOf(match, id).length;
  const [emptiest] = Object.values(match.teams).toSorted((a, b) => size(a) - size(b));
  return emptiest ? ok(emptiest) : fail('lobby/no_such_team');
}

/** Seats a new player in the emptiest team. */
function takeSeat({ match, nowMs }: Context, playerId: string, name: string): Result<void> {
  if (isOver(match)) return fail('lobby/closed');
  if (match.locked) return fail('lobby/locked');
  /* Ids are drawn anew for every seat; one that is taken would push its player out. */
  if (findPlayer(match, playerId).ok) return fail('protocol/bad_message');
  const emptiest = emptiestTeam(match);
  if (!emptiest.ok) return emptiest;
  if (membersOf(match, emptiest.value.id).length >= match.settings.teamSize) return fail('lobby/full');
  const checked = checkName(match, name);
  if (!checked.ok) return checked;
  takeOut(match.removed, playerId);
  put(match.players, playerId, {
    id: playerId,
    name: checked.value,
    teamId: emptiest.value.id,
    connected: false,
    absentSinceMs: nowMs,
    device: null,
    addsOwnText: false,
    sign: 'here',
    signSinceMs: nowMs,
  });
  for (const rules of allRules) rules.enterMatch?.(match, playerId);
  awaitOthers(match, nowMs);
  return ok(undefined);
}

function rename(match: Match, playerId: string, name: string): Result<void> {
  const player = findPlayer(match, playerId);
  if (!player.ok) return player;
  const checked = checkName(match, name, playerId);
  if (!checked.ok) return checked;
  player.value.name = checked.value;
  return ok(undefined);
}

/** Seats a player in another team. What is open in the old one goes on without the player; what was done there stays. */
function switchTeam(match: Match, playerId: string, teamId: string): Result<void> {
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
  for (const rules of allRules) rules.changeTeam?.(match, playerId);
  return ok(undefined);
}

/** Takes a player out of whatever a team has open: proposals, rounds and probes. */
function leaveTeam(team: Team, playerId: string): void {
  withdraw(team, playerId);
  team.drafts = team.drafts.filter((draft) => draft.playerId !== playerId);
  for (const run of runsOf(team)) dropShard(run, playerId);
  for (const rules of allRules) rules.leaveTeam?.(team, playerId);
}

/** More than anybody would take back. */
const MOST_REMOVED = 40;

/** The seat of whom the host has removed, as it was, with the same name and in the same lab; votes are gone. */
function takeBack({ match, nowMs }: Context, playerId: string): Result<void> {
  const player = lookUp(match.removed, playerId);
  if (!player) return fail('lobby/no_such_player');
  const checked = checkName(match, player.name);
  if (!checked.ok) return checked;
  const own = findTeam(match, player.teamId);
  const team = own.ok ? own : emptiestTeam(match);
  if (!team.ok) return team;
  if (membersOf(match, team.value.id).length >= match.settings.teamSize) return fail('lobby/team_full');
  takeOut(match.removed, playerId);
  put(match.players, playerId, {
    ...player,
    teamId: team.value.id,
    connected: false,
    absentSinceMs: nowMs,
    sign: 'here',
    signSinceMs: nowMs,
  });
  for (const rules of allRules) rules.enterMatch?.(match, playerId);
  return ok(undefined);
}

/** Takes a player out of the match, and out of every vote and round. */
export function removePlayer(match: Match, playerId: string): Result<void> {
  const player = findPlayer(match, playerId);
  if (!player.ok) return player;
  takeOut(match.players, playerId);
  put(match.removed, playerId, player.value);
  for (const oldest of Object.keys(match.removed).slice(0, -MOST_REMOVED)) takeOut(match.removed, oldest);
  for (const team of Object.values(match.teams)) leaveTeam(team, playerId);
  forgetAnswersOf(match, playerId);
  for (const rules of allRules) rules.leaveMatch?.(match, playerId);
  return ok(undefined);
}

function giveSign(player: SeatedPlayer, sign: Sign, nowMs: number): void {
  if (player.sign !== sign) player.signSinceMs = nowMs;
  player.sign = sign;
}

export const PLAYER_MOVES = {
  'lobby/benchmark': playerMove(
    {
      tokensPerSecond: z.number().min(0).max(MAX_TOKENS_PER_SECOND),
      backend: z.string().max(MAX_BACKEND_LENGTH).regex(PLAIN_TEXT),
    },
    ({ match, player }, { tokensPerSecond, backend }) => {
      if (!(tokensPerSecond >= 0 && tokensPerSecond <= MAX_TOKENS_PER_SECOND))
        return fail('protocol/bad_message');
      player.device = { tokensPerSecond: usableSpeed(tokensPerSecond), backend };
      showLife(match, player.id);
      return done();
    },
  ),
  'lobby/rename': playerMove({ name }, ({ match, player }, move) =>
    match.stage === 'lobby' ? rename(match, player.id, move.name) : wrongStage(match),
  ),
  'lobby/switch-team': playerMove({ teamId }, ({ match, player }, move) =>
    match.stage === 'lobby' ? switchTeam(match, player.id, move.teamId) : wrongStage(match),
  ),
  /** Whether the page is looked at and used; it says so when that changes. */
  'seat/sign': playerMove({ sign: z.enum(SIGNS) }, ({ match, nowMs, playerId: id }, { sign }) => {
    const found = findPlayer(match, id);
    if (!found.ok) return found;
    giveSign(found.value, sign, nowMs);
    return done();
  }),
  /** `isLetIn` says that the host has looked at a name that the filter refuses, and it is one. */
  'host/rename': hostMove({ playerId, name, isLetIn: z.boolean().optional() }, ({ match }, move) =>
    rename(match, move.playerId, move.name),
  ),
  'host/seat': hostMove({ playerId, teamId }, ({ match }, move) =>
    switchTeam(match, move.playerId, move.teamId),
  ),
  'host/remove': hostMove({ playerId }, ({ match }, move) => removePlayer(match, move.playerId)),
  'host/take-back': hostMove({ playerId }, (context, move) => takeBack(context, move.playerId)),
  'seat/take': systemMove<{ playerId: string; name: string; raterId?: string | undefined }>(
    (context, move) => {
      const seated = takeSeat(context, move.playerId, move.name);
      if (seated.ok) noteRater(context.match, move.playerId, move.raterId);
      return seated;
    },
  ),
  'seat/connection': systemMove<{ playerId: string; connected: boolean }>(({ match, nowMs }, move) => {
    const found = findPlayer(match, move.playerId);
    if (!found.ok) return found;
    const player = found.value;
    player.connected = move.connected;
    player.absentSinceMs = move.connected ? null : (player.absentSinceMs ?? nowMs);
    /* A text lives in its page only; the page says so again when it is back with it. */
    player.addsOwnText = false;
    giveSign(player, 'here', nowMs);
    if (!move.connected) return done();
    showLife(match, player.id);
    awaitOthers(match, nowMs);
    /* After a restart of the server a match without a host goes on with the first who is back. */
    if (match.settings.quick !== null && match.broughtBack && match.pausedAtMs !== null)
      resume({ match, nowMs });
    return done();
  }),
} satisfies MoveTable;
