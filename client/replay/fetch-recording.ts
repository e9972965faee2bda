/** Fetches the recording of a match that is over, with the host's seat on this device. */

import type { Recording } from '../../shared/game/journal.ts';
import { ROUTES } from '../../shared/game/wire/routes.ts';
import { colyseusAt } from '../session/colyseus.ts';
import { OFFLINE, type Reply } from '../session/errors.ts';
import type { Seat } from '../session/seat.ts';

export async function fetchRecording({ code, token }: Seat): Promise<Reply<Recording>> {
  const call = { code, token, signal: new AbortController().signal };
  const reply = await colyseusAt().getBytes(ROUTES.recording, call);
  if (!reply.ok) return reply;
  try {
    const json = new Blob([reply.value]).stream().pipeThrough(new DecompressionStream('gzip'));
    return { ok: true, value: (await new Response(json).json()) as Recording };
  } catch {
    return OFFLINE;
  }
}
