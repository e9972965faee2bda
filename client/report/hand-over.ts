/** Hands a match that runs in this page only to a report in a window of its own: no server could be asked for it. */

import type { MatchView } from '../../shared/game/sync/view.ts';

/** In the report's address, where the window that opened it has the match. */
const HANDED = 'handed';
const READY = 'report/ready';

/** Opens the report, and gives it the match once it asks. */
export function openReportOf(view: MatchView): void {
  const opened = window.open(`./report.html?${HANDED}`);
  const answer = ({ origin, source, data }: MessageEvent): void => {
    if (origin !== location.origin || source !== opened || data !== READY) return;
    window.removeEventListener('message', answer);
    opened?.postMessage(view, location.origin);
  };
  if (opened) window.addEventListener('message', answer);
}

/** Whether the window that opened this one has the match. */
export function isHandedOver(): boolean {
  return window.opener !== null && new URLSearchParams(location.search).has(HANDED);
}

/** Asks for the match; it comes from a page of ours, so its shape is trusted. */
export function takeHandedMatch(take: (view: MatchView) => void): void {
  const opener = window.opener as Window;
  window.addEventListener('message', ({ origin, source, data }: MessageEvent<MatchView>) => {
    if (origin === location.origin && source === opener) take(data);
  });
  opener.postMessage(READY, location.origin);
}
