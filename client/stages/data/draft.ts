/** The player's own sliders in the data stage, and what they come to: coins, tokens, times read. */

import type { TeamView } from '../../../shared/game/sync/view.ts';
import { DATA_BUDGET_COINS } from '../../../shared/game/stages/data/coins.ts';
import type { MarketReply } from '../../../shared/game/wire/routes.ts';
import {
  costOf,
  DEFAULT_DATA_PLAN,
  normalizedShares,
  ARCHIVE_SIZE,
  type DataPlan,
  type Lot,
  type Portion,
} from '../../../shared/game/stages/data/plan.ts';
import { DEFAULT_SCALE_PLAN, tokensForPlan } from '../../../shared/game/stages/scale/plan.ts';
import { CORPUS_KINDS, type CorpusKind } from '../../../shared/world/document.ts';
import { seatSignal } from '../../session/per-seat.ts';

/** Starts as an empty basket, so that every purchase is somebody's choice. */
export const dataDraft = seatSignal<DataPlan>({
  purchases: {},
  shares: {},
  vocabSize: DEFAULT_DATA_PLAN.vocabSize,
  cleaning: DEFAULT_DATA_PLAN.cleaning,
  heldOutShare: DEFAULT_DATA_PLAN.heldOutShare,
});

/** Share that a dataset gets when it is bought: what the standard plan gives it. */
const STARTING_SHARE: Partial<Record<CorpusKind, number>> = DEFAULT_DATA_PLAN.shares;

/** The plan with a dataset bought, exchanged for half or whole, or given back. */
export function withPurchase(plan: DataPlan, kind: CorpusKind, portion: Portion | null): DataPlan {
  const purchases = { ...plan.purchases };
  const shares = { ...plan.shares };
  if (portion === null) {
    delete purchases[kind];
    delete shares[kind];
  } else {
    if (!purchases[kind]) shares[kind] = STARTING_SHARE[kind] ?? 10;
    purchases[kind] = portion;
  }
  return { ...plan, purchases, shares };
}

/** What a lab may spend, as far as its page knows. */
export function coinsOfTeam({ own }: TeamView): number {
  return own?.coins ?? DATA_BUDGET_COINS;
}

/** What is left when the plan and the lot, if the lab won it, are paid. */
export function coinsLeft(plan: DataPlan, lot: Lot | null, coins: number): number {
  return coins - costOf(plan.purchases) - (lot?.coins ?? 0);
}

export interface MixtureRow {
  kind: CorpusKind;
  /** The slider, 0..100. */
  weight: number;
  /** Share of all tokens, 0..1. */
  share: number;
  /** Tokens drawn from this dataset. */
  tokens: number;
  /** How often each of its tokens is read; null until the market is known. */
  epochs: number | null;
}

/** Tokens that the standard model would read within the budget; null while the budget is unknown. */
export function expectedTokens(vocabSize: number, budgetFlops: number | null): number | null {
  return budgetFlops === null ? null : tokensForPlan(DEFAULT_SCALE_PLAN, vocabSize, budgetFlops);
}

/** Tokens of a portion, in wholes of its dataset; those of the archive nobody can count before it is opened. */
const SIZE_OF: Record<Portion, number> = { half: 0.5, whole: 1, archive: ARCHIVE_SIZE };

/**
 * What each slider comes to, for every bought dataset, when `trainTokens` are read in all; `leftShares` says what share of a
 * dataset cleaning leaves, where that is known.
 */
export function mixtureRows(
  plan: DataPlan,
  market: MarketReply | null,
  trainTokens: number,
  leftShares: Partial<Record<CorpusKind, number>> = {},
): MixtureRow[] {
  const shares = new Map(normalizedShares(plan).map(({ kind, share }) => [kind, share]));
  return CORPUS_KINDS.filter((kind) => plan.purchases[kind]).map((kind) => {
    const share = shares.get(kind) ?? 0;
    const tokens = share * trainTokens;
    const whole = market?.datasets.find((dataset) => dataset.kind === kind)?.tokens[String(plan.vocabSize)];
    const portion = plan.purchases[kind];
    const bought = whole === undefined || !portion ? null : whole * SIZE_OF[portion];
    const owned = bought === null ? null : bought * (leftShares[kind] ?? 1);
    return { kind, weight: plan.shares[kind] ?? 0, share, tokens, epochs: owned ? tokens / owned : null };
  });
}
