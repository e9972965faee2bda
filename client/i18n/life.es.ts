/** Words of the strip that shows a model's whole life, in Spanish. */

import type { life as english } from './life.ts';

export const life: Record<keyof typeof english, string> = {
  'life.title': 'La vida de un modelo, y en qué parte estás',
  'life.here': 'estás aquí',
};
