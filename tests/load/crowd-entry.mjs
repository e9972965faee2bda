/** Lets the crowd's thread run TypeScript on every supported Node, with the WebSocket that Node 20 lacks. */

import { register } from 'tsx/esm/api';

register();
await import('../../server/ws-global.ts');
await import('./crowd.ts');
