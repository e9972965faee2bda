/** Gives Node 20 the global WebSocket that Colyseus reads; must be imported before anything of Colyseus. */

import { WebSocket } from 'ws';

globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket;
