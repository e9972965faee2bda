/** A match served to whoever is in the same process: the moves, views and answers that a network would carry, with the same checks. */

import { joinOptions, type MoveReply } from '../../shared/game/wire/messages.ts';
import { takeSeatBody } from '../../shared/game/wire/bodies.ts';
import { MAX_UPDATE_BYTES } from '../../shared/game/wire/routes.ts';
import { fail, ok, type GameError, type Result } from '../../shared/game/result.ts';
import { createMatchState, projectMatch } from '../../shared/game/sync/project.ts';
import { seenFromOutside } from '../../shared/game/sync/outside.ts';
import { readView, type MatchView } from '../../shared/game/sync/view.ts';
import { SYSTEM } from '../match/authority.ts';
import { makeId, makeToken } from '../match/random-ids.ts';
import type { Hosted } from './hosted.ts';
import { readMessage } from './read-message.ts';
import { refuse, Refusal } from './refusal.ts';
import { isHostScreen, isSeated, type TokenOwner } from './token-owner.ts';
import { takeMove } from './take-move.ts';
import { seatKey } from './seat-key.ts';
import { DELIVERIES, QUESTIONS, type Answer, type Asker } from './team-routes.ts';

/** Called with what everybody in a room is told. */
export type OnView = (view: MatchView) => void;
export type OnGoodbye = (reason: GameError) => void;

/** Everything is asked with a token, and may come from another thread: nothing that comes in is taken on trust. */
export interface InProcess {
  readonly hostToken: string;
  takeSeat(body: unknown): Promise<Result<{ playerId: string; seatToken: string }>>;
  /** Opens a line, which is known by its number. */
  join(options: unknown, onView: OnView, onGoodbye: OnGoodbye): Promise<Result<number>>;
  leave(line: number): Promise<void>;
  move(token: string, message: unknown): Promise<MoveReply>;
  nowMs(): Promise<number>;
  ask(token: string, path: string): Promise<Result<Answer>>;
  deliver(token: string, path: string, bytes: unknown): Promise<Result<void>>;
}

interface Line {
  seat: TokenOwner;
  onView: OnView;
  onGoodbye: OnGoodbye;
}

/** As often as a room sends patches. */
const PATCH_MS = 100;

/** What this seat may see of everything. */
function seenFrom(view: MatchView, seat: TokenOwner): MatchView {
  if (isHostScreen(seat)) return view;
  const playerId = seat.kind === 'player' ? seat.playerId : null;
  const mine = view.players.find(({ id }) => id === playerId)?.teamId;
  return { ...view, teams: view.teams.map((team) => (team.id === mine ? team : seenFromOutside(team))) };
}

/** The places of a route filled in by a path; null where it is another route's. */
function placesIn(route: string, path: string): Record<string, string> | null {
  const [names, parts] = [route.split('/'), path.split('/')];
  if (names.length !== parts.length) return null;
  const places: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? '';
    if (name.startsWith(':')) places[name.slice(1)] = decodeURIComponent(part);
    else if (name !== part) return null;
  }
  return places;
}

/** The entry of a table of routes that a path leads to. */
function findRoute<T>(table: Readonly<Record<string, T>>, path: string) {
  for (const [route, entry] of Object.entries(table)) {
    const places = placesIn(route, path);
    if (places) return { entry, places };
  }
  return refuse('protocol/not_found');
}

/** The result of what may refuse by throwing; what else is thrown is a bug, and goes on. */
async function resultOf<T>(work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work());
  } catch (thrown) {
    if (thrown instanceof Refusal) return { ok: false, error: thrown.error };
    if (thrown instanceof URIError) return fail('protocol/bad_message');
    throw thrown;
  }
}

export function serveInProcess(hosted: Hosted, now: () => number): InProcess {
  const { service } = hosted;
  const { shown: match, signal } = service;
  const seats = new Map<string, TokenOwner>();
  const lines = new Map<number, Line>();
  const state = createMatchState(match);
  let opened = 0;
  let patch: ReturnType<typeof setTimeout> | null = null;

  const issueToken = (seat: TokenOwner): string => {
    const token = makeToken();
    seats.set(token, seat);
    return token;
  };

  /** Null also for the token of a player whom the host has removed. */
  const seatOf = (token: string): TokenOwner | null => {
    const seat = seats.get(token);
    return seat && isSeated(match, seat) ? seat : null;
  };

  const askerOf = (token: string): Asker => ({
    hosted,
    seat: seatOf(token) ?? refuse('protocol/bad_token'),
  });

  function publish(): void {
    patch = null;
    projectMatch(match, state);
    const view = readView(state);
    for (const [number, { seat, onView, onGoodbye }] of Array.from(lines)) {
      if (isSeated(match, seat)) onView(seenFrom(view, seat));
      else {
        lines.delete(number);
        onGoodbye({ code: 'protocol/bad_token' });
      }
    }
  }

  function connect(seat: TokenOwner, connected: boolean): void {
    if (seat.kind === 'player')
      service.submit({ type: 'seat/connection', playerId: seat.playerId, connected }, SYSTEM);
  }

  service.onChange(() => (patch ??= setTimeout(publish, PATCH_MS)));
  signal.addEventListener('abort', () => {
    if (patch) clearTimeout(patch);
    lines.clear();
  });

  return {
    hostToken: issueToken({ kind: 'host' }),
    async takeSeat(body) {
      const read = readMessage(takeSeatBody, body);
      if (!read.ok) return read;
      const playerId = makeId();
      const seated = await service.perform({ type: 'seat/take', playerId, name: read.value.name }, SYSTEM);
      return seated.ok ? ok({ playerId, seatToken: issueToken({ kind: 'player', playerId }) }) : seated;
    },
    async join(options, onView, onGoodbye) {
      const read = readMessage(joinOptions, options);
      if (!read.ok) return read;
      const seat = seatOf(read.value.token);
      if (!seat) return fail('protocol/bad_token');
      const line = ++opened;
      lines.set(line, { seat, onView, onGoodbye });
      connect(seat, true);
      if (patch) clearTimeout(patch);
      publish();
      return ok(line);
    },
    async leave(number) {
      const line = lines.get(number);
      if (!lines.delete(number) || !line) return;
      const isElsewhere = Array.from(lines.values()).some(({ seat }) => sameSeat(seat, line.seat));
      if (!isElsewhere) connect(line.seat, false);
    },
    async move(token, message) {
      const seat = seatOf(token);
      return seat ? takeMove(service, seat, message) : fail('protocol/bad_token');
    },
    nowMs: async () => now(),
    ask: (token, path) =>
      resultOf(() => {
        const asker = askerOf(token);
        const [address = '', query = ''] = path.split('?');
        const { entry, places } = findRoute(QUESTIONS, address);
        return entry(asker, places, Object.fromEntries(new URLSearchParams(query)));
      }),
    deliver: (token, path, bytes) =>
      resultOf(() => {
        const asker = askerOf(token);
        const { entry, places } = findRoute(DELIVERIES, path);
        entry.awaits(asker, places);
        if (!(bytes instanceof Uint8Array)) refuse('protocol/bad_message');
        if (bytes.byteLength > MAX_UPDATE_BYTES) refuse('protocol/too_large');
        return entry.take(asker, places, bytes);
      }),
  };
}

function sameSeat(a: TokenOwner, b: TokenOwner): boolean {
  return seatKey('', a) === seatKey('', b);
}
