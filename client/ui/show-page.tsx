/** Puts a page into the document, and says so where this browser is too old for it. */

import { render } from 'preact';
import { isTooOld, tooOldText } from './browser-needs.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { keepTextsLive } from './translated-texts.ts';

/** Shows the page; false where the browser cannot run it and was told so. */
export function showPage(page: preact.JSX.Element): boolean {
  const root = document.getElementById('app');
  if (!root) return false;
  root.replaceChildren();
  if (isTooOld()) {
    render(<p class="notice">{tooOldText()}</p>, root);
    return false;
  }
  keepTextsLive(root);
  render(<ErrorBoundary>{page}</ErrorBoundary>, root);
  return true;
}
