/** What a member may change in the basket of the lab: one thing at a time, so that nobody undoes another's change. */

import { z } from 'zod';
import { CORPUS_KINDS, type CorpusKind } from '../../../world/document.ts';
import { NO_CLEANING } from './cleaning.ts';
import {
  DEFAULT_DATA_PLAN,
  PORTIONS,
  VOCAB_SIZES,
  type Basket,
  type DataPlan,
  type Portion,
} from './plan.ts';

/** Nothing in it, so that every purchase is somebody's choice. */
export const EMPTY_BASKET: Basket = {
  plan: {
    purchases: {},
    shares: {},
    vocabSize: DEFAULT_DATA_PLAN.vocabSize,
    cleaning: NO_CLEANING,
    heldOutShare: DEFAULT_DATA_PLAN.heldOutShare,
  },
  by: {},
};

const kind = z.enum(CORPUS_KINDS);

/** One thing that a member changes. */
export const basketChange = z.union([
  /** Null gives the dataset back. */
  z.strictObject({ kind, portion: z.enum(PORTIONS).nullable() }),
  z.strictObject({ kind, weight: z.number().min(0).max(1000) }),
  z.strictObject({ vocabSize: z.literal([...VOCAB_SIZES]) }),
  z.strictObject({ heldOutShare: z.number() }),
  z.strictObject({ similarity: z.number().nullable() }),
  z.strictObject({ quality: z.number().nullable() }),
  z.strictObject({ scrub: z.boolean() }),
]);
export type BasketChange = z.infer<typeof basketChange>;

/** Share of a dataset that the standard plan leaves out, when it is bought. */
const OTHER_STARTING_SHARE = 10;

/** The plan with a dataset bought, exchanged for half or whole, or given back. */
export function withPurchase(plan: DataPlan, bought: CorpusKind, portion: Portion | null): DataPlan {
  const purchases = { ...plan.purchases };
  const shares = { ...plan.shares };
  if (portion === null) {
    delete purchases[bought];
    delete shares[bought];
  } else {
    if (!purchases[bought]) shares[bought] = DEFAULT_DATA_PLAN.shares[bought] ?? OTHER_STARTING_SHARE;
    purchases[bought] = portion;
  }
  return { ...plan, purchases, shares };
}

/** The plan after a change. */
export function withChange(plan: DataPlan, change: BasketChange): DataPlan {
  if ('portion' in change) return withPurchase(plan, change.kind, change.portion);
  if ('weight' in change) return { ...plan, shares: { ...plan.shares, [change.kind]: change.weight } };
  if ('vocabSize' in change || 'heldOutShare' in change) return { ...plan, ...change };
  return { ...plan, cleaning: { ...plan.cleaning, ...change } };
}
