/** The order of test files: the slowest first, so that no core waits at the end for a long one that began last. */

import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take the longest though they are short; Vitest itself goes by size where it has not yet timed them. `faults` is not among
 * them: it has bounds in seconds, and runs beside less at the end.
 */
const SLOWEST: readonly string[] = [
  'tests/rooms/images.test.ts',
  'tests/match/contest.test.ts',
  'tests/rooms/rehearsal.test.ts',
  'tests/levers/quick.test.ts',
  'tests/browser/solo.test.ts',
  'tests/browser/quick.test.ts',
  'tests/browser/images.test.ts',
  'tests/browser/parity.test.ts',
  'tests/browser/dead-thread.test.ts',
];

const isSlow = ({ moduleId }: TestSpecification): boolean => SLOWEST.some((path) => moduleId.endsWith(path));

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isSlow), ...sorted.filter((file) => !isSlow(file))];
  }
}
