/** A Postgres of a test's own, in a temporary folder on a free port; or why there is none on this machine. */

import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

const DEBIAN_FOLDER = '/usr/lib/postgresql';
const USER = 'loss_leaders';

/** The folder of `initdb` and `postgres`, or null. */
function findPrograms(): string | null {
  const debian = existsSync(DEBIAN_FOLDER)
    ? readdirSync(DEBIAN_FOLDER).map((version) => join(DEBIAN_FOLDER, version, 'bin'))
    : [];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...debian];
  return (
    folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ??
    null
  );
}

/** Postgres refuses to run as root: then it runs as its own user, or as nobody. */
function userToRunAs(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return user ? { uid: Number(user[2]), gid: Number(user[3]) } : {};
}

/** Null, or a sentence for the name of what is skipped. */
export const noPostgres: string | null =
  findPrograms() === null ? 'Postgres is not installed here (Debian: apt-get install postgresql)' : null;

export class TestPostgres {
  readonly #folder = mkdtempSync(join(tmpdir(), 'loss-leaders-postgres-'));
  readonly #programs: string;
  readonly #isDurable: boolean;
  #port = 0;
  #server: ChildProcess | null = null;
  #databases = 0;

  private constructor(programs: string, isDurable: boolean) {
    this.#programs = programs;
    this.#isDurable = isDurable;
  }

  /** `isDurable`: waits for the disk at every commit, as a real one does; tests need not. */
  static async start({ isDurable = false } = {}): Promise<TestPostgres> {
    const programs = findPrograms();
    if (!programs) throw new Error(noPostgres ?? 'no Postgres');
    const own = new TestPostgres(programs, isDurable);
    const { uid, gid } = userToRunAs();
    if (uid !== undefined && gid !== undefined) chownSync(own.#folder, uid, gid);
    const options = [
      '-D',
      join(own.#folder, 'data'),
      '-U',
      USER,
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--no-sync',
      '--no-instructions',
    ];
    execFileSync(join(programs, 'initdb'), options, { ...userToRunAs(), cwd: own.#folder, stdio: 'ignore' });
    own.#port = await freePort();
    await own.up();
    return own;
  }

  /** Starts it again after `down`. */
  async up(): Promise<void> {
    const settings = [
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      `fsync=${this.#isDurable ? 'on' : 'off'}`,
    ];
    this.#server = spawn(
      join(this.#programs, 'postgres'),
      [
        '-D',
        join(this.#folder, 'data'),
        '-p',
        String(this.#port),
        ...settings.flatMap((setting) => ['-c', setting]),
      ],
      { ...userToRunAs(), cwd: this.#folder, stdio: 'ignore' },
    );
    for (let attempt = 0; ; attempt++) {
      try {
        await this.query('postgres', 'select 1');
        return;
      } catch (error) {
        if (attempt > 100) throw error;
        await sleep(100);
      }
    }
  }

  /** Ends it at once, with all its connections. */
  async down(): Promise<void> {
    const server = this.#server;
    if (!server || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    server.kill('SIGQUIT');
    await ended;
  }

  async remove(): Promise<void> {
    await this.down();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** The address of a new, empty database. */
  async createDatabase(): Promise<string> {
    const name = `test_${++this.#databases}`;
    await this.query('postgres', `create database ${name}`);
    return this.#urlOf(name);
  }

  /** Runs a statement in a database by its name or address. */
  async query(database: string, statement: string): Promise<Record<string, unknown>[]> {
    const connectionString = database.includes('://') ? database : this.#urlOf(database);
    const client = new Client({ connectionString });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(statement);
      return rows;
    } finally {
      await client.end();
    }
  }

  #urlOf(name: string): string {
    return `postgres://${USER}@127.0.0.1:${this.#port}/${name}`;
  }
}
