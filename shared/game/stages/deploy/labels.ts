/** Labelled questions that the filter at the gate learns from: hazards, their look-alikes, and what people ask otherwise. Few, as such labels are. */

export const LABELS = { hazards: 12, lookAlikes: 6, others: 12 } as const;
