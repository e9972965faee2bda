/**
 * A new stage is one folder in each of game, conductor and page, and one line in each registry: here the quiz of tests/new-stage is
 * added to a copy of the tree, which is then checked, attacked and played like the tree itself.
 */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyWithQuiz, type Copy } from '../new-stage/copy.ts';

/** The tests of the tree that every stage must pass, and the quiz's own. */
const SUITES = {
  'the rules of the tree, the words and the picture': [
    ['tests/architecture.test.ts', 'client/i18n/t.test.ts', 'client/stages/picture.test.ts'],
    'the tree|imports|the catalogue|gives quiz a picture',
  ],
  'a whole quiz in a room': [['tests/rooms/quiz.test.ts'], 'quiz'],
  'all hostile messages in the quiz': [['tests/attack/fuzz.test.ts'], 'in the stage quiz'],
  'a quiz on a phone and on the host’s screens': [['tests/browser/quiz.test.ts'], 'quiz'],
} as const;

let copy: Copy;
beforeAll(() => {
  copy = copyWithQuiz();
});
afterAll(() => copy.remove());

/** Runs a package's program in the copy, as if nobody were testing around it. Rejects with what it said. */
async function run(program: string, ...parts: string[]): Promise<string> {
  const { folder } = copy;
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(VITEST|TEST$|NODE_ENV$|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/.test(name),
    ),
  );
  const options = {
    cwd: folder,
    env: { ...env, CLIENT_FOLDER: join(folder, 'dist/client') },
    maxBuffer: 2 ** 24,
  };
  return promisify(execFile)(
    process.execPath,
    [join(folder, 'node_modules', program), ...parts],
    options,
  ).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }: { stdout: string; stderr: string }) => {
      throw new Error(`${program} ${parts.join(' ')}\n${stdout.slice(-6_000)}\n${stderr.slice(-3_000)}`);
    },
  );
}

describe('a stage that is added', () => {
  it('is checked with the types of each part', async () => {
    const parts = ['client', 'server', 'server/tsconfig.page.json', 'shared/tsconfig.pure.json', '.'];
    await run('typescript/bin/tsc', '--build', ...parts);
    await run('oxlint/bin/oxlint');
  });

  it('is built into the pages', async () => {
    expect(await run('vite/bin/vite.js', 'build')).toContain('built in');
  });

  it.each(Object.entries(SUITES))('passes %s', async (_, [files, names]) => {
    const said = await run(
      'vitest/vitest.mjs',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--testNamePattern',
      names,
      ...files,
    );
    expect(said).toMatch(/Tests\s.*passed/);
  });
});
