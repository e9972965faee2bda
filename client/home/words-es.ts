/** All words that a page at home shows in Spanish; it is built with these in the place of i18n/es.ts. */

import { common } from '../i18n/common.es.ts';
import { home } from '../i18n/home.es.ts';
import { inside } from '../i18n/inside.es.ts';
import { training } from '../i18n/training.es.ts';

export const words = { ...common, ...home, ...inside, ...training };
export const docs = null;
