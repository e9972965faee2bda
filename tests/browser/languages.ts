/** Looks at a page in both of its languages: what is left in English, and what keeps people out in either. */

import type { Page } from 'playwright';
import { LANGUAGES, type Language } from '../../client/i18n/catalogue.ts';
import { en, type TextKey } from '../../client/i18n/en.ts';
import { words } from '../../client/i18n/es.ts';
import { findBarriers } from './barriers.ts';

/** Addresses, and counts with their units. */
const COUNTS = /^(http:\S+|[+<]?[\d.,:]+\s?(%|[kMGTP]B?|s)?)$/;
/** Words that are the same in Spanish; spanish.test.ts has the list of them. */
const COMMON = new Set(
  (Object.keys(en) as TextKey[]).flatMap((key) => (en[key] === words[key] ? [en[key]] : [])),
);

/** Runs in the page: all that it says, also to screen readers, but for what is marked as another language, as the words of the world and of its models are. */
function textsOnPage(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node instanceof Element ? node : node.parentElement;
    if (!element || element.closest('script, style, noscript, body [lang]')) continue;
    if (node instanceof Element)
      found.push(
        ...['aria-label', 'alt', 'placeholder', 'title'].map((name) => element.getAttribute(name) ?? ''),
      );
    else found.push(node.textContent ?? '');
  }
  return found.map((text) => text.trim()).filter((text) => /\p{L}/u.test(text));
}

/** Presses the page's own switch. */
const switchOf =
  (page: Page) =>
  async (language: Language): Promise<void> => {
    await page.getByRole('button', { name: LANGUAGES[language] }).click();
    await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
  };

/** For a page that speaks English now, and does so again afterwards. `isName` knows what nobody translates. */
export async function lookInBothLanguages(
  page: Page,
  {
    isName = () => false,
    speak = switchOf(page),
  }: { isName?: (text: string) => boolean; speak?: ReturnType<typeof switchOf> } = {},
): Promise<string[]> {
  const english = new Set(await page.evaluate(textsOnPage));
  const troubles = english.size > 0 ? await findBarriers(page) : ['it says nothing'];
  await speak('es');
  const left = (await page.evaluate(textsOnPage)).filter(
    (text) => english.has(text) && !COUNTS.test(text) && !COMMON.has(text) && !isName(text),
  );
  troubles.push(...left.map((text) => `still in English: "${text}"`), ...(await findBarriers(page)));
  await speak('en');
  return troubles;
}
