/** The game's own server as a process of its own, which also answers its parent: what a match hashes to, or a match at a stage. */

import '../../server/ws-global.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { hashOfPrototypes } from './hash.ts';
import type { Question, Reply, Started } from './server-process.ts';
import { problemsOf } from './soundness.ts';
import { hostedIn, openAt } from './stage-match.ts';
import { idsIn, watchMatch, type WatchedMatch } from './watched-match.ts';

const watched = new Map<string, WatchedMatch>();

/** Counts a match's moves from the first time that it is asked for. */
function watch(app: App, code: string): WatchedMatch {
  const known = watched.get(code);
  if (known) return known;
  const fresh = watchMatch(hostedIn(app, code));
  watched.set(code, fresh);
  return fresh;
}

async function answer(app: App, question: Question): Promise<Reply['answer']> {
  switch (question.ask) {
    case 'open': {
      const opened = await openAt(app, question.stage, question.localAddress);
      watch(app, opened.code);
      return opened;
    }
    case 'look': {
      const { match, look } = watch(app, question.code);
      const ids = idsIn(match);
      return {
        ...look(),
        prototypes: hashOfPrototypes(),
        problems: problemsOf(match),
        stage: match.stage,
        isPaused: match.pausedAtMs !== null,
        teamIds: [...ids.teamIds()],
        playerIds: [...ids.playerIds()],
        pairIds: [...ids.pairIds()],
        proposalIds: [...ids.proposalIds()],
      };
    }
    case 'end':
      app.directory.remove(question.code);
      watched.delete(question.code);
      return null;
  }
}

/** Pages to ask for, where nobody has built the real ones yet. */
function makePages(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loss-leaders-pages-'));
  for (const page of ['index.html', 'host.html']) writeFileSync(join(folder, page), '<!doctype html>');
  return folder;
}

async function main(): Promise<void> {
  /* The same settings from the environment as the server itself reads. */
  const config = readConfig(process.env, []);
  if (!config.ok) throw new Error(config.problem);
  process.env.DOTENV_CONFIG_QUIET = 'true';
  const { createApp } = await import('../../server/app.ts');
  const clientFolder = makePages();
  const app = await createApp({ ...config.value, clientFolder });
  process.on('message', (question: Question) => {
    answer(app, question).then(
      (given) => process.send?.({ id: question.id, answer: given } satisfies Reply),
      (error: unknown) => process.send?.({ id: question.id, error: String(error) }),
    );
  });
  const end = (): void => {
    rmSync(clientFolder, { recursive: true, force: true });
    process.exit(0);
  };
  process.on('disconnect', end);
  process.on('SIGTERM', end);
  process.send?.({ started: { port: app.port } } satisfies { started: Started });
}

await main();
