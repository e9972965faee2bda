/** A copy of the working tree in a temporary folder, with one stage more: its folders, and one entry in each registry. */

import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** What a checkout has beside its files, and what no stage needs. */
const NOT_COPIED = new Set(['node_modules', 'dist', 'coverage', 'findings', '.git', 'screenshots']);

/** Each folder of the stage, and where it goes. */
const FOLDERS = {
  game: 'shared/game/stages/quiz',
  conductor: 'server/conductor/stages/quiz',
  client: 'client/stages/quiz',
} as const;

interface Entry {
  registry: string;
  imports: string;
  /** The line of the registry that it comes after, and its own. */
  after: string;
  line: string;
}

const ENTRIES: readonly Entry[] = [
  {
    registry: 'shared/game/stages/registry.ts',
    imports: "import { quizRules } from './quiz/rules.ts';",
    after: '  lobby: lobbyRules,',
    line: '  quiz: quizRules,',
  },
  {
    registry: 'server/conductor/registry.ts',
    imports: "import { quizJobs } from './stages/quiz/jobs.ts';",
    after: 'const JOBS: JobTable = {',
    line: '  ...quizJobs,',
  },
  {
    registry: 'client/stages/registry.ts',
    imports: "import { quizEntry } from './quiz/entry.ts';",
    after: '  lobby: lobbyEntry,',
    line: '  quiz: quizEntry,',
  },
  {
    registry: 'client/i18n/en.ts',
    imports: "import { quizWords } from '../stages/quiz/words.ts';",
    after: '  ...lobbyWords,',
    line: '  ...quizWords,',
  },
  {
    registry: 'client/i18n/es.ts',
    imports:
      "import { quizWords } from '../stages/quiz/words.es.ts';\nimport quizDocs from '../stages/quiz/docs.es.md?raw';",
    after: '  ...lobbyWords,',
    line: '  ...quizWords,',
  },
  {
    registry: 'client/i18n/es.ts',
    imports: '',
    after: '  lobby: lobbyDocs,',
    line: '  quiz: quizDocs,',
  },
];

/** The same packages, but not what tools keep beside them: the copy has its own. */
function linkPackages(folder: string): void {
  const packages = join(ROOT, 'node_modules');
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(packages)) {
    if (name !== '.cache' && !name.startsWith('.vite'))
      symlinkSync(join(packages, name), join(folder, 'node_modules', name));
  }
}

/** Enters a line in a registry, with its import before the first one. Throws where the registry looks otherwise. */
function enter(folder: string, { registry, imports, after, line }: Entry): void {
  const path = join(folder, registry);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(`${after}\n`)) throw new Error(`${registry} has no line "${after}"`);
  const entered = text.replace(`${after}\n`, `${after}\n${line}\n`).replace(/^import/m, `${imports}\nimport`);
  writeFileSync(path, entered);
}

export interface Copy {
  folder: string;
  remove(): void;
}

/** Copies the tree and adds the quiz, with the tests that play it. */
export function copyWithQuiz(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'new-stage-'));
  cpSync(ROOT, folder, { recursive: true, filter: (path) => !NOT_COPIED.has(basename(path)) });
  linkPackages(folder);
  const quiz = join(ROOT, 'tests/new-stage/quiz');
  for (const [part, place] of Object.entries(FOLDERS))
    cpSync(join(quiz, part), join(folder, place), { recursive: true });
  for (const entry of ENTRIES) enter(folder, entry);
  cpSync(join(quiz, 'tests/room.test.ts'), join(folder, 'tests/rooms/quiz.test.ts'));
  cpSync(join(quiz, 'tests/browser.test.ts'), join(folder, 'tests/browser/quiz.test.ts'));
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
