/**
 * Which tests there are: `unit` (beside their files, rooms and whole matches in Node), `load` (what is timed or attacked: alone),
 * `browser` (real Chromium) and `browser-alone` (what measures seconds there).
 */

import { fileURLToPath } from 'node:url';
import { configDefaults, defineConfig } from 'vitest/config';
import { homePage } from '../vite.config.ts';
import { SlowestFirst } from './slowest-first.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const setupFiles = ['tests/setup.ts'];
/** Vitest's own limit is one second, which is a race on a busy machine. */
const expect = { poll: { timeout: 60_000 } };
/** A bound for what hangs, not for what is slow: machines differ tenfold, and a test that is to be fast says so itself. */
const HANGS_MS = 300_000;
/** Rooms whose bounds are seconds of this machine. */
const ROOMS_ALONE = 'tests/rooms/cluster.test.ts';
/** What measures seconds or memory of a page. */
const BROWSER_ALONE = 'tests/browser/{cleaning-speed,soak,restart,home}.test.ts';

export default defineConfig({
  root,
  test: {
    /* More than there are cores: matches of room tests wait for each other most of the time. */
    maxWorkers: 3,
    sequence: { sequencer: SlowestFirst },
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
          exclude: [...configDefaults.exclude, ROOMS_ALONE],
          setupFiles,
          expect,
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
        },
      },
      {
        root,
        plugins: [homePage],
        test: {
          name: 'load',
          include: ['tests/{load,attack}/**/*.test.ts', ROOMS_ALONE],
          setupFiles,
          expect,
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
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
          expect,
          testTimeout: 600_000,
          hookTimeout: HANGS_MS,
        },
      },
      {
        root,
        plugins: [homePage],
        test: {
          name: 'browser-alone',
          include: [BROWSER_ALONE],
          setupFiles,
          expect,
          testTimeout: 600_000,
          hookTimeout: HANGS_MS,
          fileParallelism: false,
        },
      },
    ],
  },
});
