/** What the game needs of a device and its network, each tried out: how well it goes, and the figures that say so. */

import { ECHO } from '../../shared/game/wire/echo.ts';
import { formatBytes } from '../i18n/quantity.ts';
import type { TextParams } from '../i18n/t.ts';
import { isTooOld } from '../ui/browser-needs.ts';

export type Verdict = 'good' | 'fair' | 'bad';

export interface Finding {
  verdict: Verdict;
  params?: TextParams;
}

/** The smallest module that adds vectors: a browser that refuses it has no SIMD. */
const SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
]);
/** An answer that takes longer is felt. */
const SLOW_MS = 400;
/** What is less is written with the fraction of a second that it is. */
const CLOCK_SECONDS = 5;
/** A model of the game comes in some seconds at this speed. */
const LEAST_BYTES_PER_SECOND = 100_000;
/** Messages for the time, and large ones for the speed; together fewer than a socket says back. */
const PINGS = 5;
const BULKS = 6;

async function gpu(): Promise<Finding> {
  const adapter = await navigator.gpu?.requestAdapter().catch(() => null);
  return { verdict: adapter ? 'good' : 'fair' };
}

function processor(): Finding {
  if (typeof WebAssembly === 'undefined' || !WebAssembly.validate(SIMD)) return { verdict: 'bad' };
  const threads = navigator.hardwareConcurrency || 1;
  return crossOriginIsolated ? { verdict: 'good', params: { threads } } : { verdict: 'fair' };
}

function pictures(): Finding {
  const canvas = document.createElement('canvas');
  return { verdict: canvas.getContext('webgl2') || canvas.getContext('webgl') ? 'good' : 'fair' };
}

/** A socket to the server that answers one message after the other. */
class Echo {
  readonly #socket: WebSocket;

  constructor(url: URL) {
    this.#socket = new WebSocket(url);
    this.#socket.binaryType = 'arraybuffer';
  }

  /** What the next event brings; rejects when the socket closes first. */
  #next<Name extends 'open' | 'message'>(name: Name): Promise<WebSocketEventMap[Name]> {
    return new Promise((resolve, reject) => {
      this.#socket.addEventListener(name, resolve, { once: true });
      this.#socket.addEventListener('close', () => reject(new Error('the socket closed')), { once: true });
    });
  }

  async open(): Promise<void> {
    await this.#next('open');
  }

  async ask(message: string | Uint8Array<ArrayBuffer>): Promise<unknown> {
    const answer = this.#next('message');
    this.#socket.send(message);
    return (await answer).data;
  }

  close(): void {
    this.#socket.close();
  }
}

/** The quickest of some answers: how long it took, and how far this device's clock was off then. */
async function ping(echo: Echo): Promise<{ milliseconds: number; offMs: number }> {
  let best = { milliseconds: Infinity, offMs: 0 };
  for (let count = 0; count < PINGS; count++) {
    const [sentMs, sentAt] = [performance.now(), Date.now()];
    const serverMs = Number.parseFloat(String(await echo.ask('ping')));
    const milliseconds = performance.now() - sentMs;
    if (milliseconds < best.milliseconds)
      best = { milliseconds, offMs: serverMs - (sentAt + milliseconds / 2) };
  }
  return best;
}

/** Bytes a second, there and back, over half a megabyte at most. */
async function measureSpeed(echo: Echo): Promise<number> {
  const bulk = new Uint8Array(ECHO.bytes);
  const beganMs = performance.now();
  for (let count = 0; count < BULKS; count++) await echo.ask(bulk);
  return (2 * BULKS * bulk.length * 1000) / Math.max(1, performance.now() - beganMs);
}

/** The line to the server, the clock and the speed, by one socket; all of them fail where it does not open. */
export async function tryNetwork(): Promise<Record<'socket' | 'clock' | 'speed', Finding>> {
  const url = new URL(ECHO.path, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const echo = new Echo(url);
  const patience = setTimeout(() => echo.close(), ECHO.milliseconds);
  try {
    await echo.open();
    const { milliseconds, offMs } = await ping(echo);
    const seconds = Math.round(Math.abs(offMs) / 1000);
    const bytes = await measureSpeed(echo);
    return {
      socket: {
        verdict: milliseconds < SLOW_MS ? 'good' : 'fair',
        params: { milliseconds: Math.max(1, Math.round(milliseconds)) },
      },
      clock: { verdict: seconds < CLOCK_SECONDS ? 'good' : 'fair', params: { seconds } },
      speed: {
        verdict: bytes < LEAST_BYTES_PER_SECOND ? 'fair' : 'good',
        params: { size: formatBytes(bytes) },
      },
    };
  } catch {
    return { socket: { verdict: 'bad' }, clock: { verdict: 'bad' }, speed: { verdict: 'bad' } };
  } finally {
    clearTimeout(patience);
    echo.close();
  }
}

/** What this device and its browser can do by themselves. */
export async function tryDevice(): Promise<
  Record<'browser' | 'secure' | 'gpu' | 'processor' | 'pictures' | 'screen', Finding>
> {
  return {
    browser: { verdict: isTooOld() ? 'bad' : 'good' },
    secure: { verdict: isSecureContext ? 'good' : 'fair' },
    gpu: await gpu(),
    processor: processor(),
    pictures: pictures(),
    screen: { verdict: 'wakeLock' in navigator ? 'good' : 'fair' },
  };
}
