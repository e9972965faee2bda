/** The one help card that is open, if any: a term of the field, or what there is to read about a stage. */

import { signal } from '@preact/signals';

export interface HelpContent {
  title: string;
  /** Paragraphs in the small markup of `Prose`. */
  text: string;
}

export const openHelp = signal<HelpContent | null>(null);
