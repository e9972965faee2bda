/** Swear words in both languages are found, however they are written; names and words that only look like them are not. */

import { describe, expect, it } from 'vitest';
import { isRude } from './rude.ts';

describe('rude words', () => {
  it.each(['fuck', 'sh1t head', 'Captain Fuuuck'])('%s is one in English', (text) =>
    expect(isRude(text)).toBe(true),
  );
  it.each([
    'puta',
    'M1ERDA',
    'puuuto',
    'cabrón',
    'Pendeja',
    'coño',
    'vete a la verga',
    'hijo de puta',
    'comemierda',
  ])('%s is one in Spanish', (text) => expect(isRude(text)).toBe(true));
  it.each(['Ada', 'Captain Marmalade', 'Lulu', 'Scunthorpe', 'Assam', 'Zoë', '小明'])('%s is fine', (name) =>
    expect(isRude(name)).toBe(false),
  );
  it.each([
    'Vergara',
    'Diputado',
    'computadora',
    'Conchita',
    'Culiacán',
    'película',
    'año',
    'cono',
    'Maricarmen',
  ])('%s is fine in Spanish, though a part of it is not', (name) => expect(isRude(name)).toBe(false));
  it.each(['cumpleaños', 'analizar', 'semental'])(
    '%s is fine in Spanish, whatever is in it in English',
    (name) => expect(isRude(name)).toBe(false),
  );
});
