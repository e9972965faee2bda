/**
 * Which tests there are: `unit` (beside their files, rooms and whole matches in Node), `load` (what is timed, attacked or killed: alone) and
 * `browser` (real Chromium).
 */

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const setupFiles = ['tests/setup.ts'];

export default defineConfig({
  root,
  test: {
    /* More than there are cores: matches of room tests wait for each other most of the time. */
    maxWorkers: 3,
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: [
            '{shared,client,server}/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/{rooms,match,bench,soak,levers}/**/*.test.ts',
          ],
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'load',
          include: ['tests/{load,attack,faults}/**/*.test.ts'],
          setupFiles,
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        root,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          setupFiles,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
