/** The one authority over a match: every move goes through here, is written down, and only then seen by anybody. */

import { applyMove } from '../../shared/game/apply.ts';
import { cleanName } from '../../shared/game/players.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import type { Match } from '../../shared/game/match.ts';
import type { Move, MoveContext } from '../../shared/game/moves.ts';
import type { Actor } from '../../shared/game/stage.ts';
import { fail, type Result } from '../../shared/game/result.ts';
import { isRude } from '../../shared/rude.ts';
import { guard } from '../guard.ts';
import { logError } from '../log.ts';
import type { Journal } from '../store/journal.ts';
import { makeId } from './random-ids.ts';
import { sliceOf } from '../../shared/game/slices.ts';

export interface MatchService {
  /** Read it; change it by `submit` only. */
  readonly match: Match;
  /** Aborted when the match is over and gone: whatever was begun for it has to end. */
  readonly signal: AbortSignal;
  /** Applies a move, or says why not; never throws. `id` makes a retry harmless; the server's own moves need none. */
  submit(move: Move, actor: Actor, id?: string): Result<{ repeated: boolean }>;
  /** Calls back after every applied move; returns how to stop that. */
  onChange(listener: () => void): () => void;
}

/** So many moves are played again in some milliseconds, in which all other matches wait. */
export const SNAPSHOT_MOVES = 1_000;

/** The actor of seats, clocks and the referee. */
export const SYSTEM: Actor = { kind: 'system' };

/** The words of a model that the host wants on the projector. */
function spotlitText(match: Match, move: Move): string | null {
  if (move.type !== 'host/spotlight' || !move.answer) return null;
  return lookUp(sliceOf(match, 'arena').pairs, move.answer.pairId)?.[move.answer.side] ?? null;
}

/**
 * The name in a move as everybody would see it: signs that are taken out must hide no word from the filter. The host may let a
 * refused one in: the filter knows too few names, and Ms Fukuda is one.
 */
function nameIn(move: Move): string | null {
  switch (move.type) {
    case 'seat/take':
    case 'lobby/rename':
      return cleanName(move.name);
    case 'host/rename':
      return move.isLetIn ? null : cleanName(move.name);
    default:
      return null;
  }
}

/** Makes a match equal to another without becoming it: many hold on to this one. */
function become(match: Match, other: Match): void {
  for (const key of Object.keys(match)) Reflect.deleteProperty(match, key);
  Object.assign(match, other);
}

/**
 * `applyMove` validates and applies in one go, so the journal is written after it in code but before anybody can see or
 * be told of the change. When either fails halfway, the match is played again from its last snapshot, as if the move had never
 * been made.
 */
export function createMatchService(options: {
  match: Match;
  matchId: string;
  journal: Journal;
  now: () => number;
  signal: AbortSignal;
}): MatchService {
  const { match, matchId, journal, now, signal } = options;
  const listeners = new Set<() => void>();
  let snapshot = structuredClone(match);
  /* Its memory is not what its journal says, and can't be mended. */
  let isBroken = false;

  function playAgain(): void {
    const again = structuredClone(snapshot);
    for (const { move, context } of structuredClone(journal.entries(matchId))) {
      if (!applyMove(again, move, context).ok) throw new Error(`${move.type} was allowed before`);
    }
    become(match, again);
  }

  function takeSnapshot(): void {
    snapshot = structuredClone(match);
    journal.forget(matchId, snapshot.sequence);
  }

  function recover(move: Move, error: unknown): void {
    logError(`match ${match.code}: ${move.type} failed and was undone`, error);
    try {
      playAgain();
    } catch (cause) {
      isBroken = true;
      logError(`match ${match.code} takes no more moves: its journal can't be played again`, cause);
    }
  }

  return {
    match,
    signal,
    submit(move, actor, id = makeId()) {
      if (signal.aborted) return fail('match/closed');
      if (isBroken) return fail('protocol/server_busy');
      const name = nameIn(move);
      if (name !== null && isRude(name)) return fail('lobby/name_rude');
      const text = spotlitText(match, move);
      if (text !== null && isRude(text)) return fail('arena/rude_text');
      const context: MoveContext = { id, actor, nowMs: now() };
      try {
        const result = applyMove(match, move, context);
        if (!result.ok || result.value.repeated) return result;
        journal.append(matchId, { sequence: match.sequence, move, context });
        if (match.sequence >= snapshot.sequence + SNAPSHOT_MOVES) takeSnapshot();
        for (const listener of listeners) guard(`Telling of ${move.type}`, listener);
        return result;
      } catch (error) {
        recover(move, error);
        return fail('protocol/server_busy');
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
