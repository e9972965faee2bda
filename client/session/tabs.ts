/** The tabs of a browser tell each other which seat they play in, so that a second tab asks before it takes the seat over. */

import type { Seat } from './seat.ts';

const CHANNEL = 'loss-leaders-seats';
/** Far longer than a tab takes to answer, even a hidden one; a frozen one does not answer and is not played in either. */
const PATIENCE_MS = 250;

const nameOf = ({ role, code }: Pick<Seat, 'role' | 'code'>): string => `${role}:${code}`;

let channel: BroadcastChannel | null = null;

/** This page's own end; what it says reaches all other tabs, and never itself. */
function open(): BroadcastChannel | null {
  if (!('BroadcastChannel' in globalThis)) return null;
  return (channel ??= new BroadcastChannel(CHANNEL));
}

/** Answers other tabs for as long as the page lives; `held` is the seat that it plays in, if any. */
export function answerOtherTabs(held: () => Seat | null): void {
  open()?.addEventListener('message', ({ data }: MessageEvent<{ asks?: string }>) => {
    const seat = held();
    if (seat && data.asks === nameOf(seat)) open()?.postMessage({ has: data.asks });
  });
}

/** Whether another tab plays in this seat. */
export async function isOpenElsewhere(seat: Seat): Promise<boolean> {
  const own = open();
  if (!own) return false;
  const done = new AbortController();
  const answer = new Promise<boolean>((resolve) => {
    own.addEventListener(
      'message',
      ({ data }: MessageEvent<{ has?: string }>) => {
        if (data.has === nameOf(seat)) resolve(true);
      },
      { signal: done.signal },
    );
    setTimeout(() => resolve(false), PATIENCE_MS);
  });
  own.postMessage({ asks: nameOf(seat) });
  const isOpen = await answer;
  done.abort();
  return isOpen;
}
