/** What the page asks of a data team's tools, whether they run in a worker or on the page itself. */

import type { CleanedCount, CleaningSteps } from '../../../shared/data/clean.ts';
import type { LabelledText, QualityPoint } from '../../../shared/data/quality.ts';
import type { FoundSecret, SecretRule } from '../../../shared/data/scrub.ts';
import type { TokenBench } from '../../../shared/data/token-bench.ts';
import type { FoundPage, WordCounts } from '../../../shared/data/search.ts';

/** A dataset by its name, and how many documents from its start count. */
export interface Portion {
  name: string;
  documents: number;
}

/** A dataset in a mixture: its share of it, 0 to 1, and what is done to it before. */
export interface MixedPortion extends Portion {
  share: number;
  steps: CleaningSteps;
}

/** How many held-out pages can be found again in training pages, and some of them side by side. */
export interface LeakReport {
  heldOut: number;
  train: number;
  leaked: number;
  examples: { heldOut: string; train: string; similarity: number }[];
}

/** What the classifier learned from labels. */
export interface Learned {
  weights: Float32Array;
  /** Precision and recall by threshold, on labels that the measured classifier was not taught. */
  curve: QualityPoint[];
}

/** One near copy: places in the dataset, and how alike the two are, 0 to 1. */
export interface CopyExample {
  kept: number;
  dropped: number;
  similarity: number;
}

export interface CopiesFound {
  dropped: number;
  /** From the least alike to the most, an even choice. */
  examples: CopyExample[];
}

export interface SecretExample {
  /** The document as it was, and what was found in it. */
  text: string;
  found: FoundSecret[];
}

export interface SecretsFound {
  counts: Record<SecretRule, number>;
  examples: SecretExample[];
}

export type OnShare = (share: number) => void;

/** All work on datasets that were handed over with `keep` before; throws an Error for one that was not. */
/** What the tokenizer bench cuts, with vocabularies of which sizes, and what share of the pages they never see. */
export interface BenchWish {
  sizes: number[];
  wanted: string;
  heldOutShare: number;
}

export interface DataToolsApi {
  /** Keeps a dataset's documents under a name, in place of those before. */
  keep(name: string, texts: string[]): Promise<void>;
  /** Forgets a dataset's documents; those that nobody kept are forgotten already. */
  forget(name: string): Promise<void>;
  /** Trains the classifier with TF.js, and measures it by cross-validation. */
  learn(labels: LabelledText[]): Promise<Learned>;
  /** [documents]: how likely each document is one to keep, 0 to 1. */
  judge(portion: Portion, weights: Float32Array, onShare: OnShare): Promise<Float64Array>;
  findCopies(portion: Portion, similarity: number, onShare: OnShare): Promise<CopiesFound>;
  /** Pages that say these words, in any case. */
  search(portion: Portion, wanted: string): Promise<FoundPage[]>;
  countWords(portion: Portion, leastLetters: number): Promise<WordCounts>;
  /** Cuts a text with a tokenizer of each size, learned from what the mixture trains on, as the server will. */
  benchTokenizers(mixture: MixedPortion[], wish: BenchWish, onShare: OnShare): Promise<TokenBench>;
  /** Held-out pages of the cleaned mixture that have a near copy among its training pages. */
  checkLeaks(mixture: MixedPortion[], heldOutShare: number, onShare: OnShare): Promise<LeakReport>;
  findSecrets(portion: Portion, onShare: OnShare): Promise<SecretsFound>;
  /** What all steps together leave, as the server will count it. */
  clean(portion: Portion, steps: CleaningSteps, onShare: OnShare): Promise<CleanedCount>;
}
