/** The paper stock of each kind of text: the same in cards, sliders, bars and the scene's vat. */

import type { CorpusKind } from '../../shared/world/document.ts';

export const KIND_STOCK: Record<CorpusKind, string> = {
  stories: 'var(--teal)',
  encyclopedia: 'var(--mustard)',
  questions: 'var(--plum)',
  exercises: 'var(--hill-2)',
  web: 'var(--brick)',
  posts: 'var(--steel)',
  letters: 'var(--blush)',
  adverts: 'var(--kraft)',
  rumours: 'var(--kraft-2)',
  tests: 'var(--cream)',
  news: 'var(--steel-2)',
  rhymes: 'var(--sky)',
  hazards: 'var(--wall-2)',
  language: 'var(--hill)',
  class: 'var(--glass)',
};
