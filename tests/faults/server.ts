/** The game's own server as a process that can be killed and started again at the same address. */

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NODE_OPTIONS } from '../../server/node-options.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** A new database on a busy machine. */
const START_MS = 120_000;

export class KillableServer {
  readonly port: number;
  /** Ends that nobody asked for, and errors that it logged. */
  readonly troubles: string[] = [];
  readonly #environment: Record<string, string>;
  #child: ChildProcess | null = null;
  #isMeant = false;

  constructor(port: number, environment: Record<string, string>) {
    this.port = port;
    this.#environment = environment;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** Resolves once it takes requests. */
  async start(): Promise<void> {
    this.#isMeant = false;
    const child = spawn(process.execPath, [...NODE_OPTIONS, 'server/main.ts'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PORT: String(this.port),
        HOST: '127.0.0.1',
        ALLOW_EXPERIMENTS: '1',
        ...this.#environment,
      },
    });
    this.#child = child;
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (!said.includes('is running')) said += text;
      for (const line of text.split('\n')) if (line.includes('"level":50')) this.troubles.push(line);
    });
    child.once('exit', (code, signal) => {
      if (!this.#isMeant) this.troubles.push(`the server ended with ${signal ?? `code ${code}`}: ${said}`);
    });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the server does not start: ${said}`)), START_MS);
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (!said.includes('is running')) return;
        clearTimeout(timer);
        resolve();
      });
      child.once('exit', () => {
        clearTimeout(timer);
        reject(new Error(`the server ended while it started: ${said}`));
      });
    });
  }

  /** Stops it where it is, as a machine does that is put to sleep; `SIGCONT` lets it go on. */
  send(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.#child?.kill(signal);
  }

  /** Ends it: at once with SIGKILL, in order with SIGTERM. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    this.#isMeant = true;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
