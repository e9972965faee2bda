/** The one authority over a match: every move goes through here, is written down, and only then seen by anybody. */

import { cleanName } from '../../shared/game/players.ts';
import { applyWritten, encodeMove, replay } from '../../shared/game/journal.ts';
import { lookUp } from '../../shared/game/look-up.ts';
import type { Match } from '../../shared/game/match.ts';
import type { WorkedOut } from '../../shared/game/once.ts';
import type { Move } from '../../shared/game/moves.ts';
import type { Actor } from '../../shared/game/stage.ts';
import { fail, type Result } from '../../shared/game/result.ts';
import { isRude } from '../../shared/rude.ts';
import { guard } from '../guard.ts';
import { logError, logWarning } from '../log.ts';
import type { Store, WrittenMove } from '../store/ports.ts';
import { makeId } from './random-ids.ts';
import { sleep } from './sleep.ts';
import { keepSnapshot } from './snapshots.ts';
import type { MatchValues } from './values.ts';
import { sliceOf } from '../../shared/game/slices.ts';
import { tidyAnswer } from '../../shared/game/survey.ts';

export interface MatchService {
  /** With all moves so far, written down or not: what the next move is judged by. Read it; change it by `submit` only. */
  readonly match: Match;
  /** With the moves that are written down: all that anybody may be shown or told. */
  readonly shown: Match;
  /** Aborted when the match is over and gone: whatever was begun for it has to end. */
  readonly signal: AbortSignal;
  /** False while nothing can be written down: then every move is refused, so that there is no point in trying. */
  readonly isOpen: boolean;
  /**
   * Applies a move, or says why not; never throws. What it says is not for others before `written`: this is for the server's own
   * work, which goes on from here at once. `id` makes a retry harmless; the server's own moves need none.
   */
  submit(move: Move, actor: Actor, id?: string): Result<{ repeated: boolean }>;
  /** The same for others: it is answered once all that the answer rests on is written down. Never rejects. */
  perform(move: Move, actor: Actor, id?: string): Promise<Result<{ repeated: boolean }>>;
  /** Resolves once all moves until now are written down; rejects when they could not be, and are undone. */
  written(): Promise<void>;
  /** Calls back whenever moves were written down; returns how to stop that. */
  onChange(listener: () => void): () => void;
}

/** So many moves are played again in a fraction of a second when the server starts anew. */
export const SNAPSHOT_MOVES = 1_000;
/** A store that fails is asked again after so long. */
const RETRY_MS = 500;

/** The actor of seats, clocks and the referee. */
export const SYSTEM: Actor = { kind: 'system' };

/** The words of a model that the host wants on the projector. */
function spotlitText(match: Match, move: Move): string | null {
  if (move.type !== 'host/spotlight' || !move.answer) return null;
  return lookUp(sliceOf(match, 'arena').pairs, move.answer.pairId)?.[move.answer.side] ?? null;
}

/** The line of a product that a lab wrote itself. */
function lineIn(move: Move): string | null {
  if (move.type === 'deploy/try') return move.product.line;
  const plan =
    move.type === 'plan/propose' ? move.proposed : move.type === 'plan/draft' ? move.drafted : null;
  return plan?.stage === 'deploy' ? plan.plan.line : null;
}

/** What a player wants the class or the host to read, or citizens' questions to begin with. */
function sharedText(move: Move): string | null {
  const line = lineIn(move);
  if (line !== null) return tidyAnswer(line);
  if (move.type === 'test/own-eval') return tidyAnswer([...move.prompts, move.rule.text].join(' '));
  if (move.type === 'survey/answer' || move.type === 'test/probe') return tidyAnswer(move.text);
  return move.type === 'talk/share' ? `${move.question}\n${move.answer}` : null;
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

interface Waiting {
  /** The last move that it waits for. */
  sequence: number;
  resolve(): void;
  reject(error: Error): void;
}

/**
 * There are two copies of the match. A move is judged by the first, `match`, and changes it at once; then it is written down, many
 * together where many come; then it changes the second, `shown`, and only now is anybody shown or told of it. So the first may
 * run ahead by the milliseconds that writing takes, and nobody outside ever sees that it does. When writing fails, what ran ahead
 * is undone: the first becomes a copy of the second, and all who wait are refused. Whether the store has kept something of it all
 * the same is not known then, so that no move is taken until it could be asked.
 */
export function createMatchService(options: {
  match: Match;
  matchId: string;
  store: Store;
  values: MatchValues;
  now: () => number;
  signal: AbortSignal;
  /** Another process goes on with this match. */
  onTakenOver: () => void;
}): MatchService {
  const { match, matchId, store, values, now, signal } = options;
  const shown = structuredClone(match);
  const listeners = new Set<() => void>();
  let pending: WrittenMove[] = [];
  let inFlight: WrittenMove[] = [];
  /** What moves have worked out that only the first copy has yet. */
  const workedOut = new WeakMap<WrittenMove, WorkedOut>();
  let waiting: Waiting[] = [];
  let isWriting = false;
  let isOpen = true;
  let isFailing = false;
  let snapshotSequence = shown.sequence;

  const tell = (): void => {
    for (const listener of listeners) guard(`Telling of match ${match.code}`, listener);
  };

  function refuseWaiting(error: Error): void {
    const refused = waiting;
    waiting = [];
    for (const { reject } of refused) reject(error);
  }

  /** Forgets the moves that are not written down, and all that rests on them. */
  function undo(error: Error): void {
    pending = [];
    inFlight = [];
    become(match, structuredClone(shown));
    refuseWaiting(error);
  }

  function close(what: string, error: unknown): void {
    isOpen = false;
    undo(new Error('the match takes no more moves'));
    logError(`match ${match.code} takes no more moves: ${what}`, error);
  }

  function show(moves: readonly WrittenMove[]): void {
    for (const move of moves) replay(shown, move, workedOut.get(move));
    const ready = waiting.filter(({ sequence }) => sequence <= shown.sequence);
    waiting = waiting.filter(({ sequence }) => sequence > shown.sequence);
    for (const { resolve } of ready) resolve();
  }

  /** Whether the store has kept some of the moves that were given up: then they count. Rejects while it does not answer. */
  async function catchUp(): Promise<void> {
    const { moves, damagedAt } = await store.movesAfter(matchId, shown.sequence);
    if (damagedAt !== null) throw new Error(`move ${damagedAt} can't be read`);
    try {
      show(moves);
    } catch (error) {
      return close("its journal can't be played again", error);
    }
    become(match, structuredClone(shown));
    isOpen = true;
    tell();
  }

  /** Takes no moves until the store answers again. */
  async function waitForStore(): Promise<void> {
    isOpen = false;
    for (let isBack = false; !isBack;) {
      await sleep(RETRY_MS, signal);
      isBack = await catchUp().then(
        () => true,
        () => false,
      );
    }
  }

  async function writeDown(): Promise<'written' | 'failed' | 'fenced'> {
    try {
      await values.settled();
      const outcome = await store.append(matchId, inFlight);
      if (outcome === 'written' && isFailing) logWarning(`match ${match.code} is written down again`);
      isFailing = false;
      return outcome;
    } catch (error) {
      if (!isFailing) logError(`match ${match.code} can't be written down`, error);
      isFailing = true;
      return 'failed';
    }
  }

  function takeSnapshot(): void {
    snapshotSequence = shown.sequence;
    guard(`A snapshot of match ${match.code}`, () => keepSnapshot(store, matchId, shown));
  }

  async function write(): Promise<void> {
    isWriting = true;
    /* What is done in one go is written in one. */
    await Promise.resolve();
    while (pending.length > 0) {
      inFlight = pending;
      pending = [];
      const outcome = await writeDown();
      if (signal.aborted) break;
      if (outcome === 'written') {
        try {
          show(inFlight);
        } catch (error) {
          close("its journal can't be played again", error);
          break;
        }
        inFlight = [];
        if (shown.sequence >= snapshotSequence + SNAPSHOT_MOVES) takeSnapshot();
        tell();
      } else if (outcome === 'failed') {
        undo(new Error("the moves can't be written down"));
        /* Rejects when the match is over. */
        waitForStore().catch(() => undefined);
      } else {
        isOpen = false;
        undo(new Error('the match belongs to another process'));
        options.onTakenOver();
      }
    }
    isWriting = false;
  }

  /** A move broke halfway: all that were taken before it are applied again, to what is written. */
  function mend(): void {
    const mended = structuredClone(shown);
    for (const move of [...inFlight, ...pending]) replay(mended, move);
    become(match, mended);
  }

  signal.addEventListener('abort', () => refuseWaiting(signal.reason as Error));

  const service: MatchService = {
    match,
    shown,
    signal,
    get isOpen() {
      return isOpen;
    },
    submit(move, actor, id = makeId()) {
      if (signal.aborted) return fail('match/closed');
      if (!isOpen) return fail('protocol/server_busy');
      const name = nameIn(move);
      if (name !== null && isRude(name)) return fail('lobby/name_rude');
      const shared = sharedText(move);
      if (shared !== null && isRude(shared)) return fail('talk/rude_text');
      const text = spotlitText(match, move);
      if (text !== null && isRude(text)) return fail('arena/rude_text');
      try {
        const json = encodeMove(move, { id, actor, nowMs: now() });
        const results: WorkedOut = new Map();
        const result = applyWritten(match, json, results);
        if (!result.ok || result.value.repeated) return result;
        const written = { sequence: match.sequence, json };
        workedOut.set(written, results);
        pending.push(written);
        if (!isWriting) void write();
        return result;
      } catch (error) {
        logError(`match ${match.code}: ${move.type} failed and was undone`, error);
        try {
          mend();
        } catch (cause) {
          close("its moves can't be played again", cause);
        }
        return fail('protocol/server_busy');
      }
    },
    async perform(move, actor, id) {
      const result = service.submit(move, actor, id);
      try {
        await service.written();
        return result;
      } catch {
        return fail(signal.aborted ? 'match/closed' : 'protocol/server_busy');
      }
    },
    written() {
      if (signal.aborted) return Promise.reject(signal.reason as Error);
      if (pending.length === 0 && inFlight.length === 0) return Promise.resolve();
      const { sequence } = match;
      return new Promise((resolve, reject) => waiting.push({ sequence, resolve, reject }));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return service;
}
