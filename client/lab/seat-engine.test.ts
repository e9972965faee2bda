/** One engine serves seat after seat: each finds it empty, and none empties it under the next one's hands. */

import { beforeEach, expect, it, vi } from 'vitest';
import { endSession, session } from '../session/current.ts';
import { seatEngine } from './seat-engine.ts';

const { forgetSeat, emptied } = vi.hoisted(() => {
  const emptied: (() => void)[] = [];
  return { emptied, forgetSeat: vi.fn(() => new Promise<void>((resolve) => emptied.push(resolve))) };
});

vi.mock('./engine/host.ts', () => ({
  engineHost: async () => ({ engine: { forgetSeat }, place: 'page' }),
}));

beforeEach(() => {
  endSession(null, false);
  forgetSeat.mockClear();
  emptied.length = 0;
});

it('is emptied before a seat has it, once, and when the seat is left', async () => {
  const engine = seatEngine();
  await vi.waitFor(() => expect(forgetSeat).toHaveBeenCalledTimes(1));
  emptied[0]();
  await engine;
  await seatEngine();
  expect(forgetSeat).toHaveBeenCalledTimes(1);
  endSession(null, false);
  expect(forgetSeat).toHaveBeenCalledTimes(2);
});

it('is not emptied again when the seat was left before it was empty', async () => {
  const engine = seatEngine();
  await vi.waitFor(() => expect(forgetSeat).toHaveBeenCalledTimes(1));
  endSession(null, false);
  expect(forgetSeat).toHaveBeenCalledTimes(2);
  emptied[0]();
  await engine;
  expect(forgetSeat).toHaveBeenCalledTimes(2);
});

it('is left alone by a seat that asks for it when it is over', async () => {
  const owner = session.peek();
  endSession(null, false);
  await seatEngine.of(owner);
  expect(forgetSeat).not.toHaveBeenCalled();
});
