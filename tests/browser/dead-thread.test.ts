/** A browser may end a page's worker without a word, to save memory: another takes its place, and training goes on. */

import { expect, it } from 'vitest';
import { openMatch, serveGame } from './served.ts';
import { openPage, pressMain, SIZES } from './watched-page.ts';

const PATIENCE_MILLIS = 120_000;
const served = serveGame();

it('trains on when its engine thread has died', async () => {
  const experiment = { seed: 5, budgetFlops: 6e10, graceSeconds: 20, clockScale: 10, roundRows: 64 };
  const { code, host } = await openMatch(served.app.url, { teamCount: 1, experiment });
  const player = await openPage(served.browser, 'dead', 'about:blank', SIZES[0]);
  await player.page.addInitScript(() => {
    const workers: Worker[] = [];
    const RealWorker = window.Worker;
    window.Worker = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        workers.push(this);
      }
    };
    Object.assign(window, { endWorkers: () => workers.splice(0).forEach((worker) => worker.terminate()) });
  });
  await player.page.goto(`${served.app.url}/?code=${code}&executor=wasm`);
  await pressMain(player);
  await host.until(({ players }) => players.some(({ device }) => device !== null), PATIENCE_MILLIS);
  await host.send({ type: 'host/start' });
  for (const stage of ['data', 'scale'] as const) {
    await host.until((view) => view.stage === stage, PATIENCE_MILLIS);
    await host.send({ type: 'host/skip' });
  }
  await host.until(({ teams }) => (teams[0].runs.pretrain?.roundsDone ?? 0) > 1, PATIENCE_MILLIS);
  await player.page.evaluate(() => (window as unknown as { endWorkers: () => void }).endWorkers());
  const before = host.view.teams[0].runs.pretrain?.workers.find(
    ({ playerId }) => playerId !== 'server',
  )?.updates;
  const { teams } = await host.until(
    (view) => view.teams[0].runs.pretrain?.status === 'finished',
    PATIENCE_MILLIS,
  );
  const after = teams[0].runs.pretrain?.workers.find(({ playerId }) => playerId !== 'server')?.updates;
  expect(after).toBeGreaterThan((before ?? 0) + 1);
  await host.close();
});
