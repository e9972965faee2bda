/** Starts the database's thread: teaches Node to read TypeScript there, which `--import tsx` does not do in threads of Node 20. */

import { register } from 'tsx/esm/api';

register();

const { serve } = await import('./thread.ts');
await serve();
