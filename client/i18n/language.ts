/** Which language this device's page speaks: guessed from the browser, kept once it was chosen, and loaded when it is wanted. */

import { catalogue, ENGLISH, LANGUAGES, type Catalogue, type Language } from './catalogue.ts';

const KEPT = 'loss-leaders-language';

/** What a language without a country is written like. */
const DEFAULT_LOCALES: Readonly<Record<Language, string>> = { en: 'en', es: 'es-419' };

/** Languages beside English, each in a file of its own. */
const LOADERS: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Pick<Catalogue, 'words' | 'docs'>>>> = {
  es: () => import('./es.ts'),
};

const isLanguage = (name: string | undefined): name is Language =>
  name !== undefined && Object.hasOwn(LANGUAGES, name);

/** The part of a tag that names the language: `es` of `es-MX`. */
const languageOf = (tag: string): string => tag.split('-')[0].toLowerCase();

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** What was chosen here before, else the first language of the browser that there are words in, else English. */
export function firstLanguage(kept: string | null, wished: readonly string[]): Language {
  return [kept ?? '', ...wished.map(languageOf)].find(isLanguage) ?? 'en';
}

/** The tag of the browser for a language, else a general one. */
export function localeFor(language: Language, wished: readonly string[]): string {
  return wished.find((tag) => languageOf(tag) === language && isLocale(tag)) ?? DEFAULT_LOCALES[language];
}

/** A browser may keep nothing for us. */
function keptLanguage(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** Puts the page into a language; where it can't be loaded, all stays as it is. */
async function speak(language: Language): Promise<void> {
  try {
    const loaded = language === 'en' ? ENGLISH : await LOADERS[language]();
    const locale = localeFor(language, navigator.languages);
    catalogue.value = { language, locale, words: loaded.words, docs: loaded.docs };
    document.documentElement.lang = language;
  } catch (problem) {
    console.warn('The words of this language could not be loaded:', problem);
  }
}

/** Puts the page into this device's language, before anything is shown. */
export function startLanguage(): Promise<void> {
  return speak(firstLanguage(keptLanguage(), navigator.languages));
}

/** Puts the page into this language, and keeps the choice on this device. */
export async function chooseLanguage(language: Language): Promise<void> {
  await speak(language);
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    return;
  }
}
