/** What a server has acknowledged, noted by those who asked: all of it must still be there in the end. */

import type { RoomLine, Transport } from '../../client/session/transport.ts';

/** One move that was acknowledged, by its id and whoever made it. */
export interface Acknowledged {
  /** A player's id; null for the host. */
  playerId: string | null;
  moveId: string;
}

/** The same transport, which notes every move that is answered with yes. */
export function noting(transport: Transport, playerId: string | null, ledger: Acknowledged[]): Transport {
  const note = (line: RoomLine): RoomLine => ({
    ...line,
    async request(move) {
      const reply = await line.request(move);
      if (reply.ok) ledger.push({ playerId, moveId: move.id });
      return reply;
    },
  });
  return {
    ...transport,
    async join(seat, listener) {
      const reply = await transport.join(seat, listener);
      return reply.ok ? { ok: true, value: note(reply.value) } : reply;
    },
  };
}
