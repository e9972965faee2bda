/** Lets the honest people's threads run TypeScript on every supported Node, with the WebSocket that Node 20 lacks. */

import { setFlagsFromString } from 'node:v8';
import { register } from 'tsx/esm/api';

// Node 20 has relaxed SIMD behind this flag; it must be set before the kernels are compiled.
setFlagsFromString('--experimental-wasm-relaxed-simd');
register();
await import('../../server/ws-global.ts');
await import('./honest-thread.ts');
