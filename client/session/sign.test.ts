/** The page says when it is not looked at or not used, and takes that back. */

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { Session } from './session.ts';
import { IDLE_SECONDS, startSign } from './sign.ts';
import { ADAS_SEAT, openRoom, viewOf } from './testing.ts';

const page = Object.assign(new EventTarget(), { hidden: false });

beforeEach(() => {
  page.hidden = false;
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page in a room that shows what it has said, as the server would. */
async function begin() {
  const room = openRoom();
  const session = new Session(ADAS_SEAT, room.transport, { onOver: () => undefined });
  await session.connect();
  const show = (sign: string): void => {
    const view = viewOf('ada');
    room.listeners[0].onView({ ...view, players: [{ ...view.players[0], sign }] } as MatchView);
  };
  show('here');
  startSign(session);
  const said = (): unknown[] => room.moves.map(({ move }) => ('sign' in move ? move.sign : move.type));
  return { session, said, show };
}

it('says once that it is hidden, and that it is back', async () => {
  const { session, said, show } = await begin();
  expect(said()).toEqual([]);
  page.hidden = true;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(said()).toEqual(['hidden']);
  show('hidden');
  page.hidden = false;
  page.dispatchEvent(new Event('visibilitychange'));
  expect(said()).toEqual(['hidden', 'here']);
  session.end();
});

it('says that nobody touches it, and a touch takes that back', async () => {
  const { session, said, show } = await begin();
  await vi.advanceTimersByTimeAsync((IDLE_SECONDS + 6) * 1000);
  expect(said()).toEqual(['idle']);
  show('idle');
  page.dispatchEvent(new Event('pointerdown'));
  expect(said()).toEqual(['idle', 'here']);
  show('here');
  await vi.advanceTimersByTimeAsync((IDLE_SECONDS / 2) * 1000);
  expect(said()).toHaveLength(2);
  session.end();
});

it('says so again where the server believes otherwise, as after a lost line', async () => {
  const { session, said, show } = await begin();
  page.hidden = true;
  page.dispatchEvent(new Event('visibilitychange'));
  show('hidden');
  show('here');
  expect(said()).toEqual(['hidden', 'hidden']);
  session.end();
});
