/** The market of pictures: who sells what, with which faults, and how a lab may clean what it bought. */

import { SUBJECT_KINDS, type SubjectKind } from '../../world/pictures/parts.ts';
import type { PictureKnobs } from '../../world/pictures/pictures.ts';
import { fail, ok, type Result } from '../result.ts';

export const PICTURE_SOURCES = ['town', 'farm', 'web', 'stock', 'fans'] as const;
export type PictureSource = (typeof PICTURE_SOURCES)[number];

interface PictureOffer {
  coins: number;
  /** Pictures drawn for it; those of other kinds than it sells are left out. */
  pictures: number;
  kinds: readonly SubjectKind[];
  /** Its faults, each a share. */
  knobs: Partial<PictureKnobs>;
}

export const PICTURE_OFFERS: Readonly<Record<PictureSource, PictureOffer>> = {
  town: { coins: 3, pictures: 1000, kinds: ['people', 'buildings'], knobs: {} },
  farm: { coins: 2, pictures: 1500, kinds: ['animals', 'dishes'], knobs: {} },
  web: {
    coins: 1,
    pictures: 1600,
    kinds: SUBJECT_KINDS,
    knobs: { duplicateRate: 0.3, wrongCaptionRate: 0.35 },
  },
  stock: { coins: 2, pictures: 900, kinds: SUBJECT_KINDS, knobs: { watermarkRate: 0.5, skew: 0.9 } },
  fans: { coins: 1, pictures: 700, kinds: SUBJECT_KINDS, knobs: { optedOutRate: 0.5, privateRate: 0.4 } },
};

/** What every lab may spend. */
export const PICTURE_COINS = 5;

/** What a lab may throw out of what it bought. */
export const CLEANINGS = ['copies', 'captions', 'marks', 'manner', 'faces', 'balance'] as const;
type PictureCleaning = (typeof CLEANINGS)[number];

export interface PicturesPlan {
  sources: PictureSource[];
  cleaning: PictureCleaning[];
}

export const DEFAULT_PICTURES_PLAN: PicturesPlan = {
  sources: ['web', 'stock', 'fans'],
  cleaning: ['copies'],
};

export function coinsFor(sources: readonly PictureSource[]): number {
  return sources.reduce((sum, source) => sum + PICTURE_OFFERS[source].coins, 0);
}

/** Whether a lab can pay for it, and buys each thing once. */
export function checkPicturesPlan({ sources, cleaning }: PicturesPlan): Result<void> {
  if (sources.length === 0) return fail('pictures/nothing_bought');
  const isTwice = [sources, cleaning].some((list: readonly string[]) => new Set(list).size < list.length);
  if (isTwice) return fail('protocol/bad_message');
  const cost = coinsFor(sources);
  if (cost > PICTURE_COINS) return fail('pictures/over_budget', { cost, budget: PICTURE_COINS });
  return ok(undefined);
}

/** A picture as it is sent to pages: one hexadecimal digit of the palette for each pixel, row by row, and its words. */
export interface ShownPicture {
  pixels: string;
  caption: string;
}

/** What a lab has after cleaning. */
export interface PictureSet {
  bought: number;
  /** Thrown out by each cleaning, in their order. */
  dropped: Partial<Record<PictureCleaning, number>>;
  left: number;
  perKind: Record<SubjectKind, number>;
  /** Some of what is left, drawn by chance. */
  shown: ShownPicture[];
}
