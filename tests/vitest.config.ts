/**
 * Which tests there are: `unit` (beside their files, rooms and whole matches in Node), `load` (what is timed or attacked: alone),
 * `browser` (real Chromium) and `browser-alone` (what measures seconds there).
 */

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { homePage } from '../vite.config.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const setupFiles = ['tests/setup.ts'];
/** What measures seconds or memory of a page. */
const BROWSER_ALONE = 'tests/browser/{cleaning-speed,soak,restart,home}.test.ts';

export default defineConfig({
  root,
  test: {
    /* More than there are cores: matches of room tests wait for each other most of the time. */
    maxWorkers: 3,
    projects: [
      {
        root,
        plugins: [homePage],
        test: {
          name: 'unit',
          include: [
            '{shared,client,server}/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/{rooms,match,bench,soak,levers,faults}/**/*.test.ts',
          ],
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [homePage],
        test: {
          name: 'load',
          include: ['tests/{load,attack}/**/*.test.ts'],
          setupFiles,
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        root,
        plugins: [homePage],
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: [BROWSER_ALONE],
          setupFiles,
          testTimeout: 600_000,
          hookTimeout: 300_000,
        },
      },
      {
        root,
        plugins: [homePage],
        test: {
          name: 'browser-alone',
          include: [BROWSER_ALONE],
          setupFiles,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
