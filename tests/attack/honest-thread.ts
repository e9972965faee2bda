/** Threads of the honest people, so that nothing but the server's slowness is measured: one plays, another asks for the time. */

import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { enter } from '../rooms/fake-player.ts';
import { playHonestMatch, type HonestReport } from './honest-match.ts';
import { startMeter, type Meter } from './honest-meter.ts';

type Task = { role: 'player'; url: string } | { role: 'meter'; url: string; roomId: string; token: string };

export interface Opened {
  code: string;
  roomId: string;
  hostToken: string;
}

/** As often as the limit of a seat allows beside its moves. */
const CLOCK_EVERY_MS = 80;

function startThread(task: Task): Worker {
  return new Worker(new URL('./honest-entry.mjs', import.meta.url), { workerData: task, stdout: true });
}

export interface HonestPlay {
  opened: Promise<Opened>;
  report: Promise<HonestReport>;
}

/** Plays an honest match in a thread of its own. */
export function startHonestMatch(url: string): HonestPlay {
  const worker = startThread({ role: 'player', url });
  const opened = new Promise<Opened>((resolve, reject) => {
    worker.on('message', (message: { opened?: Opened }) => message.opened && resolve(message.opened));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the honest match was never opened')));
  });
  const report = new Promise<HonestReport>((resolve, reject) => {
    worker.on('message', (message: { report?: HonestReport }) => message.report && resolve(message.report));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the honest match ended without a report')));
  });
  /* Whoever asks for the report later is told then. */
  report.catch(() => undefined);
  return { opened, report };
}

export type MeterReport = Pick<Meter, 'slowestMs' | 'answers' | 'troubles'>;

/** Asks a room for the time, in a thread of its own, until it is stopped. */
export async function startMeterThread(
  url: string,
  roomId: string,
  token: string,
): Promise<{ stop(): Promise<MeterReport> }> {
  const worker = startThread({ role: 'meter', url, roomId, token });
  const next = (): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the meter ended')));
    });
  await next();
  return {
    async stop() {
      const last = next();
      worker.postMessage('stop');
      return (await last) as MeterReport;
    },
  };
}

async function work(task: Task): Promise<void> {
  const port = parentPort;
  if (!port) return;
  if (task.role === 'player') {
    const report = await playHonestMatch(task.url, (opened) => port.postMessage({ opened }));
    port.postMessage({ report });
    process.exit(0);
  }
  const guest = await enter(task.url, task.roomId, task.token);
  const meter = startMeter(guest, CLOCK_EVERY_MS);
  port.once('message', () => {
    meter.stop();
    const { slowestMs, answers, troubles } = meter;
    port.postMessage({ slowestMs, answers, troubles });
    process.exit(0);
  });
  port.postMessage('ready');
}

if (!isMainThread) await work(workerData as Task);
