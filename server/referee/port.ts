/** The referee as a match sees it: named tasks, run wherever it is. Node has it in threads, a page in a worker. */

import type { RefereeTasks } from './worker.ts';

/** Runs a task of one match. Rejects with the signal's reason once the match is over, and with what the task threw. */
export type RunTask = <Name extends Exclude<keyof RefereeTasks, 'forget'>>(
  name: Name,
  input: RefereeTasks[Name]['input'],
) => Promise<RefereeTasks[Name]['output']>;

export interface Referee {
  /**
   * The referee for one match, until the signal ends it: then what waits is dropped, and its texts are forgotten. Tasks go
   * before those of other matches while `isUrgent` says that people wait for them.
   */
  forMatch(matchId: string, options: { signal: AbortSignal; isUrgent: () => boolean }): { run: RunTask };
}
