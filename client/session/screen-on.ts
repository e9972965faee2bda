/** Keeps the screen on while a session needs it: a phone that sleeps stops training, and a dark projector shows nothing. */

import type NoSleep from 'nosleep.js';
import type { Session } from './session.ts';

let isWanted = false;
let lock: WakeLockSentinel | null = null;
/** Plays a tiny film where the browser has no lock, as on plain HTTP; loaded when it is needed. */
let film: Promise<NoSleep> | null = null;

/** Asks for the lock, or gives it back. Browsers drop it with every look at another tab. */
async function holdLock(): Promise<void> {
  if (!isWanted) {
    await lock?.release().catch(() => undefined);
    lock = null;
  } else if (!lock && document.visibilityState === 'visible') {
    lock = await navigator.wakeLock.request('screen').catch(() => null);
    lock?.addEventListener('release', () => (lock = null));
    if (!isWanted) await holdLock();
  }
}

async function loadFilm(): Promise<NoSleep> {
  const { default: Film } = await import('nosleep.js');
  return new Film();
}

/** A film may only start while a finger or key is down, so that every press tries it. */
async function showFilm(): Promise<void> {
  if (!isWanted && !film) return;
  film ??= loadFilm();
  const found = await film;
  if (isWanted && !found.isEnabled) await found.enable().catch(() => undefined);
  if (!isWanted && found.isEnabled) found.disable();
}

const hasLock = (): boolean => 'wakeLock' in navigator;

function want(wanted: boolean): void {
  isWanted = wanted;
  void (hasLock() ? holdLock() : showFilm());
}

/** Keeps the screen on while `isNeeded`, a computation over signals, says so, at most until the session ends. */
export function keepScreenOn(owner: Session, isNeeded: () => boolean): void {
  owner.watch(() => want(isNeeded()));
  owner.onEnd(() => want(false));
}

/** Takes up again what the browser let go of; once for each page. */
export function watchScreen(): void {
  if (hasLock()) document.addEventListener('visibilitychange', () => void holdLock());
  else for (const press of ['pointerup', 'keydown']) document.addEventListener(press, () => void showFilm());
}
