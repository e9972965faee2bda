/** A device trains the rounds of the match it sits in: what it was training when that was left goes nowhere. */

import { beforeEach, expect, it, vi } from 'vitest';
import type { MatchView } from '../../shared/game/sync/view.ts';
import { endSession, openSeat, session } from '../session/current.ts';
import { ADAS_SEAT, openRoom, viewOf, type TestRoom } from '../session/testing.ts';
import type { TrainOutcome } from './engine/api.ts';
import { startTrainer, trainer } from './trainer.ts';

/** An engine that trains until the test ends the round. */
const engine = vi.hoisted(() => ({
  holds: async () => true,
  rounds: [] as ((outcome: TrainOutcome) => void)[],
  train: () => new Promise<TrainOutcome>((resolve) => engine.rounds.push(resolve)),
  settle: vi.fn(async () => undefined),
}));

vi.mock('./seat-engine.ts', () => ({ seatEngine: { of: async () => ({ engine }) } }));
vi.stubGlobal('location', { href: 'http://game/' });
vi.stubGlobal('history', { replaceState: () => undefined });

const OUTCOME: TrainOutcome = {
  rowsUsed: 1,
  tokens: 8,
  trainLoss: 3,
  millis: 5,
  delta: new Float32Array(64),
  ownTokens: null,
};

/** Ada's lab trains, and round 1 is hers alone. */
function trainingView(): MatchView {
  const view = viewOf('ada');
  const round = { number: 1, shards: [{ playerId: 'ada', isDone: false, tokens: 8 }] };
  const [team] = view.teams;
  const pretrain = { status: 'running', version: 0, round };
  return {
    ...view,
    teams: [{ ...team, runs: { pretrain, 'fine-tune': null, align: null, test: null } }],
  } as MatchView;
}

/** Sits down where a round is waiting, and trains it up to its end. */
async function startRound(): Promise<TestRoom> {
  const room = openRoom();
  await openSeat(ADAS_SEAT, room.transport);
  startTrainer(session.peek());
  room.listeners[0].onView(trainingView());
  await vi.waitFor(() => expect(room.calls).toHaveLength(1));
  room.calls[0].answer(new Uint8Array(4));
  await vi.waitFor(() => expect(engine.rounds).toHaveLength(1));
  return room;
}

beforeEach(() => {
  endSession(null);
  engine.rounds.length = 0;
  engine.settle.mockClear();
});

it('sends what it has trained, and tells the engine that it counts', async () => {
  const room = await startRound();
  engine.rounds[0](OUTCOME);
  await vi.waitFor(() => expect(room.calls).toHaveLength(2));
  expect(room.calls[1].path).toContain('pretrain/1');
  room.calls[1].answer(null);
  await vi.waitFor(() => expect(engine.settle).toHaveBeenCalledWith(1));
});

it('sends nothing of a match that was left, and tells nobody of it', async () => {
  const room = await startRound();
  const next = openRoom();
  await openSeat(ADAS_SEAT, next.transport);
  engine.rounds[0](OUTCOME);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([room.calls.length, next.calls.length]).toEqual([1, 0]);
  expect(engine.settle).not.toHaveBeenCalled();
  expect(trainer.value.doing).toBe('idle');
});
