/** Prepares Node for the tests: a global WebSocket, which Node 20 lacks and Colyseus reads, relaxed SIMD for the engine, and a watch on the server's log. */

import { setFlagsFromString } from 'node:v8';
import { expect } from 'vitest';
import { WebSocket } from 'ws';

globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket;

setFlagsFromString('--experimental-wasm-relaxed-simd');

/* Only where a server can be at work: the logger would cost every other file its time to load. */
if (/\/(server|tests)\//.test(expect.getState().testPath ?? '')) {
  const { failOnServerErrors } = await import('./server-errors.ts');
  failOnServerErrors();
}
