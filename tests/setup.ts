/** Prepares Node for the tests: a global WebSocket, which Node 20 lacks and Colyseus reads, relaxed SIMD for the engine, patience, and a watch on the server's log. */

import { setFlagsFromString } from 'node:v8';
import { expect, vi } from 'vitest';
import { WebSocket } from 'ws';

globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket;

setFlagsFromString('--experimental-wasm-relaxed-simd');

/* Its own limit is one second, which is a race on a busy machine; that of `expect.poll` stands in the configuration. */
const { waitFor } = vi;
vi.waitFor = (check, options = { timeout: 60_000 }) => waitFor(check, options);

/* Only where a server can be at work: the logger would cost every other file its time to load. */
if (/\/(server|tests)\//.test(expect.getState().testPath ?? '')) {
  const { failOnServerErrors } = await import('./server-errors.ts');
  failOnServerErrors();
}
