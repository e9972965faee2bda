/** Puts a page into the document, in this device's language, and says so where this browser is too old for it. */

import { effect } from '@preact/signals';
import { render } from 'preact';
import type { TextKey } from '../i18n/en.ts';
import { startLanguage } from '../i18n/language.ts';
import { t } from '../i18n/t.ts';
import { isTooOld, tooOldText } from './browser-needs.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { keepPlace } from './keep-place.ts';
import { keepTextsLive } from './translated-texts.ts';

/** Shows the page under this title; false where the browser cannot run it and was told so. */
export async function showPage(page: preact.JSX.Element, title: TextKey): Promise<boolean> {
  const root = document.getElementById('app');
  if (!root) return false;
  await startLanguage();
  effect(() => void (document.title = t(title)));
  root.replaceChildren();
  if (isTooOld()) {
    render(<p class="notice">{tooOldText()}</p>, root);
    return false;
  }
  keepTextsLive(root);
  keepPlace(root);
  render(<ErrorBoundary>{page}</ErrorBoundary>, root);
  return true;
}
