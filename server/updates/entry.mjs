/** Starts the thread for updates: teaches Node to read TypeScript there, which `--import tsx` does not do in threads of Node 20. */

import { register } from 'tsx/esm/api';

register();

export const { read, average } = await import('./tasks.ts');
