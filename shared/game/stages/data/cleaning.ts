/** What a team may have done to the text it bought before it is mixed: near copies out, junk out, secrets masked. */

import type { CorpusKind } from '../../../world/document.ts';
import { fail, ok, type Result } from '../../result.ts';

export interface Cleaning {
  /** Documents that resemble an earlier one by at least this much go; null keeps all copies. */
  similarity: number | null;
  /** Documents that the team's quality classifier would keep with less than this probability go; null asks no classifier. */
  quality: number | null;
  /** Whether what looks like a secret is masked. */
  scrub: boolean;
}

export const NO_CLEANING: Cleaning = { similarity: null, quality: null, scrub: false };

/** Below this, texts from one template count as copies of each other; 1 finds exact copies only. */
export const SIMILARITY_RANGE: readonly [number, number] = [0.4, 1];

/** What the cleaning of one dataset came to. */
export interface CleaningReport {
  kind: CorpusKind;
  /** Documents and bytes as they were bought. */
  documents: number;
  bytes: number;
  /** Documents that the classifier tossed, and near copies that went. */
  tossed: number;
  copies: number;
  /** Places that were masked. */
  masked: number;
  bytesLeft: number;
}

/** How the masks fared against the world's true secrets: times that one was told, and times that it still is. */
export interface SecretsReport {
  told: number;
  left: number;
  /** Some of those that can still be read. */
  examples: string[];
}

/** How many pages that the lab is tested on stand in its own text, after cleaning. */
export interface TestLeaks {
  /** Pages of held-out and of sealed text that were looked for. */
  documents: number;
  /** Of these: found word for word, and found in a near copy. */
  exact: number;
  near: number;
}

export interface CleaningOutcome {
  /** One for each dataset of the mixture, in its order. */
  datasets: CleaningReport[];
  /** Null where nothing that was bought tells a secret. */
  secrets: SecretsReport | null;
  /** Null where nobody looked. */
  leaks: TestLeaks | null;
}

export const NOTHING_CLEANED: CleaningOutcome = { datasets: [], secrets: null, leaks: null };

/** Numbers within their ranges; whether there are labels for a classifier is another question. */
export function checkCleaning({ similarity, quality }: Cleaning): Result<void> {
  const [least, most] = SIMILARITY_RANGE;
  if (similarity !== null && !(similarity >= least && similarity <= most)) {
    return fail('data/bad_similarity', { least, most });
  }
  if (quality !== null && !(quality >= 0 && quality <= 1)) return fail('data/bad_threshold');
  return ok(undefined);
}
