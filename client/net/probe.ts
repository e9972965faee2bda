/** Measures this device in the lobby and tells the room, once for each seat. */

import { effect, signal } from '@preact/signals';
import { plainBackend } from '../../shared/game/backend-words.ts';
import type { ForcedExecutor, ProbeReport } from '../worker/api.ts';
import { engineHost } from '../worker/host.ts';
import { sleep } from './backoff.ts';
import { standpoint } from './selectors.ts';
import { send } from './session.ts';

export type ProbeState =
  | { doing: 'waiting' | 'measuring' }
  | { doing: 'done'; report: ProbeReport; place: string };

export const probe = signal<ProbeState>({ doing: 'waiting' });

const FORCED: readonly ForcedExecutor[] = ['wasm', 'wasm-threads', 'js', 'webgpu', 'tfjs'];

/** The executor that the address bar forces (`?executor=wasm`), for tests. */
export function forcedExecutor(search: string): ForcedExecutor | null {
  const forced = new URLSearchParams(search).get('executor');
  return FORCED.find((kind) => kind === forced) ?? null;
}

/** The page draws its first scene in this time; measuring meanwhile would call a device slower than it is. */
const SETTLE_MS = 1200;

async function measure(): Promise<void> {
  probe.value = { doing: 'measuring' };
  await sleep(SETTLE_MS);
  const { engine, place } = await engineHost();
  const report = await engine
    .probe(forcedExecutor(location.search))
    .catch(() => ({ tokensPerSecond: 0, backend: 'none' }));
  probe.value = { doing: 'done', report, place };
}

/** Watches the match: measures when a seat is taken, and reports until the room knows. Returns a function that stops. */
export function startProbe(): () => void {
  let reportedFor = '';
  return effect(() => {
    const here = standpoint.value;
    const state = probe.value;
    if (!here) return;
    if (state.doing === 'waiting') {
      void measure();
      return;
    }
    if (state.doing !== 'done' || here.me.device !== null || reportedFor === here.me.id) return;
    reportedFor = here.me.id;
    const { tokensPerSecond, backend } = state.report;
    const words = state.place === 'page' ? `${backend}, on the page` : backend;
    void send({ type: 'lobby/probe', tokensPerSecond, backend: plainBackend(words) }, true).then((reply) => {
      if (!reply.ok) reportedFor = '';
    });
  });
}
