/** The worker of a solo match's referee: the same tasks as in the server's thread. */

import { expose, transfer } from 'comlink';
import { arraysIn } from '../../server/referee/arrays-in.ts';
import { perform, type AnyTask } from '../../server/referee/worker.ts';

const api = {
  async perform(task: AnyTask): Promise<unknown> {
    const value = await perform(task);
    return value ? transfer(value, arraysIn(value).map(({ buffer }) => buffer) as ArrayBuffer[]) : value;
  },
};

export type RefereeApi = typeof api;

expose(api);
