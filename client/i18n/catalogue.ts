/** The words in use on this page: English until another language is loaded. */

import { signal } from '@preact/signals';
import type { Stage } from '../../shared/lifecycle.ts';
import { en, type TextKey } from './en.ts';

/** Each language by its own name. */
export const LANGUAGES = { en: 'English', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGES;

export interface Catalogue {
  language: Language;
  /** The tag by which numbers and lists are written: `es-AR` has another decimal sign than `es-MX`. */
  locale: string;
  words: Readonly<Record<TextKey, string>>;
  /** What there is to read about each stage; null where the stages bring it themselves, in English. */
  docs: Readonly<Record<Stage, string>> | null;
}

export const ENGLISH: Catalogue = { language: 'en', locale: 'en', words: en, docs: null };

export const catalogue = signal<Catalogue>(ENGLISH);
