/** A device teaches the lab's small copy while that is its turn, and lets another one do it where it can't. */

import { beforeEach, expect, it, vi } from 'vitest';
import type { MatchView } from '../../shared/game/sync/view.ts';
import type { Turn } from '../../shared/serving/models.ts';
import { endSession, openSeat, session } from '../session/current.ts';
import { ADAS_SEAT, openRoom, viewOf, type TestRoom } from '../session/testing.ts';
import type { TrainOutcome } from './engine/api.ts';
import { lessonShare, startPupilTrainer } from './pupil-trainer.ts';

/** An engine that teaches until the test ends the part; null is a loss that broke. */
const engine = vi.hoisted(() => ({
  parts: [] as ((outcome: TrainOutcome | null) => void)[],
  trial: () => new Promise<TrainOutcome | null>((resolve) => engine.parts.push(resolve)),
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
const ADAS_TURN: Turn = { playerId: 'ada', deadlineMs: 1, isBrought: false };
const PATIENCE = { timeout: 15_000 };

/** Ada's lab has a small copy that learns its second part. */
function learningView(turn: Turn | null): MatchView {
  const view = viewOf('ada');
  const pupil = { lessonsDone: 1, rowsTotal: 8, tokensTotal: 32, turn };
  const [team] = view.teams;
  return { ...view, repeats: 0, teams: [{ ...team, own: { views: { deploy: { pupil } } } }] } as MatchView;
}

/** Sits down where this is the turn. */
async function sitDown(turn: Turn | null): Promise<TestRoom> {
  const room = openRoom();
  await openSeat(ADAS_SEAT, room.transport);
  startPupilTrainer(session.peek());
  room.listeners[0].onView(learningView(turn));
  return room;
}

/** Answers what it asks for its next try, up to when its engine is at work. */
async function answerFetches(room: TestRoom, tries: number): Promise<void> {
  await vi.waitFor(() => expect(room.calls).toHaveLength(2 * tries), PATIENCE);
  for (const { answer } of room.calls.slice(-2)) answer(new Uint8Array(4));
  await vi.waitFor(() => expect(engine.parts).toHaveLength(tries));
}

beforeEach(() => {
  endSession(null);
  engine.parts.length = 0;
});

it('takes the part, and sends what it has made of the copy', async () => {
  const room = await sitDown(ADAS_TURN);
  await answerFetches(room, 1);
  expect(room.calls.map(({ path }) => path)).toEqual(['/api/team/lesson/1/pupil', '/api/team/lesson/1/rows']);
  expect(lessonShare.value).toBe(0);
  engine.parts[0](OUTCOME);
  await vi.waitFor(() => expect(room.calls).toHaveLength(3));
  expect(room.calls[2].path).toBe('/api/team/lesson/1');
  room.calls[2].answer(null);
  await vi.waitFor(() => expect(lessonShare.value).toBeNull());
  expect(room.moves).toEqual([]);
});

it('leaves it to others where it is their turn, or where its own work is being measured', async () => {
  for (const turn of [null, { ...ADAS_TURN, playerId: 'bo' }, { ...ADAS_TURN, isBrought: true }]) {
    const room = await sitDown(turn);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(room.calls).toEqual([]);
  }
});

it('says that it cannot once its engine has failed twice', async () => {
  const room = await sitDown(ADAS_TURN);
  await answerFetches(room, 1);
  engine.parts[0](null);
  await answerFetches(room, 2);
  expect(room.moves).toEqual([]);
  engine.parts[1](null);
  await vi.waitFor(() => expect(room.moves.map(({ move }) => move)).toEqual([{ type: 'deploy/unable' }]));
});
