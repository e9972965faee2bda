/** Fun names that chance makes: to start from where people name themselves, and the only ones where strangers meet. */

interface Parts {
  first: readonly string[];
  last: readonly string[];
}

const NAMES = {
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
} as const satisfies Record<string, Parts>;

/** The languages that there are names in. */
export type NameLanguage = keyof typeof NAMES;

/** A name from two chances in 0..1: short enough for every label. */
export function suggestName(language: NameLanguage, chance: number, otherChance: number): string {
  const { first, last } = NAMES[language];
  return `${first[Math.floor(chance * first.length)]} ${last[Math.floor(otherChance * last.length)]}`;
}

const MADE: ReadonlySet<string> = new Set(
  Object.values(NAMES).flatMap(({ first, last }) =>
    first.flatMap((one) => last.map((other) => `${one} ${other}`)),
  ),
);

/** Whether a name is one of those that chance makes: such a name can hurt nobody. */
export function isMadeName(name: string): boolean {
  return MADE.has(name);
}
