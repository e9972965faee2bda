/** Who teaches a lab's small copy its next part: the fastest of its devices, or the server where none will do; and what came of it. */

import { flopsPerToken } from '../../../lm/flops.ts';
import type { ModelConfig } from '../../../lm/config.ts';
import { PUPIL_LESSONS, PUPIL_WIDTH, type Pupil } from '../../../serving/models.ts';
import type { Replica } from '../../../serving/replica.ts';
import { lookUp } from '../../look-up.ts';
import { SERVER_WORKER, type Match, type Team } from '../../match.ts';
import { membersOf } from '../../members.ts';
import { fail, ok, type Result } from '../../result.ts';
import { done } from '../../stage.ts';
import { BENCHMARK_CONFIG } from '../../training/model.ts';
import { configOf } from '../../training/start.ts';
import { usableSpeed } from '../../training/workers.ts';
import { dayOf, shopOf } from './day.ts';
import { isPupilDue } from './two-models.ts';

/** As wide as in models that labs choose. */
const HEAD_WIDTH = 16;
/** A width is a multiple of the numbers that a processor works on at a time. */
const LANES = 4;
/** Whose device needs longer for a part is not asked: the server is there sooner. */
const MOST_SECONDS = 20;
/** A device may take this many times as long as its benchmark says before another one is asked. */
const PATIENCE = 3;
/** Added to the patience, for transfers and for engines that have to start. */
const SLACK_SECONDS = 10;

/** The shape of a small copy: half as wide, with as many layers. */
export function pupilConfig(config: ModelConfig): ModelConfig {
  const width = LANES * Math.round((config.width * PUPIL_WIDTH) / LANES);
  if (config.architecture === 'gru') return { ...config, width };
  return { ...config, width, heads: Math.max(1, Math.floor(width / HEAD_WIDTH)) };
}

/** Rows of the part that begins after so many. */
export function partRows(rowsTotal: number, lesson: number): { first: number; count: number } {
  const inPart = Math.ceil(rowsTotal / PUPIL_LESSONS);
  const first = Math.min(rowsTotal, lesson * inPart);
  return { first, count: Math.min(inPart, rowsTotal - first) };
}

/** How long a device of this speed needs for the next part. */
function secondsFor(config: ModelConfig, { rowsTotal, lessonsDone }: Pupil, tokensPerSecond: number): number {
  const tokens = partRows(rowsTotal, lessonsDone).count * config.contextLength;
  return (tokens * flopsPerToken(pupilConfig(config))) / flopsPerToken(BENCHMARK_CONFIG) / tokensPerSecond;
}

/** The clock has run out: then no device is waited for. */
function isLate(match: Match): boolean {
  const { isOpen, waits } = dayOf(match);
  return isOpen || waits > 0;
}

export interface GivenTurn {
  playerId: string;
  deadlineMs: number | null;
  /** Whose time is over; null where nobody was late. */
  missedBy: string | null;
}

function turnFor(match: Match, team: Team, pupil: Pupil, nowMs: number): Omit<GivenTurn, 'missedBy'> {
  const config = configOf(team);
  const secondsLeft = match.stageEndsAtMs === null ? Infinity : (match.stageEndsAtMs - nowMs) / 1000;
  const [fastest] = membersOf(match, team.id)
    .filter(({ id, connected }) => connected && !pupil.unableIds.includes(id))
    .map(({ id, device }) => {
      const speed = usableSpeed(device?.tokensPerSecond ?? 0);
      return { id, seconds: config && speed > 0 ? secondsFor(config, pupil, speed) : Infinity };
    })
    .filter(({ seconds }) => seconds <= Math.min(MOST_SECONDS, secondsLeft))
    .sort((a, b) => a.seconds - b.seconds || (a.id < b.id ? -1 : 1));
  if (!fastest || isLate(match)) return { playerId: SERVER_WORKER, deadlineMs: null };
  const deadlineMs = nowMs + 1000 * (PATIENCE * fastest.seconds + SLACK_SECONDS);
  return { playerId: fastest.id, deadlineMs };
}

/** The turn that is to be given now: nobody has it, or a device that has it is gone or too late. Null for none. */
export function nextTurn(match: Match, team: Team, nowMs: number): GivenTurn | null {
  if (match.stage !== 'deploy' || match.pausedAtMs !== null) return null;
  const shop = shopOf(team);
  const { pupil } = shop;
  if (!pupil || !isPupilDue(shop)) return null;
  const { turn } = pupil;
  if (turn && (turn.isBrought || turn.deadlineMs === null)) return null;
  const player = turn && lookUp(match.players, turn.playerId);
  const isHere = player?.teamId === team.id && player.connected;
  const isOverdue = nowMs > (turn?.deadlineMs ?? Infinity);
  if (turn && isHere && !isOverdue && !isLate(match)) return null;
  const missedBy = turn && isHere && isOverdue ? turn.playerId : null;
  const left = missedBy === null ? pupil : withoutDevice(pupil, missedBy);
  return { ...turnFor(match, team, left, nowMs), missedBy };
}

/** Nobody's turn any more, and this device is not asked again. */
function withoutDevice(pupil: Pupil, playerId: string): Pupil {
  return { ...pupil, turn: null, unableIds: [...new Set([...pupil.unableIds, playerId])] };
}

export function giveTurn(team: Team, { playerId, deadlineMs, missedBy }: GivenTurn): Result<void> {
  const { pupil } = shopOf(team);
  if (!pupil) return fail('train/not_running');
  const left = missedBy === null ? pupil : withoutDevice(pupil, missedBy);
  shopOf(team).pupil = { ...left, turn: { playerId, deadlineMs, isBrought: false } };
  return done();
}

/** The small copy of a lab whose next part this player's device is to teach, and has not yet. */
export function checkTurn(match: Match, team: Team, playerId: string, lesson: number): Result<Pupil> {
  const { pupil } = shopOf(team);
  if (match.stage !== 'deploy' || !pupil) return fail('train/not_running');
  if (pupil.turn?.playerId !== playerId) return fail('train/not_your_round');
  if (pupil.lessonsDone !== lesson) return fail('train/stale_round', { round: lesson });
  return pupil.turn.isBrought ? fail('train/repeat') : ok(pupil);
}

/** A device has brought what it made of the copy. */
export function bringPart(match: Match, team: Team, playerId: string, lesson: number): Result<void> {
  const found = checkTurn(match, team, playerId, lesson);
  if (!found.ok) return found;
  shopOf(team).pupil = { ...found.value, turn: { playerId, deadlineMs: null, isBrought: true } };
  return done();
}

/** A device can't go on: another one, or the server, is to teach the part. */
export function giveUpTurn(match: Match, team: Team, playerId: string): Result<void> {
  const { pupil } = shopOf(team);
  if (match.stage !== 'deploy' || pupil?.turn?.playerId !== playerId) return fail('train/not_your_round');
  if (pupil.turn.isBrought) return fail('train/repeat');
  shopOf(team).pupil = withoutDevice(pupil, playerId);
  return done();
}

/** Whether what came back taught it anything: any honest part leaves it less surprised by its lessons. */
export function hasLearned({ loss }: Pupil, newLoss: number): boolean {
  return newLoss < loss;
}

/** A part is learned, and measured; the copy is timed after the last. */
export function recordPart(
  team: Team,
  { lesson, loss, replica }: { lesson: number; loss: number; replica: Replica | null },
): Result<void> {
  const { pupil } = shopOf(team);
  if (!pupil?.turn || pupil.lessonsDone !== lesson) return fail('train/stale_round', { round: lesson });
  const taughtBy = [...pupil.taughtBy, pupil.turn.playerId];
  shopOf(team).pupil = { ...pupil, lessonsDone: lesson + 1, loss, replica, turn: null, taughtBy };
  return done();
}

/** What a device brought taught the copy nothing: it is thrown away, and another one, or the server, teaches the part. */
export function refusePart(team: Team): Result<void> {
  const { pupil } = shopOf(team);
  if (!pupil?.turn?.isBrought) return fail('train/not_running');
  shopOf(team).pupil = withoutDevice(pupil, pupil.turn.playerId);
  return done();
}

/** A pause is over: devices have as much time left as before. */
export function putOffTurn(team: Team, millis: number): void {
  const { pupil } = shopOf(team);
  if (pupil?.turn?.deadlineMs == null) return;
  const deadlineMs = pupil.turn.deadlineMs + millis;
  shopOf(team).pupil = { ...pupil, turn: { ...pupil.turn, deadlineMs } };
}
