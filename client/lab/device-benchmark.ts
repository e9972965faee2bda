/** Measures this device in the lobby and tells the room, once for each seat. */

import { signal } from '@preact/signals';
import { plainBackend } from '../../shared/game/backend-words.ts';
import type { ForcedExecutor, ProbeReport } from './engine/api.ts';
import { engineHost } from './engine/host.ts';
import { sleep } from '../session/backoff.ts';
import type { Session } from '../session/session.ts';

export type BenchmarkState =
  | { doing: 'waiting' | 'measuring' }
  | { doing: 'done'; report: ProbeReport; place: string };

/** The device stays the same from match to match, so it is measured once in a page. */
export const benchmark = signal<BenchmarkState>({ doing: 'waiting' });

const FORCED: readonly ForcedExecutor[] = ['wasm', 'wasm-threads', 'js', 'webgpu', 'tfjs'];

/** The executor that the address bar forces (`?executor=wasm`), for tests. */
function forcedExecutor(search: string): ForcedExecutor | null {
  const forced = new URLSearchParams(search).get('executor');
  return FORCED.find((kind) => kind === forced) ?? null;
}

/** The page draws its first scene in this time; measuring meanwhile would call a device slower than it is. */
const SETTLE_MS = 1200;

async function measure(): Promise<void> {
  benchmark.value = { doing: 'measuring' };
  await sleep(SETTLE_MS);
  const { engine, place } = await engineHost();
  const report = await engine
    .probe(forcedExecutor(location.search))
    .catch(() => ({ tokensPerSecond: 0, backend: 'none' }));
  benchmark.value = { doing: 'done', report, place };
}

/** Watches the match: measures when the first seat is taken, and reports until the room knows. */
export function startBenchmark(owner: Session): void {
  let hasReported = false;
  owner.watch(() => {
    const here = owner.standpoint.value;
    const state = benchmark.value;
    if (!here) return;
    if (state.doing === 'waiting') {
      void measure();
      return;
    }
    if (state.doing !== 'done' || here.me.device !== null || hasReported) return;
    hasReported = true;
    const { tokensPerSecond, backend } = state.report;
    const words = state.place === 'page' ? `${backend}, on the page` : backend;
    const report = { type: 'lobby/benchmark', tokensPerSecond, backend: plainBackend(words) } as const;
    void owner.send(report, true).then((reply) => {
      if (!reply.ok) hasReported = false;
    });
  });
}
