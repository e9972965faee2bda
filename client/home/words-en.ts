/** All words that a page at home shows; it is built with these in the place of i18n/en.ts. */

import { common } from '../i18n/common.ts';
import { home } from '../i18n/home.ts';
import { inside } from '../i18n/inside.ts';
import { training } from '../i18n/training.ts';

export const en = { ...common, ...home, ...inside, ...training } as const;
