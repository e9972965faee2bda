/** A team's bought and cleaned text with its tokenizer, kept between tasks: probes and the big run read the same. */

import { learnTokenizer } from '../../shared/data/learn-tokenizer.ts';
import { countTargets, packRows } from '../../shared/data/rows.ts';
import { holdOut } from '../../shared/data/splits.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import type { Rows } from '../../shared/lm/rows.ts';
import type { CleaningOutcome } from '../../shared/game/stages/data/cleaning.ts';
import { bytesOf, normalizedShares, type DataPlan } from '../../shared/game/stages/data/plan.ts';
import type { TeamText } from '../../shared/game/match.ts';
import { CONTEXT_LENGTHS, type ContextLength } from '../../shared/game/training/model.ts';
import type { Tokenizer } from '../../shared/tokenizer/bpe.ts';
import type { CorpusKind, TextDocument } from '../../shared/world/document.ts';
import { cleanBought } from './clean.ts';
import type { TextTask } from './tasks.ts';
import { archiveOf, type MatchTexts } from './texts.ts';

/** Teams of a room, most of which prepare within a minute; a text that was put away is made again when it is asked for. */
const MAX_KEPT = 16;

interface Dataset {
  kind: CorpusKind;
  share: number;
  documents: TextDocument[];
}

interface PackedDataset {
  kind: CorpusKind;
  share: number;
  rows: Rows;
}

export interface PreparedText {
  tokenizer: Tokenizer;
  cleaning: CleaningOutcome;
  /** What the team keeps from training, to be scored on. */
  heldOut: Dataset[];
  /** The datasets as rows of so many tokens; packed when first asked for. */
  rows(contextLength: ContextLength): PackedDataset[];
  /** The same in another tokenizer's pieces. */
  rowsIn(tokenizer: Tokenizer, contextLength: ContextLength): PackedDataset[];
}

const kept = new Map<string, PreparedText>();

function buy(texts: MatchTexts, plan: DataPlan): Dataset[] {
  return normalizedShares(plan).map(({ kind, share }) => ({
    kind,
    share,
    documents:
      plan.purchases[kind] === 'archive'
        ? archiveOf(texts, kind)
        : takeBytes(texts.market[kind], bytesOf(kind, plan.purchases[kind] ?? 'half')),
  }));
}

/** Takes the team's held-out share out of each dataset, after cleaning, so that a team that de-duplicates has no copies on both sides. */
function splitBought(
  datasets: readonly Dataset[],
  share: number,
): { datasets: Dataset[]; heldOut: Dataset[] } {
  const splits = datasets.map((dataset) => ({ dataset, ...holdOut(dataset.documents, share) }));
  return {
    datasets: splits.map(({ dataset, train }) => ({ ...dataset, documents: train })),
    heldOut: splits.map(({ dataset, heldOut }) => ({ ...dataset, documents: heldOut })),
  };
}

function prepareText(texts: MatchTexts, task: TextTask): PreparedText {
  const { datasets: cleaned, outcome } = cleanBought(texts, buy(texts, task.data), task);
  const { datasets, heldOut } = splitBought(cleaned, task.data.heldOutShare);
  const tokenizer = learnTokenizer(datasets, task.data.vocabSize);
  const packed = new Map<ContextLength, PackedDataset[]>();
  const rowsIn: PreparedText['rowsIn'] = (own, contextLength) =>
    datasets.map(({ kind, share, documents }) => ({
      kind,
      share,
      rows: packRows(documents, own, contextLength),
    }));
  return {
    tokenizer,
    cleaning: outcome,
    heldOut,
    rowsIn,
    rows(contextLength) {
      const known = packed.get(contextLength);
      if (known) return known;
      const rows = rowsIn(tokenizer, contextLength);
      packed.set(contextLength, rows);
      return rows;
    },
  };
}

const [, LONGEST_CONTEXT] = CONTEXT_LENGTHS;

/** The team's text; made once, and again only when a whole room of others came between. */
export function preparedTextOf(texts: MatchTexts, task: TextTask): PreparedText {
  const key = `${task.matchId}/${JSON.stringify([task.generation, task.data, task.labels])}`;
  const prepared = kept.get(key) ?? prepareText(texts, task);
  kept.delete(key);
  kept.set(key, prepared);
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_KEPT) break;
    kept.delete(oldest);
  }
  return prepared;
}

/** What the text holds, counted in rows of the longest context. */
export function describeText(texts: MatchTexts, task: TextTask): TeamText {
  const datasets = preparedTextOf(texts, task).rows(LONGEST_CONTEXT);
  return { datasets: datasets.map(({ kind, rows }) => ({ kind, tokens: countTargets(rows) })) };
}

export function forgetTeamTexts(matchId: string): void {
  for (const key of Array.from(kept.keys())) if (key.startsWith(`${matchId}/`)) kept.delete(key);
}
