/** What is kept on a device of its matches: the tokens of seats and hosts, by match code. */

export interface Seat {
  role: 'player' | 'host' | 'audience' | 'projector';
  code: string;
  roomId: string;
  token: string;
  /** The player's id; null for anybody else. */
  playerId: string | null;
  /** Of a host: by a link that can be withdrawn, and that makes no further links. */
  isRemote?: boolean;
}

const PREFIX = 'loss-leaders:';
const MOST_KEPT = 8;

const keyOf = (role: Seat['role'], code: string): string => `${PREFIX}${role}:${code}`;

/** Keeps a seat, and forgets the oldest beyond a handful. Without storage the seat lasts as long as the page. */
export function keepSeat(seat: Seat): void {
  try {
    localStorage.setItem(keyOf(seat.role, seat.code), JSON.stringify({ ...seat, keptAtMs: Date.now() }));
    const kept = Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .map((key) => ({ key, keptAtMs: keptAt(localStorage.getItem(key)) }))
      .sort((a, b) => b.keptAtMs - a.keptAtMs);
    for (const { key } of kept.slice(MOST_KEPT)) localStorage.removeItem(key);
  } catch {
    return;
  }
}

function keptAt(json: string | null): number {
  try {
    return Number((JSON.parse(json ?? '') as { keptAtMs?: number }).keptAtMs ?? 0);
  } catch {
    return 0;
  }
}

/** The seat this device has in a match, or null. */
export function findSeat(role: Seat['role'], code: string): Seat | null {
  try {
    const seat = JSON.parse(localStorage.getItem(keyOf(role, code)) ?? 'null') as Seat | null;
    return seat && typeof seat.token === 'string' && typeof seat.roomId === 'string' ? seat : null;
  } catch {
    return null;
  }
}

/** Long enough for a day with a match in the morning and one in the afternoon. */
const RECENT_MS = 24 * 60 * 60 * 1000;

/** The seats this device took lately, the newest first. */
export function recentSeats(role: Seat['role']): Seat[] {
  const all = recentCodes(role).map((code) => findSeat(role, code));
  return all.filter((seat) => seat !== null);
}

function recentCodes(role: Seat['role']): string[] {
  const prefix = keyOf(role, '');
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => ({ code: key.slice(prefix.length), keptAtMs: keptAt(localStorage.getItem(key)) }))
      .filter(({ keptAtMs }) => Date.now() - keptAtMs < RECENT_MS)
      .sort((a, b) => b.keptAtMs - a.keptAtMs)
      .map(({ code }) => code);
  } catch {
    return [];
  }
}

export function forgetSeat(seat: Pick<Seat, 'role' | 'code'>): void {
  try {
    localStorage.removeItem(keyOf(seat.role, seat.code));
  } catch {
    return;
  }
}
