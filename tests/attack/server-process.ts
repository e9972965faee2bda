/** Starts a server process, asks it about its matches, and keeps what it writes and how it ends. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Stage } from '../../shared/lifecycle.ts';
import type { OpenedMatch } from './stage-match.ts';
import type { Look } from './watched-match.ts';

export interface Started {
  port: number;
}

/** A match as it is in the server's memory. */
export interface InnerLook extends Look {
  prototypes: string;
  problems: string[];
  stage: Stage;
  isPaused: boolean;
  teamIds: string[];
  playerIds: string[];
  pairIds: string[];
  proposalIds: string[];
}

export type Question = { id: number } & (
  | { ask: 'open'; stage: Stage; localAddress?: string }
  | { ask: 'look'; code: string }
  | { ask: 'end'; code: string }
);

export interface Reply {
  id: number;
  answer?: OpenedMatch | InnerLook | null;
  error?: string;
}

export interface ServerProcess {
  url: string;
  pid: number;
  /** What it wrote so far, on both outputs. */
  log(): string[];
  /** How it ended; null while it runs. */
  exit(): string | null;
  /** Resolves when it has ended. */
  ended: Promise<void>;
  open(stage: Stage, localAddress?: string): Promise<OpenedMatch>;
  look(code: string): Promise<InnerLook>;
  end(code: string): Promise<void>;
  stop(): Promise<void>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Longer than a busy machine takes to start it, or to answer. */
const PATIENCE_MS = 60_000;

/** For an end in order, before it is ended otherwise. */
const STOP_MS = 3_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function collectLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream?.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts.filter((line) => line.trim() !== ''));
    });
  }
  return lines;
}

function spawnServer(port: number, environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'tests/attack/server-entry.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ALLOW_EXPERIMENTS: '1', ...environment },
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}

function exitOf(child: ChildProcess): string | null {
  return child.exitCode === null && child.signalCode === null
    ? null
    : `ended with ${child.signalCode ?? `code ${child.exitCode}`}`;
}

/** Starts the server, which can also be asked about what is in its memory. */
export async function startServer(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const child = spawnServer(await freePort(), environment);
  const lines = collectLines(child);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const waiting = new Map<number, (reply: Reply) => void>();
  let questions = 0;
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`the server ${exitOf(child)}: ${lines.join('\n')}`)));
    child.on('message', (message: { started?: Started } & Reply) => {
      if (message.started) resolve(message.started.port);
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    });
  });
  const ask = async (question: Record<string, unknown>): Promise<Reply['answer']> => {
    const id = questions++;
    const { answer, error } = await new Promise<Reply>((resolve) => {
      const giveUp = (): void =>
        resolve({ id, error: exitOf(child) ?? 'the server does not answer its parent' });
      const timer = setTimeout(giveUp, PATIENCE_MS);
      child.once('exit', giveUp);
      waiting.set(id, (reply) => {
        clearTimeout(timer);
        child.off('exit', giveUp);
        resolve(reply);
      });
      if (!child.connected) giveUp();
      else child.send({ id, ...question });
    });
    if (error !== undefined) throw new Error(error);
    return answer;
  };
  child.setMaxListeners(0);
  /* A question that comes too late for a server that has ended. */
  child.on('error', () => undefined);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    log: () => lines,
    exit: () => exitOf(child),
    ended,
    open: async (stage, localAddress) => (await ask({ ask: 'open', stage, localAddress })) as OpenedMatch,
    look: async (code) => (await ask({ ask: 'look', code })) as InnerLook,
    end: async (code) => void (await ask({ ask: 'end', code })),
    stop: () => stopProcess(child),
  };
}
