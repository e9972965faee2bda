/** The data stage: what each dataset costs, and which purchases and mixtures are allowed. */

import {
  CORPUS_KINDS,
  type CorpusKind,
  isScored,
  MAX_CLASS_BYTES,
  SCORED_KINDS,
  type ScoredKind,
} from '../../../world/document.ts';
import { checkCleaning, NO_CLEANING, type Cleaning } from './cleaning.ts';
import { fail, ok, type Result } from '../../result.ts';

/** `archive` is the lot of the match's auction: fresh text of one kind, for its winner alone. */
export const PORTIONS = ['half', 'whole', 'archive'] as const;
export type Portion = (typeof PORTIONS)[number];

/** How many times the whole dataset's bytes the archive has. */
export const ARCHIVE_SIZE = 2;

/** What the winner of the auction has: the archive of this kind, for what it paid. */
export interface Lot {
  kind: CorpusKind;
  coins: number;
}

export const VOCAB_SIZES = [256, 512, 1024] as const;
type VocabSize = (typeof VOCAB_SIZES)[number];

/** Shares of the bought text that a team may keep for its own held-out measurement. */
export const HELD_OUT_SHARES = [0.02, 0.05, 0.1] as const;

/** Bytes of the team's own held-out text that are scored: a sixth more work for the referee, and steady enough to compare. */
export const OWN_HELD_OUT_BYTES = 6_000;

export interface DatasetOffer {
  kind: CorpusKind;
  /** Price of the whole dataset; half costs half, rounded up. */
  priceCoins: number;
  /** Size of the whole dataset's text. */
  bytes: number;
}

/** The market: clean text is dear, scraped text is cheap and big. */
export const MARKET: readonly DatasetOffer[] = [
  { kind: 'stories', priceCoins: 28, bytes: 400_000 },
  { kind: 'encyclopedia', priceCoins: 24, bytes: 200_000 },
  { kind: 'questions', priceCoins: 24, bytes: 200_000 },
  { kind: 'exercises', priceCoins: 20, bytes: 150_000 },
  { kind: 'web', priceCoins: 12, bytes: 500_000 },
  { kind: 'posts', priceCoins: 12, bytes: 150_000 },
  { kind: 'letters', priceCoins: 10, bytes: 120_000 },
  { kind: 'adverts', priceCoins: 8, bytes: 100_000 },
  { kind: 'rumours', priceCoins: 4, bytes: 120_000 },
  { kind: 'tests', priceCoins: 10, bytes: 40_000 },
  { kind: 'news', priceCoins: 10, bytes: 100_000 },
  { kind: 'rhymes', priceCoins: 10, bytes: 100_000 },
  { kind: 'hazards', priceCoins: 6, bytes: 80_000 },
  { kind: 'language', priceCoins: 12, bytes: 120_000 },
  /* Cheap, since no test asks for it; as large as what the host brought. */
  { kind: 'class', priceCoins: 4, bytes: MAX_CLASS_BYTES },
];

export interface DataPlan {
  purchases: Partial<Record<CorpusKind, Portion>>;
  /** Relative shares of the training tokens, any non-negative numbers; normalised when used. */
  shares: Partial<Record<CorpusKind, number>>;
  vocabSize: VocabSize;
  /** What is done to the bought text before it is mixed. */
  cleaning: Cleaning;
  /** Share of the cleaned documents that nothing is trained on; one of HELD_OUT_SHARES. */
  heldOutShare: number;
}

/** So much text is a point on a slider, where the text is mixed as it comes. */
const BYTES_PER_SHARE = 8000;

/** What a lab has put together so far; all its members fill it. */
export interface Basket {
  plan: DataPlan;
  /** Who put each dataset in, by player; an archive that was won lies there by itself. */
  by: Partial<Record<CorpusKind, string>>;
}

function offerOf(kind: CorpusKind): DatasetOffer {
  const offer = MARKET.find((candidate) => candidate.kind === kind);
  if (!offer) throw new Error(`no offer for ${kind}`);
  return offer;
}

/** The archive costs nothing here: its winner has paid for it, used or not. */
export function priceOf(kind: CorpusKind, portion: Portion): number {
  const { priceCoins } = offerOf(kind);
  if (portion === 'archive') return 0;
  return portion === 'whole' ? priceCoins : Math.ceil(priceCoins / 2);
}

export function bytesOf(kind: CorpusKind, portion: Portion): number {
  const { bytes } = offerOf(kind);
  if (portion === 'archive') return ARCHIVE_SIZE * bytes;
  return portion === 'whole' ? bytes : bytes / 2;
}

export function costOf(purchases: DataPlan['purchases']): number {
  return CORPUS_KINDS.reduce((sum, kind) => {
    const portion = purchases[kind];
    return sum + (portion ? priceOf(kind, portion) : 0);
  }, 0);
}

/** Shares of the bought datasets, summing to 1. The plan must be valid. */
export function normalizedShares(plan: DataPlan): { kind: CorpusKind; share: number }[] {
  const bought = CORPUS_KINDS.filter((kind) => plan.purchases[kind] && (plan.shares[kind] ?? 0) > 0);
  const total = bought.reduce((sum, kind) => sum + (plan.shares[kind] ?? 0), 0);
  return bought.map((kind) => ({ kind, share: (plan.shares[kind] ?? 0) / total }));
}

/**
 * The bits per byte on a team's own mix: each bought kind that is scored by its share. The plain mean of all scored kinds
 * when the mix has none of them.
 */
export function bitsPerByteOnMix(
  shares: readonly { kind: CorpusKind; share: number }[],
  { perKind, bitsPerByte }: { perKind: Record<ScoredKind, number>; bitsPerByte: number },
): number {
  let [sum, total] = [0, 0];
  for (const { kind, share } of shares) {
    if (!isScored(kind)) continue;
    sum += share * perKind[kind];
    total += share;
  }
  return total === 0 ? bitsPerByte : sum / total;
}

/** A share is any amount there can be of something; what is none would spoil the whole mixture. */
function isAmount(share: number): boolean {
  return share >= 0 && share < Infinity;
}

/**
 * Checks a plan whole: bought within the budget, what was paid for the lot included, and a mixture of nothing but what was
 * bought. `lot` is what the team won, if anything; `coins` are what it may spend.
 */
export function checkDataPlan(plan: DataPlan, lot: Lot | null, coins: number): Result<DataPlan> {
  const bought = CORPUS_KINDS.filter((kind) => plan.purchases[kind]);
  const foreign = bought.find((kind) => plan.purchases[kind] === 'archive' && kind !== lot?.kind);
  if (foreign) return fail('data/not_your_archive', { kind: foreign });
  const cost = costOf(plan.purchases) + (lot?.coins ?? 0);
  if (cost > coins) return fail('data/over_budget', { cost, budget: coins });
  if (bought.length === 0) return fail('data/nothing_bought');
  if (!CORPUS_KINDS.every((kind) => isAmount(plan.shares[kind] ?? 0))) return fail('protocol/bad_message');
  if (!VOCAB_SIZES.includes(plan.vocabSize)) return fail('protocol/bad_message');
  const unbought = CORPUS_KINDS.find((kind) => (plan.shares[kind] ?? 0) > 0 && !plan.purchases[kind]);
  if (unbought) return fail('data/not_bought', { kind: unbought });
  if (normalizedShares(plan).length === 0) return fail('data/empty_mixture');
  const settings = checkSettings(plan);
  return settings.ok ? ok(plan) : settings;
}

/** Whether what is neither bought nor mixed is set to something that is offered. */
export function checkSettings({ heldOutShare, cleaning }: DataPlan): Result<void> {
  if (heldOutShare === 0) return fail('data/no_held_out');
  if (!HELD_OUT_SHARES.some((share) => share === heldOutShare)) return fail('data/bad_held_out');
  return checkCleaning(cleaning);
}

/**
 * What a team gets that decides nothing: half of everything that is tested, mixed as it comes, page by page. The model speaks,
 * and nobody has seen to it that the mixture is good: that is what deciding is for.
 */
export const DEFAULT_DATA_PLAN: DataPlan = {
  purchases: Object.fromEntries(SCORED_KINDS.map((kind) => [kind, 'half' as const])),
  shares: Object.fromEntries(SCORED_KINDS.map((kind) => [kind, bytesOf(kind, 'half') / BYTES_PER_SHARE])),
  /* Names and most words are one token: the model spells them right, agrees with them, and remembers more text. */
  vocabSize: 1024,
  cleaning: NO_CLEANING,
  heldOutShare: HELD_OUT_SHARES[0],
};

/** A plan with the archive in place of its kind, and with less of the dearest until all of it can be paid. */
export function withLot(plan: DataPlan, lot: Lot | null, coins: number): DataPlan {
  if (!lot) return plan;
  const purchases: DataPlan['purchases'] = { ...plan.purchases, [lot.kind]: 'archive' };
  const shares = { ...plan.shares };
  while (costOf(purchases) + lot.coins > coins) {
    const priced = CORPUS_KINDS.map((kind) => {
      const portion = purchases[kind];
      return { kind, portion, price: portion ? priceOf(kind, portion) : 0 };
    });
    const dearest = priced.reduce((best, offer) => (offer.price > best.price ? offer : best));
    if (dearest.portion === 'whole') purchases[dearest.kind] = 'half';
    else {
      delete purchases[dearest.kind];
      delete shares[dearest.kind];
    }
  }
  return { ...plan, purchases, shares };
}
