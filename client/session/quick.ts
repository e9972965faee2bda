/** The way into a match that nobody hosts: the server says which one, and a seat is taken there. */

import { ROUTES, type QuickMatchReply } from '../../shared/game/wire/routes.ts';
import type { QuickMatchBody } from '../../shared/game/wire/bodies.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { takeSeat } from './current.ts';
import { deviceId } from './device.ts';
import type { Reply } from './errors.ts';
import { postJson } from './http.ts';

/** Others may be faster, or it may just have gone: then there is another one. */
const ATTEMPTS = 3;
const GONE: readonly string[] = ['lobby/full', 'lobby/closed', 'protocol/no_such_match'];

/** Takes a seat under this name, if chance made it and nobody else has it; else the server draws one. */
export async function playOnline(name: string, wish: Omit<QuickMatchBody, 'version'>): Promise<Reply<null>> {
  for (let attempt = 1; ; attempt++) {
    const found = await postJson<QuickMatchReply>(ROUTES.quickMatch, { version: PROTOCOL_VERSION, ...wish });
    if (!found.ok) return found;
    const seated = await takeSeat(found.value.code, name, deviceId());
    if (seated.ok || attempt === ATTEMPTS || !GONE.includes(seated.error.code)) return seated;
  }
}
