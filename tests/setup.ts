/** Prepares Node for the tests: a global WebSocket, which Node 20 lacks and Colyseus reads, and relaxed SIMD for the engine. */

import { setFlagsFromString } from 'node:v8';
import { WebSocket } from 'ws';

globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket;

setFlagsFromString('--experimental-wasm-relaxed-simd');
