/** A team's bought and cleaned text with its tokenizer, kept between tasks: probes and the big run read the same. */

import { learnTokenizer } from '../../shared/data/learn-tokenizer.ts';
import { countTargets, encodeDocuments, type EncodedDocument, packEncoded } from '../../shared/data/rows.ts';
import { holdOut } from '../../shared/data/splits.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import type { CleaningOutcome } from '../../shared/game/stages/data/cleaning.ts';
import { bytesOf, normalizedShares, type DataPlan } from '../../shared/game/stages/data/plan.ts';
import type { TeamText } from '../../shared/game/match.ts';
import { CONTEXT_LENGTHS } from '../../shared/game/training/model.ts';
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

interface EncodedDataset {
  kind: CorpusKind;
  share: number;
  documents: EncodedDocument[];
}

export interface PreparedText {
  tokenizer: Tokenizer;
  cleaning: CleaningOutcome;
  /** What the team keeps from training, to be scored on. */
  heldOut: Dataset[];
  /** The datasets in the tokenizer's pieces. */
  datasets: EncodedDataset[];
  /** The same in another tokenizer's pieces. */
  datasetsIn(tokenizer: Tokenizer): EncodedDataset[];
}

const kept = new Map<string, PreparedText>();

function buy(texts: MatchTexts, plan: DataPlan): Dataset[] {
  return normalizedShares(plan).map(({ kind, share }) => ({
    kind,
    share,
    documents:
      plan.purchases[kind] === 'archive' && kind !== 'class'
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
  const datasetsIn: PreparedText['datasetsIn'] = (own) =>
    datasets.map(({ kind, share, documents }) => ({
      kind,
      share,
      documents: encodeDocuments(documents, own),
    }));
  return { tokenizer, cleaning: outcome, heldOut, datasets: datasetsIn(tokenizer), datasetsIn };
}

const [, LONGEST_CONTEXT] = CONTEXT_LENGTHS;

/** The team's text; made once, and again only when a whole room of others came between. */
export function preparedTextOf(texts: MatchTexts, task: TextTask): PreparedText {
  const key = `${task.matchId}/${JSON.stringify([task.generation, task.seeds, task.data, task.labels])}`;
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
  const { datasets } = preparedTextOf(texts, task);
  return {
    datasets: datasets.map(({ kind, documents }) => ({
      kind,
      tokens: countTargets(packEncoded(documents, LONGEST_CONTEXT)),
    })),
  };
}

export function forgetTeamTexts(matchId: string): void {
  for (const key of Array.from(kept.keys())) if (key.startsWith(`${matchId}/`)) kept.delete(key);
}
