/** A server process under load: tells its parent how late its event loop was, and what it used of the machine. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { NODE_OPTIONS } from '../../server/node-options.mjs';

/** Since the question before. */
export interface ServerCost {
  /** Milliseconds that the event loop was late. */
  loopDelay: { p99: number; max: number };
  /** Shares of one core: all threads but the referee's, and those. */
  serverCpuShare: number;
  refereeCpuShare: number;
  /** Memory of the process now. */
  rssMiB: number;
  /** Of it what the main thread still uses after a garbage collection: its heap, and buffers outside of it. */
  usedMiB: number;
}

export interface LoadedServer {
  url: string;
  /** What it cost since this was asked before. */
  measure(): Promise<ServerCost>;
  stop(): Promise<void>;
}

export async function startServer(environment: Record<string, string>): Promise<LoadedServer> {
  const child = fork(fileURLToPath(new URL('./server-entry.ts', import.meta.url)), {
    execArgv: ['--expose-gc', ...NODE_OPTIONS],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit').then(([code]) => code as unknown);
  const answer = async (): Promise<unknown> => {
    const failed = ended.then((code) => Promise.reject(new Error(`the server ended with ${String(code)}`)));
    const [message] = (await Promise.race([once(child, 'message'), failed])) as [unknown];
    return message;
  };
  const { port } = (await answer()) as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    async measure() {
      child.send('measure');
      return (await answer()) as ServerCost;
    },
    async stop() {
      child.disconnect();
      await ended;
    },
  };
}
