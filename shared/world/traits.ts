/** What people can be asked to prefer in an answer. */

export const TRAITS = ['kind', 'true'] as const;
export type Trait = (typeof TRAITS)[number];
