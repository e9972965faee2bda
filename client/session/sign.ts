/** Says whether this page is looked at and used, so that the host sees who is there, who does nothing, and whose screen is off. */

import { effect, signal } from '@preact/signals';
import type { Sign } from '../../shared/game/signs.ts';
import type { Session } from './session.ts';

/** Whoever has touched nothing for so long does nothing; reading a page takes less. */
export const IDLE_SECONDS = 60;
const TICK_MS = 5_000;

/** Tells the match what changes, until the session ends. */
export function startSign(owner: Session): void {
  const end = new AbortController();
  const { signal: ended } = end;
  const lookedAt = (): Sign => (document.hidden ? 'hidden' : 'here');
  const sign = signal<Sign>(lookedAt());
  let touchedMs = performance.now();
  let told: Sign | null = null;
  const touch = (): void => {
    touchedMs = performance.now();
    sign.value = lookedAt();
  };
  for (const event of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'])
    document.addEventListener(event, touch, { signal: ended, passive: true });
  document.addEventListener('visibilitychange', touch, { signal: ended });
  const timer = setInterval(() => {
    const isIdle = performance.now() - touchedMs >= IDLE_SECONDS * 1000;
    if (isIdle && sign.peek() === 'here') sign.value = 'idle';
  }, TICK_MS);
  const stop = effect(() => {
    const known = owner.standpoint.value?.me.sign;
    const wanted = sign.value;
    if (known === undefined || known === wanted) told = null;
    else if (told !== wanted) {
      told = wanted;
      void owner.send({ type: 'seat/sign', sign: wanted }, true);
    }
  });
  owner.onEnd(() => {
    end.abort();
    clearInterval(timer);
    stop();
  });
}
