/** The hall of past labs, from the page: what is in it, and putting the lab there that won. */

import { ROUTES, type HallReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { session } from './current.ts';
import { deviceId } from './device.ts';
import type { Reply } from './errors.ts';
import { fillRoute, postJson } from './http.ts';

export type HallLabView = HallReply['labs'][number];

const body = (): { version: number; device: string } => ({ version: PROTOCOL_VERSION, device: deviceId() });

export async function labsInHall(): Promise<Reply<HallLabView[]>> {
  const reply = await postJson<HallReply>(ROUTES.hall, body());
  return reply.ok ? { ok: true, value: reply.value.labs } : reply;
}

/** The best lab of the match that this page is in. */
export function enterHall(): Promise<Reply<null>> {
  const bytes = new TextEncoder().encode(JSON.stringify(body()));
  return session.peek().postBytes(ROUTES.enterHall, bytes);
}

/** Takes an answer off this device's page at once; a second device's report takes it off everybody's. Null reports what was said in a talk. */
export async function reportInHall(id: string, question: string | null): Promise<Reply<null>> {
  const reply = await postJson<unknown>(fillRoute(ROUTES.reportHall, { id }), { ...body(), question });
  return reply.ok ? { ok: true, value: null } : reply;
}

export async function leaveHall(id: string): Promise<Reply<null>> {
  const reply = await postJson<unknown>(fillRoute(ROUTES.leaveHall, { id }), body());
  return reply.ok ? { ok: true, value: null } : reply;
}
