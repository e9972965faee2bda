/** Which tests there are: `npx vitest run` takes units and rooms, `--project browser` the slow ones in real Chromium. */

import { defineConfig } from 'vitest/config';

const setupFiles = ['tests/setup.ts'];

/** The browser's tests build the client and start Chromium, so they run only where they are asked for by name. */
const wantsBrowser = process.argv.some((argument) => argument.includes('browser'));

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,client,server}/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/match/**/*.test.ts',
          ],
          setupFiles,
        },
      },
      {
        test: {
          name: 'rooms',
          include: ['tests/rooms/**/*.test.ts'],
          setupFiles,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      ...(wantsBrowser
        ? [
            {
              test: {
                name: 'browser',
                include: ['tests/browser/**/*.test.ts'],
                setupFiles,
                testTimeout: 600_000,
                hookTimeout: 300_000,
                fileParallelism: false,
              },
            },
          ]
        : []),
    ],
  },
});
