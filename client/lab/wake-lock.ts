/** Keeps the screen on while this device trains, where the browser can: a phone that sleeps stops its worker too. */

let lock: WakeLockSentinel | null = null;
let wanted = false;

/** Asks for the lock or gives it back. Without a secure context there is none, and training goes on without it. */
export async function holdWakeLock(on: boolean): Promise<void> {
  wanted = on;
  if (!on) {
    await lock?.release().catch(() => undefined);
    lock = null;
    return;
  }
  if (lock || !('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
  try {
    lock = await navigator.wakeLock.request('screen');
    lock.addEventListener('release', () => (lock = null));
    if (!wanted) await holdWakeLock(false);
  } catch {
    lock = null;
  }
}

/** The browser drops the lock with every look at another tab; this takes it again on return. */
export function keepWakeLockOnReturn(): void {
  document.addEventListener('visibilitychange', () => {
    if (wanted) void holdWakeLock(true);
  });
}
