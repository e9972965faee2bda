/** HTTP to the game's server: JSON and bytes, errors as values, one place that knows about tokens. */

import { REFUSAL_HEADER, type ErrorReply } from '../../shared/game/wire/routes.ts';
import { OFFLINE, type Reply } from './errors.ts';
import type { SeatCall } from './transport.ts';

/** In whose name a call is made, and until when. */
type Asker = Pick<SeatCall, 'token' | 'signal'>;

/** Longest wait for an answer; a checkpoint over a slow classroom network needs a while. */
const TIMEOUT_MS = 30_000;

/** Fills the blanks of a route of `ROUTES`: ('/a/:code', { code: 'X' }) gives '/a/X'. */
export function fillRoute(route: string, params: Record<string, string | number> = {}): string {
  return route.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

/** Ends with the patience or with the session. A browser without `any` lets late answers come; the session drops them. */
function signalFor(seat?: Asker): AbortSignal {
  const patience = AbortSignal.timeout(TIMEOUT_MS);
  return seat && 'any' in AbortSignal ? AbortSignal.any([patience, seat.signal]) : patience;
}

async function call(path: string, init: RequestInit, seat?: Asker): Promise<Reply<Response>> {
  const headers = new Headers(init.headers);
  if (seat) headers.set('authorization', `Bearer ${seat.token}`);
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers, signal: signalFor(seat) });
  } catch {
    return OFFLINE;
  }
  if (response.ok && !response.headers.has(REFUSAL_HEADER)) return { ok: true, value: response };
  const body = (await response.json().catch(() => null)) as ErrorReply | null;
  if (body?.error?.code) return { ok: false, error: body.error };
  if (response.status === 413) return { ok: false, error: { code: 'protocol/too_large' } };
  if (response.status === 404) return { ok: false, error: { code: 'protocol/not_found' } };
  return { ok: false, error: { code: 'protocol/server_busy' } };
}

/** GETs JSON; the server is ours, so its shape is trusted. */
export async function getJson<T>(path: string, seat: Asker): Promise<Reply<T>> {
  return read(await call(path, {}, seat), async (response) => (await response.json()) as T);
}

/** POSTs JSON and reads a JSON answer. */
export async function postJson<T>(path: string, body: unknown): Promise<Reply<T>> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return read(await call(path, init), async (response) => (await response.json()) as T);
}

/** GETs bytes: checkpoints and shards. */
export async function getBytes(path: string, seat: Asker): Promise<Reply<Uint8Array<ArrayBuffer>>> {
  return read(await call(path, {}, seat), async (response) => new Uint8Array(await response.arrayBuffer()));
}

/** POSTs bytes: updates. */
export async function postBytes(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  seat: Asker,
): Promise<Reply<null>> {
  const init = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: bytes };
  return read(await call(path, init, seat), async () => null);
}

async function read<T>(reply: Reply<Response>, body: (response: Response) => Promise<T>): Promise<Reply<T>> {
  if (!reply.ok) return reply;
  try {
    return { ok: true, value: await body(reply.value) };
  } catch {
    return OFFLINE;
  }
}
