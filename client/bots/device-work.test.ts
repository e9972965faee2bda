/** A bot's device teaches its lab's small copy where that is its turn, by the routes and with the engine of a page. */

import { expect, it } from 'vitest';
import type { TeamView } from '../../shared/game/sync/view.ts';
import { decodeUpdate } from '../../shared/game/wire/read-update.ts';
import type { Pupil } from '../../shared/serving/models.ts';
import type { TrialJob } from '../lab/engine/api.ts';
import type { Connection } from './connection.ts';
import { pupilToTeach, teachPart } from './device-work.ts';

const PUPIL: Pupil = {
  lessonsDone: 2,
  replica: null,
  rowsTotal: 40,
  tokensTotal: 360,
  loss: 2,
  turn: { playerId: 'bot', deadlineMs: 9, isBrought: false },
  taughtBy: ['server', 'bot'],
  unableIds: [],
};
const OUTCOME = {
  rowsUsed: 10,
  tokens: 90,
  trainLoss: 1.5,
  millis: 20,
  delta: Float32Array.of(0.5, -0.25),
  ownTokens: null,
};
const teamWith = (pupil: Pupil | null): TeamView =>
  ({ own: { views: { deploy: { pupil } } } }) as unknown as TeamView;

it('is asked only where the next part is its own, and not brought yet', () => {
  expect(pupilToTeach(teamWith(PUPIL), 'bot')).toBe(PUPIL);
  expect(pupilToTeach(teamWith(PUPIL), 'another')).toBeNull();
  const brought = { playerId: 'bot', deadlineMs: null, isBrought: true };
  expect(pupilToTeach(teamWith({ ...PUPIL, turn: brought }), 'bot')).toBeNull();
  expect(pupilToTeach(teamWith(null), 'bot')).toBeNull();
  expect(pupilToTeach(undefined, 'bot')).toBeNull();
});

it('takes the copy and the rows of the part, and brings what the engine made of them', async () => {
  const asked: unknown[] = [];
  const jobs: TrialJob[] = [];
  const connection = {
    async getBytes(route: string, params: object) {
      asked.push([route, params]);
      return new Uint8Array([asked.length]);
    },
    async postBytes(route: string, params: object, bytes: Uint8Array) {
      const update = decodeUpdate(bytes);
      asked.push([route, params, update.ok && update.value.rowsUsed]);
    },
  } as unknown as Connection;
  const trial = async (job: TrialJob) => (jobs.push(job), OUTCOME);
  await teachPart(connection, { trial }, PUPIL);
  const lesson = { lesson: 2 };
  expect(asked).toEqual([
    ['/api/team/lesson/:lesson/pupil', lesson],
    ['/api/team/lesson/:lesson/rows', lesson],
    ['/api/team/lesson/:lesson', lesson, 10],
  ]);
  const lessons = { rowsTotal: 40, tokensTotal: 360 };
  expect(jobs).toEqual([{ checkpoint: new Uint8Array([1]), shard: new Uint8Array([2]), lessons }]);
});
