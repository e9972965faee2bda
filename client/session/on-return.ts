/** The moments at which a page may be reachable again: it is looked at, wakes up, or its network is back. */

/** Calls `act` at each of them until the signal aborts; never where there is no page. */
export function onReturn(act: () => void, signal: AbortSignal): void {
  if (typeof document === 'undefined') return;
  for (const event of ['online', 'pageshow']) addEventListener(event, act, { signal });
  document.addEventListener('resume', act, { signal });
  document.addEventListener('visibilitychange', () => document.hidden || act(), { signal });
}
