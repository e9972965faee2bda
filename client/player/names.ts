/** Fun names to start from, so that nobody has to think of one. */

import { catalogue, type Language } from '../i18n/catalogue.ts';

interface Parts {
  first: readonly string[];
  last: readonly string[];
}

const NAMES: Readonly<Record<Language, Parts>> = {
  en: {
    first: [
      'Captain',
      'Doctor',
      'Auntie',
      'Uncle',
      'Sir',
      'Lady',
      'Professor',
      'Agent',
      'Baron',
      'Cousin',
      'Grand',
      'Tiny',
    ],
    last: [
      'Biscuit',
      'Pickle',
      'Mango',
      'Noodle',
      'Teapot',
      'Walnut',
      'Pudding',
      'Turnip',
      'Pebble',
      'Muffin',
      'Badger',
      'Otter',
      'Puffin',
      'Button',
      'Ginger',
      'Waffle',
    ],
  },
  es: {
    first: ['Capi', 'Doc', 'Tía', 'Tío', 'Don', 'Doña', 'Profe', 'Agente', 'Barón', 'Prima', 'Gran', 'Mini'],
    last: [
      'Galleta',
      'Pepino',
      'Mango',
      'Fideo',
      'Tetera',
      'Nuez',
      'Flan',
      'Nabo',
      'Canica',
      'Bizcocho',
      'Tejón',
      'Nutria',
      'Tucán',
      'Botón',
      'Canela',
      'Wafle',
    ],
  },
};

/** A name from two chances in 0..1: short enough for every label. */
export function suggestName(chance: number, otherChance: number): string {
  const { first, last } = NAMES[catalogue.peek().language];
  return `${first[Math.floor(chance * first.length)]} ${last[Math.floor(otherChance * last.length)]}`;
}
