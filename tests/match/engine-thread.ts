/** A bot's device: the page's own engine, in a Node thread instead of a browser's worker. */

import { setFlagsFromString } from 'node:v8';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { expose, wrap, type Endpoint } from 'comlink';
import type { EngineApi } from '../../client/lab/engine/api.ts';
import { inWorker } from '../../client/lab/engine/in-worker.ts';
import { LabEngine } from '../../client/lab/engine/lab-engine.ts';

export interface EngineThread {
  engine: EngineApi;
  close(): Promise<void>;
}

/** What threads and their ports have in common. */
interface NodePort {
  postMessage(message: unknown, transfer?: readonly ArrayBuffer[]): void;
  on(type: 'message', listener: (data: unknown) => void): unknown;
  off(type: 'message', listener: (data: unknown) => void): unknown;
}

/** Comlink speaks to browsers' event targets; Node's ports hand the data over without an event around it. */
function endpointOf(port: NodePort): Endpoint {
  type Listener = Parameters<Endpoint['addEventListener']>[1];
  const adapted = new WeakMap<object, (data: unknown) => void>();
  return {
    postMessage: (message: unknown, transfer?: Transferable[]) =>
      port.postMessage(message, transfer as readonly ArrayBuffer[] | undefined),
    addEventListener: (_type: string, listener: Listener) => {
      const handle = (data: unknown): void => {
        const event = { data } as MessageEvent;
        if ('handleEvent' in listener) listener.handleEvent(event);
        else listener(event);
      };
      adapted.set(listener, handle);
      port.on('message', handle);
    },
    removeEventListener: (_type: string, listener: Listener) => {
      const handle = adapted.get(listener);
      if (handle) port.off('message', handle);
    },
  };
}

/** Starts a thread with an engine in it. */
export function startEngineThread(): EngineThread {
  const worker = new Worker(new URL('./engine-entry.mjs', import.meta.url));
  return {
    engine: inWorker(wrap<EngineApi>(endpointOf(worker))),
    close: async () => void (await worker.terminate()),
  };
}

if (!isMainThread && parentPort) {
  // Node 20 has relaxed SIMD behind this flag; it must be set before the kernels are compiled.
  setFlagsFromString('--experimental-wasm-relaxed-simd');
  expose(new LabEngine(), endpointOf(parentPort));
}
