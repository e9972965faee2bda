/** The one authority over a match: every move goes through here, is written down, and only then seen by anybody. */

import { applyMove } from '../../shared/rules/apply.ts';
import type { Match } from '../../shared/rules/match.ts';
import type { Actor, Move, MoveContext } from '../../shared/rules/moves.ts';
import { fail, type Result } from '../../shared/rules/result.ts';
import { makeId } from '../matchmaking/codes.ts';
import { isRude } from '../../shared/rude.ts';
import type { Journal } from '../store/journal.ts';

export interface MatchService {
  /** Read it; change it by `submit` only. */
  readonly match: Match;
  /** Applies a move, or says why not. `id` makes a retry harmless; the server's own moves need none. */
  submit(move: Move, actor: Actor, id?: string): Result<{ repeated: boolean }>;
  /** Calls back after every applied move; returns how to stop that. */
  onChange(listener: () => void): () => void;
}

/** The actor of seats, clocks and the referee. */
export const SYSTEM: Actor = { kind: 'system' };

/** The words of a model that the host wants on the projector. */
function spotlitText(match: Match, move: Move): string | null {
  if (move.type !== 'host/spotlight' || !move.answer) return null;
  return match.arena.pairs[move.answer.pairId]?.[move.answer.side] ?? null;
}

function nameIn(move: Move): string | null {
  switch (move.type) {
    case 'seat/take':
    case 'lobby/rename':
    case 'host/rename':
      return move.name;
    default:
      return null;
  }
}

/**
 * `applyMove` validates and applies in one go, so the journal is written after it in code but before anybody can see or
 * be told of the change. Should writing fail, the match takes no more moves: its memory is ahead of its journal.
 */
export function createMatchService(options: {
  match: Match;
  matchId: string;
  journal: Journal;
  now: () => number;
}): MatchService {
  const { match, matchId, journal, now } = options;
  const listeners = new Set<() => void>();
  let failed = false;
  return {
    match,
    submit(move, actor, id = makeId()) {
      if (failed) return fail('protocol/server_busy');
      const name = nameIn(move);
      if (name !== null && isRude(name)) return fail('lobby/name_rude');
      const text = spotlitText(match, move);
      if (text !== null && isRude(text)) return fail('arena/rude_text');
      const context: MoveContext = { id, actor, nowMs: now() };
      const result = applyMove(match, move, context);
      if (!result.ok || result.value.repeated) return result;
      try {
        journal.append(matchId, { sequence: match.sequence, move, context });
      } catch (error) {
        failed = true;
        throw error;
      }
      for (const listener of listeners) listener();
      return result;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
