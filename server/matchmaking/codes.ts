/** Join codes that can be said aloud. */

import { randomInt } from 'node:crypto';
import { isRude } from '../../shared/rude.ts';

/** No letters or digits that look or sound alike when called across a classroom. */
const CONSONANTS = 'BDFGHJKLMNPRSTVZ';
const VOWELS = 'AEOU';
const DIGITS = '23456789';

/** Consonant, vowel, consonant, vowel, two digits: 262,144 codes, of which a server holds a few hundred at most. */
const PATTERN = [CONSONANTS, VOWELS, CONSONANTS, VOWELS, DIGITS, DIGITS];

/** Short words that only trouble a made-up code, and are honest names or parts of them. */
const RUDE_CODES = /POOP|PUPU|KAKA|TITE|TETE|NUDE|RAPE|GAGA|FAGO|DAGO|HOMO|HOBO|PENE|PUTO|PUTA|LOLO|DODO/;

/** A code like "BOKA42" that nobody minds on a projector and `isTaken` does not know. */
export function makeCode(isTaken: (code: string) => boolean): string {
  for (;;) {
    const code = PATTERN.map((symbols) => symbols[randomInt(symbols.length)]).join('');
    if (!isTaken(code) && !RUDE_CODES.test(code) && !isRude(code.slice(0, 4))) return code;
  }
}

/** What a person typed, as a code is written: spaces and dashes forgiven, any case. */
export function tidyCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}
