/** How the citizens see a lab. */

/** Each from 0 to 1. */
export interface Standing {
  trust: number;
  /** Share of good answers, as they noticed. */
  quality: number;
  /** Share of requests that waited too long or were turned away. */
  lost: number;
}

export const FIRST_STANDING: Standing = { trust: 0.6, quality: 0.5, lost: 0 };
