/** What a measured curve says to somebody who knows how to read one: learning by heart, a spike, a stall, a kind never read. */

import {
  isScored as isScoredKind,
  SCORED_KINDS,
  type CorpusKind,
  type ScoredKind,
} from '../../../world/document.ts';
import type { CurvePoint, TrainingRun } from '../../match.ts';

export type CurveHint =
  /** Held-out surprise rises while training surprise falls. `rise` is in bits per byte, since `tokens`. */
  | { kind: 'by-heart'; rise: number; tokens: number }
  /** Only a kind of text that the team never reads gets worse. */
  | { kind: 'unread'; corpus: ScoredKind; rise: number }
  /** The newest round's training surprise jumped, by this share. */
  | { kind: 'spike'; share: number }
  /** Hardly anything was won lately: this share of the surprise, since `tokens`. */
  | { kind: 'stall'; share: number; tokens: number };

/** The same held-out text is scored every time, so little noise is left; a rise or gain below this share is none. */
const NOTHING = 0.005;
/** A rise must show in so many scores in a row, the newest included. */
const SCORES_IN_A_ROW = 2;
/** A kind of text that nobody reads wanders more. */
const UNREAD_RISE = 0.02;
/** A round's mean training loss differs from its neighbours' by a few percent, since it is other text. */
const SPIKE = 0.15;
const ROUNDS_BEFORE_SPIKE = 3;
/** A stall is looked for over the last part of what was read, and only in the middle of a run. */
const STALL_WINDOW = 0.35;
const STALL_SCORES = 3;
const STALL_PART: readonly [number, number] = [0.2, 0.9];

type Scored = CurvePoint & { bitsPerByte: number };

const isScored = (point: CurvePoint): point is Scored => point.bitsPerByte !== null;

interface Turn {
  /** Where the series was lowest. */
  index: number;
  /** How far above that its end is. */
  rise: number;
}

/** The turn of a series, if its end has been above the lowest for long enough and by so large a share; else null. */
function turnOf(values: readonly number[], share: number): Turn | null {
  const low = Math.min(...values);
  const index = values.indexOf(low);
  const after = values.slice(index + 1).slice(-SCORES_IN_A_ROW);
  const last = after.at(-1);
  if (last === undefined || after.length < SCORES_IN_A_ROW) return null;
  return after.every((value) => value > low * (1 + share)) ? { index, rise: last - low } : null;
}

function unreadHint(scored: readonly Scored[], readKinds: readonly CorpusKind[]): CurveHint | null {
  const rises = SCORED_KINDS.filter((corpus) => !readKinds.includes(corpus)).flatMap((corpus) => {
    const values = scored.flatMap(({ perKind }) => (perKind ? [perKind[corpus]] : []));
    const turn = turnOf(values, UNREAD_RISE);
    return turn === null ? [] : [{ corpus, rise: turn.rise }];
  });
  const [worst] = rises.toSorted((a, b) => b.rise - a.rise);
  return worst ? { kind: 'unread', ...worst } : null;
}

/** Held-out surprise of the kinds that the team reads: what it learns by heart must show there. */
function ownBits({ bitsPerByte, perKind }: Scored, readKinds: readonly CorpusKind[]): number {
  const kinds = readKinds.filter(isScoredKind);
  if (!perKind || kinds.length === 0) return bitsPerByte;
  return kinds.reduce((sum, kind) => sum + perKind[kind], 0) / kinds.length;
}

function byHeartHint(
  curve: readonly CurvePoint[],
  scored: readonly Scored[],
  readKinds: readonly CorpusKind[],
): CurveHint | null {
  const turn = turnOf(
    scored.map((point) => ownBits(point, readKinds)),
    NOTHING,
  );
  const lowest = turn && scored[turn.index];
  if (!turn || !lowest) return null;
  const { tokens } = lowest;
  const before = curve.findLast((point) => point.trainLoss !== null && point.tokens <= tokens)?.trainLoss;
  const now = curve.findLast((point) => point.trainLoss !== null)?.trainLoss;
  if (before !== null && before !== undefined && (now ?? Infinity) >= before) return null;
  return { kind: 'by-heart', rise: turn.rise, tokens };
}

function spikeHint(curve: readonly CurvePoint[]): CurveHint | null {
  const losses = curve.flatMap(({ trainLoss }) => (trainLoss === null ? [] : [trainLoss]));
  const newest = losses.at(-1);
  const before = losses.slice(-1 - ROUNDS_BEFORE_SPIKE, -1).toSorted((a, b) => a - b);
  const usual = before[Math.floor(before.length / 2)];
  if (newest === undefined || usual === undefined || before.length < ROUNDS_BEFORE_SPIKE) return null;
  const share = newest / usual - 1;
  return share > SPIKE ? { kind: 'spike', share } : null;
}

function stallHint(scored: readonly Scored[], part: number): CurveHint | null {
  const last = scored.at(-1);
  if (!last || part < STALL_PART[0] || part > STALL_PART[1]) return null;
  const from = scored.findLastIndex(({ tokens }) => tokens <= (1 - STALL_WINDOW) * last.tokens);
  const first = scored[from];
  if (!first || scored.length - 1 - from < STALL_SCORES) return null;
  const share = 1 - last.bitsPerByte / first.bitsPerByte;
  return share < NOTHING ? { kind: 'stall', share: Math.max(0, share), tokens: first.tokens } : null;
}

/** What there is to say about a run, the most urgent first; `readKinds` are the kinds of text in the team's mixture. */
export function curveHints(
  run: Pick<TrainingRun, 'curve' | 'tokensUsed' | 'tokensTotal'>,
  readKinds: readonly CorpusKind[],
): CurveHint[] {
  const scored = run.curve.filter(isScored);
  const byHeart = byHeartHint(run.curve, scored, readKinds);
  const unread = byHeart ? null : unreadHint(scored, readKinds);
  const rising = byHeart ?? unread;
  const stall = rising ? null : stallHint(scored, run.tokensUsed / Math.max(1, run.tokensTotal));
  return [spikeHint(run.curve), byHeart, unread, stall].filter((hint) => hint !== null);
}
