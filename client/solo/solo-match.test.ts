/** A match alone begins by itself: the bots take the other labs, and play as soon as the person's device is measured. */

import { afterEach, expect, it, vi } from 'vitest';
import type { RunTask } from '../../server/referee/port.ts';
import { PROTOCOL_VERSION } from '../../shared/game/wire/version.ts';
import { Connection } from '../bots/connection.ts';
import { localTransport } from '../session/local.ts';
import { openSolo, type SoloMatch } from './solo-match.ts';

const SPEED = { tokensPerSecond: 5_000, backend: 'wasm' };

let open: SoloMatch | null = null;
afterEach(() => open?.end());

/** A match whose referee is still writing. */
async function begin() {
  const troubles: string[] = [];
  const measure = vi.fn(async () => SPEED);
  const solo = await openSolo(
    {
      match: { version: PROTOCOL_VERSION, preset: 'short' },
      name: 'Ada',
      botNames: ['Gizmo (bot)', 'Sprocket (bot)'],
    },
    {
      referee: { forMatch: () => ({ run: (() => new Promise(() => undefined)) as RunTask }) },
      startDevice: () => {
        throw new Error('nothing is trained here');
      },
      measure,
      report: (trouble) => troubles.push(trouble),
    },
  );
  open = solo;
  const ada = await Connection.open(localTransport(solo.served), {
    ...solo.seat,
    code: 'SOLO',
    roomId: 'SOLO',
  });
  return { ada, measure, troubles };
}

it('seats the person alone in a lab, and a bot in each of the others', async () => {
  const { ada } = await begin();
  const view = await ada.until(({ players }) => players.length === 3, 5_000);
  expect(view.players.map(({ name }) => name)).toEqual(['Ada', 'Gizmo (bot)', 'Sprocket (bot)']);
  expect(new Set(view.players.map(({ teamId }) => teamId)).size).toBe(3);
  expect(view.stage).toBe('lobby');
});

it('measures the bots after the person, begins, and has the bots speak at once', async () => {
  const { ada, measure, troubles } = await begin();
  expect(measure).not.toHaveBeenCalled();
  await ada.send({ type: 'lobby/benchmark', tokensPerSecond: 80_000, backend: 'webgpu' });
  const view = await ada.until(({ stage, auction }) => stage === 'data' && auction?.spoken === 2, 10_000);
  expect(measure).toHaveBeenCalledTimes(1);
  expect(view.players.map(({ device }) => device?.tokensPerSecond)).toEqual([80_000, 5_000, 5_000]);
  expect(troubles).toEqual([]);
});

it('is refused where no host could have opened it', async () => {
  const wishes = { match: { version: PROTOCOL_VERSION, teamCount: 99 }, name: 'Ada', botNames: [] };
  const device = {
    referee: { forMatch: () => ({ run: (() => new Promise(() => undefined)) as RunTask }) },
    startDevice: vi.fn(),
    measure: vi.fn(),
    report: vi.fn(),
  };
  await expect(openSolo(wishes, device)).rejects.toThrow(/teamCount/);
});
