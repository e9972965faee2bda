/** How long a lab keeps the log of its requests. */

/** Not at all, for some hours, or for good. */
export const RETENTIONS = ['none', 'hours', 'ever'] as const;
export type Retention = (typeof RETENTIONS)[number];
