/** Lets a thread run TypeScript on every supported Node: loads tsx in it before the engine. */

import { register } from 'tsx/esm/api';

register();
await import('./engine-thread.ts');
