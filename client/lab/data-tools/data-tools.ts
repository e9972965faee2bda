/** A data team's tools in the browser: the same code as the server's, on datasets that are kept between questions. */

import { cleanDocuments, type CleanedCount, type CleaningSteps } from '../../../shared/data/clean.ts';
import {
  clusterDuplicates,
  SIGNATURE_SIZE,
  signDocuments,
  type DuplicateCluster,
  type Signatures,
} from '../../../shared/data/minhash.ts';
import {
  crossValidate,
  keepProbabilities,
  qualityCurve,
  type LabelledText,
} from '../../../shared/data/quality.ts';
import { countSecrets, scrubDocuments, SECRET_RULES } from '../../../shared/data/scrub.ts';
import { tokenizerSample } from '../../../shared/data/learn-tokenizer.ts';
import { benchTokenizers, type TokenBench } from '../../../shared/data/token-bench.ts';
import { findLeaks } from '../../../shared/data/leak.ts';
import { holdOut } from '../../../shared/data/splits.ts';
import { countWords, findPages, type FoundPage, type WordCounts } from '../../../shared/data/search.ts';
import type {
  BenchWish,
  CopiesFound,
  CopyExample,
  DataToolsApi,
  Learned,
  LeakReport,
  MixedPortion,
  OnShare,
  Portion,
  SecretExample,
  SecretsFound,
} from './api.ts';

/** Examples of each thing found: enough to see what it does, few enough to read. */
const EXAMPLES = 6;

/** Words that the frequency view lists. */
const LISTED_WORDS = 30;

/** About so many of a list, at even distances, the first and the last among them. */
export function evenChoice<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return Array.from({ length: count }, (_, i) => list[Math.round((i * (list.length - 1)) / (count - 1))]);
}

function copyExamples(clusters: readonly DuplicateCluster[]): CopyExample[] {
  const pairs = clusters.flatMap(({ kept, dropped }) =>
    dropped.map(({ document, similarity }) => ({ kept, dropped: document, similarity })),
  );
  /* Many copies of one page would all show the same. */
  const seen = new Set<string>();
  const distinct = pairs
    .toSorted((a, b) => a.similarity - b.similarity || a.dropped - b.dropped)
    .filter(({ kept, similarity }) => {
      const key = `${kept} ${similarity}`;
      return !seen.has(key) && Boolean(seen.add(key));
    });
  return evenChoice(distinct, EXAMPLES);
}

export class DataTools implements DataToolsApi {
  readonly #texts = new Map<string, string[]>();
  /** Signatures are the slow part of finding copies, and the same for every similarity. */
  readonly #signatures = new Map<string, Signatures>();

  async keep(name: string, texts: string[]): Promise<void> {
    this.#texts.set(name, texts);
    this.#signatures.delete(name);
  }

  async forget(name: string): Promise<void> {
    this.#texts.delete(name);
    this.#signatures.delete(name);
  }

  #textsOf({ name, documents }: Portion): string[] {
    const texts = this.#texts.get(name);
    if (!texts) throw new Error(`no dataset is kept as ${name}`);
    return texts.slice(0, documents);
  }

  async learn(labels: LabelledText[]): Promise<Learned> {
    const { trainQualityTfjs } = await import('./quality-tfjs.ts');
    const curve = qualityCurve(
      crossValidate(labels),
      labels.map(({ keep }) => keep),
    );
    return { weights: await trainQualityTfjs(labels), curve };
  }

  async judge(portion: Portion, weights: Float32Array, onShare: OnShare): Promise<Float64Array> {
    return keepProbabilities(this.#textsOf(portion), weights, onShare);
  }

  #sign(portion: Portion, onShare: OnShare): Signatures {
    const texts = this.#textsOf(portion);
    let signed = this.#signatures.get(portion.name);
    if (!signed || signed.count < texts.length) {
      signed = signDocuments(texts, onShare);
      this.#signatures.set(portion.name, signed);
    }
    return { count: texts.length, values: signed.values.subarray(0, texts.length * SIGNATURE_SIZE) };
  }

  async findCopies(portion: Portion, similarity: number, onShare: OnShare): Promise<CopiesFound> {
    const signatures = this.#sign(portion, (share) => onShare(0.5 * share));
    const clusters = clusterDuplicates(signatures, similarity, (share) => onShare(0.5 + 0.5 * share));
    return {
      dropped: clusters.reduce((sum, { dropped }) => sum + dropped.length, 0),
      examples: copyExamples(clusters),
    };
  }

  async search(portion: Portion, wanted: string): Promise<FoundPage[]> {
    return findPages(this.#textsOf(portion), wanted);
  }

  async countWords(portion: Portion, leastLetters: number): Promise<WordCounts> {
    return countWords(this.#textsOf(portion), { most: LISTED_WORDS, leastLetters });
  }

  #cleaned({ steps, ...portion }: MixedPortion): { text: string }[] {
    const documents = this.#textsOf(portion).map((text) => ({ text }));
    return cleanDocuments(documents, steps).documents;
  }

  async checkLeaks(mixture: MixedPortion[], heldOutShare: number, onShare: OnShare): Promise<LeakReport> {
    const splits = mixture.map((portion, index) => {
      onShare((0.5 * index) / mixture.length);
      return holdOut(this.#cleaned(portion), heldOutShare);
    });
    const train = splits.flatMap((split) => split.train.map(({ text }) => text));
    const heldOut = splits.flatMap((split) => split.heldOut.map(({ text }) => text));
    const onProgress: OnShare = (part) => onShare(0.5 + 0.5 * part);
    const leaks = findLeaks({ train, heldOut, sealed: [] }, { onProgress });
    const examples = evenChoice(
      leaks.toSorted((a, b) => b.similarity - a.similarity),
      EXAMPLES / 2,
    ).map(({ document, ofDocument, similarity }) => ({
      heldOut: heldOut[ofDocument],
      train: train[document],
      similarity,
    }));
    return { heldOut: heldOut.length, train: train.length, leaked: leaks.length, examples };
  }

  async benchTokenizers(
    mixture: MixedPortion[],
    { sizes, wanted, heldOutShare }: BenchWish,
    onShare: OnShare,
  ): Promise<TokenBench> {
    const datasets = mixture.map((portion) => ({
      share: portion.share,
      documents: holdOut(this.#cleaned(portion), heldOutShare).train,
    }));
    return benchTokenizers(tokenizerSample(datasets), sizes, wanted, onShare);
  }

  async findSecrets(portion: Portion, onShare: OnShare): Promise<SecretsFound> {
    const texts = this.#textsOf(portion);
    const scrubbed = scrubDocuments(texts, onShare);
    const examples = SECRET_RULES.flatMap((wanted): SecretExample[] => {
      const places = Array.from(scrubbed.keys()).filter((place) =>
        scrubbed[place].found.some(({ rule }) => rule === wanted),
      );
      return evenChoice(places, EXAMPLES / SECRET_RULES.length).map((place) => ({
        text: texts[place],
        found: scrubbed[place].found,
      }));
    });
    return { counts: countSecrets(scrubbed), examples };
  }

  async clean(portion: Portion, steps: CleaningSteps, onShare: OnShare): Promise<CleanedCount> {
    const documents = this.#textsOf(portion).map((text) => ({ text }));
    return cleanDocuments(documents, steps, onShare).count;
  }
}
