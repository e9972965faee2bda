/** What the data stage remembers: bids for the one lot, and labels of documents. */

import type { CorpusKind } from '../../../world/document.ts';

/** Kinds of which a match may have an archive: those of which more fresh text does a model good. */
export const LOT_KINDS = ['stories', 'encyclopedia', 'questions'] as const satisfies readonly CorpusKind[];
type LotKind = (typeof LOT_KINDS)[number];

/** What a team says: how many coins, or null to pass; and who said it last. */
export interface Bid {
  coins: number | null;
  playerId: string;
}

interface AuctionOutcome {
  /** Null when nobody bid. */
  winnerId: string | null;
  /** What the winner pays. */
  coins: number;
  /** What every team bid, by its id; null for those that passed. */
  bids: Record<string, number | null>;
  /** Whether chance decided among equal bids. */
  isDrawn: boolean;
}

export interface Auction {
  kind: LotKind;
  /** Decides among equal bids, so that being quick never wins; no client knows it. */
  drawSeed: number;
  /** When the bids are opened at the latest; null before the stage, and without a clock. */
  closesAtMs: number | null;
  /** Standing bids by team. */
  bids: Record<string, Bid>;
  /** Null until the bids are opened. */
  outcome: AuctionOutcome | null;
}

/** `lotSeed` is any whole number of the match's own. */
export function createAuction(lotSeed: number): Auction {
  const kind = LOT_KINDS.at(lotSeed % LOT_KINDS.length) ?? LOT_KINDS[0];
  return { kind, drawSeed: lotSeed, closesAtMs: null, bids: {}, outcome: null };
}

export const VERDICTS = ['keep', 'toss'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** By a document's name (`web/12`), then by player. */
export type Labels = Record<string, Record<string, Verdict>>;

export interface DataSlice {
  /** Documents of each dataset on the market; nothing until it is written. */
  documents: Partial<Record<CorpusKind, number>>;
  auction: Auction;
  /** Labs in which somebody trained on a text of their own. */
  ownTextTeamIds: string[];
}
