/** The answers to the open questions as this seat may see them: the own ones, or for the host everybody's. */

import { ROUTES, type SurveyReply } from '../../shared/game/wire/routes.ts';
import { session } from '../session/current.ts';
import { seatSignal } from '../session/per-seat.ts';

/** Null until they were fetched. */
export const surveyReply = seatSignal<SurveyReply | null>(null);

/** Fetches them, for the host again with every change; returns a function that stops. */
export function watchSurvey(): () => void {
  const owner = session.peek();
  const own = surveyReply.of(owner);
  const isHost = owner.seat?.role === 'host';
  let held: number | null = null;
  return owner.watch(() => {
    const changes = owner.match.value?.survey?.changes ?? null;
    if (changes === null || changes === held || (!isHost && held !== null)) return;
    held = changes;
    void owner.getJson<SurveyReply>(ROUTES.survey).then((reply) => {
      if (held !== changes) return;
      if (reply.ok) own.value = reply.value;
      else held = null;
    });
  });
}
