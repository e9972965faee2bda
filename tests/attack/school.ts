/** A school comes: sixty pupils take a seat and enter the room within seconds, all from one address, and all must be let in. */

import { ROUTES, type CreateMatchReply } from '../../shared/game/wire/routes.ts';
import { enter, post, takeSeat, type Guest } from '../rooms/fake-player.ts';
import { fillRoute } from '../../client/session/http.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';

export interface SchoolReport {
  seated: number;
  inRoom: number;
  seconds: number;
  troubles: string[];
}

export const PUPILS = 60;
/** Eight labs of eight. */
const LABS = 8;
/** As many as come through a door side by side. */
const AT_ONCE = 6;

export async function bringSchool(url: string): Promise<SchoolReport> {
  const startMs = performance.now();
  const report: SchoolReport = { seated: 0, inRoom: 0, seconds: 0, troubles: [] };
  const guests: Guest[] = [];
  const { body } = await post<CreateMatchReply>(url + fillRoute(ROUTES.createMatch, {}), {
    version: PROTOCOL_VERSION,
    teamCount: LABS,
  });
  const come = async (number: number): Promise<void> => {
    try {
      const seat = await takeSeat(url, body.code, `Pupil ${number}`);
      if (seat.status !== 201) throw new Error(`no seat: ${seat.status} ${seat.body.error?.code}`);
      report.seated++;
      guests.push(await enter(url, seat.body.roomId, seat.body.seatToken));
      report.inRoom++;
    } catch (error) {
      report.troubles.push(error instanceof Error ? error.message : String(error));
    }
  };
  for (let first = 1; first <= PUPILS; first += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => come(first + index)));
  }
  report.seconds = Number(((performance.now() - startMs) / 1000).toFixed(1));
  for (const { room } of guests) room.connection.close();
  return report;
}
