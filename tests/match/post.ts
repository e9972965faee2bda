/** What is asked of a server before there is a seat; refusals are thrown. */

import { valueOf } from '../../client/bots/connection.ts';
import { fillRoute, postJson as post } from '../../client/session/http.ts';
import { ROUTES, type TakeSeatReply } from '../../shared/game/wire/routes.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';

/** Posts JSON; the reply's shape is the server's promise. */
export async function postJson<T>(url: string, body: unknown): Promise<T> {
  return valueOf(`POST ${new URL(url).pathname}`, await post<T>(url, body));
}

/** Takes a seat under this name. */
export function takeSeat(url: string, code: string, name: string): Promise<TakeSeatReply> {
  const path = fillRoute(ROUTES.takeSeat, { code });
  return postJson<TakeSeatReply>(url + path, { version: PROTOCOL_VERSION, name });
}
