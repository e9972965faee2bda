/** The entry of a thread of the engine in a browser: serves from its first message on until it is told to quit. */

import { serve, type ThreadStart } from './team.ts';

self.addEventListener(
  'message',
  ({ data }: MessageEvent<ThreadStart>) => {
    serve(data, () => self.postMessage('ready'));
    self.close();
  },
  { once: true },
);
