/** Loaded into a server before it starts: a timer that throws once the server is there to be ended by it. */

import { isMainThread } from 'node:worker_threads';

if (isMainThread)
  setTimeout(() => {
    throw new Error('a timer that nobody guards');
  }, 4000);
