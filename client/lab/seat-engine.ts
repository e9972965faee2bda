/** The page's one engine as one seat after the other has it: emptied before, and emptied again when the seat is left. */

import { perSeat } from '../session/per-seat.ts';
import { engineHost, type EngineHost } from './engine/host.ts';

/**
 * The engine, once nothing of an earlier seat is in it: no weights, no own text, no work under way. It has to be waited for,
 * so who asked looks afterwards whether the session is over: then the engine is another seat's.
 */
export const seatEngine = perSeat(async (owner): Promise<EngineHost> => {
  const host = await engineHost();
  if (owner.isOver) return host;
  /* Before the wait: an end during it must not empty the engine when the next seat has it already. */
  owner.onEnd(() => void host.engine.forgetSeat());
  await host.engine.forgetSeat();
  return host;
});
