/** What the sliders of the data stage come to: coins, tokens, times read. */

import type { TeamView } from '../../../shared/game/sync/view.ts';
import { DATA_BUDGET_COINS } from '../../../shared/game/stages/data/coins.ts';
import type { MarketReply } from '../../../shared/game/wire/routes.ts';
import {
  costOf,
  normalizedShares,
  ARCHIVE_SIZE,
  type DataPlan,
  type Lot,
  type Portion,
} from '../../../shared/game/stages/data/plan.ts';
import { DEFAULT_SCALE_PLAN, tokensForPlan } from '../../../shared/game/stages/scale/plan.ts';
import { CORPUS_KINDS, type CorpusKind } from '../../../shared/world/document.ts';

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
