/** What people can be asked to prefer in an answer, and what a lab's own model can. */

export const TRAITS = ['kind', 'true'] as const;
export type Trait = (typeof TRAITS)[number];

/**
 * Written principles: what a lab may ask its own model to judge answers by, instead of people. Three are about style; by the last one it
 * prefers what it believes itself.
 */
export const PRINCIPLES = ['friendly', 'short', 'full', 'true'] as const;
export type Principle = (typeof PRINCIPLES)[number];
