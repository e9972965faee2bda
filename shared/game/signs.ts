/** What a page says of the person before it. */

/** It is looked at and used, not used, or not looked at. */
export const SIGNS = ['here', 'idle', 'hidden'] as const;
export type Sign = (typeof SIGNS)[number];
