/** The page of a stand: passes calls on to its worker. */

import type { StandCall, StandReply } from './stand.worker.ts';

const worker = new Worker('/stand.js', { type: 'module' });
const waiting = new Map<number, (reply: StandReply) => void>();
let calls = 0;

worker.addEventListener('message', ({ data }: MessageEvent<StandReply>) => waiting.get(data.id)?.(data));

function callStand(name: StandCall['name'], args: unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const id = ++calls;
    waiting.set(id, ({ result, error }) => {
      waiting.delete(id);
      if (error === undefined) resolve(result);
      else reject(new Error(error));
    });
    worker.addEventListener('error', ({ message }) => reject(new Error(message)), { once: true });
    worker.postMessage({ id, name, args } satisfies StandCall);
  });
}

Object.assign(window, { callStand });
