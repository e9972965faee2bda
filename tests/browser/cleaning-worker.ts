/** Runs each tool of the data stage in a worker of the browser on a whole mixture, with its time and its result. */

import { expose } from 'comlink';
import { cleanDocuments, type CleaningSteps } from '../../shared/data/clean.ts';
import { tokenizerSample } from '../../shared/data/learn-tokenizer.ts';
import { benchTokenizers } from '../../shared/data/token-bench.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';

export type TimedTool = 'filter' | 'copies' | 'secrets' | 'bpe' | 'bench';

export interface TimedRun {
  millis: number;
  /** Shares of the work that were reported on the way. */
  reports: number;
  /** SHA-256 of what came out, in hexadecimal digits. */
  digest: string;
}

const NOTHING: CleaningSteps = { similarity: null, quality: null, scrub: false };
/** The best of so many counts: another program on the same core must not decide. */
const RUNS = 3;

/** What a tool makes of texts, as one string. */
export function runTool(
  tool: TimedTool,
  texts: readonly string[],
  weights: readonly number[],
  onShare: () => void = () => undefined,
): string {
  if (tool === 'bench') {
    const sample = tokenizerSample([{ share: 1, documents: texts.map((text) => ({ text })) }]);
    return JSON.stringify(benchTokenizers(sample, [256, 512, 1024], 'In the morning', onShare));
  }
  if (tool === 'bpe') return JSON.stringify(trainBpe(texts, 1024).toJSON());
  const steps: Record<Exclude<TimedTool, 'bpe' | 'bench'>, CleaningSteps> = {
    filter: { ...NOTHING, quality: { threshold: 0.5, weights } },
    copies: { ...NOTHING, similarity: 0.8 },
    secrets: { ...NOTHING, scrub: true },
  };
  const { documents } = cleanDocuments(
    texts.map((text) => ({ text })),
    steps[tool],
    onShare,
  );
  return documents.map(({ text }) => text).join('\n');
}

async function sha256(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function timeTool(tool: TimedTool, texts: string[], weights: number[]): Promise<TimedRun> {
  let best = Number.POSITIVE_INFINITY;
  let result = '';
  let reports = 0;
  for (let run = 0; run < RUNS; run++) {
    reports = 0;
    const began = performance.now();
    result = runTool(tool, texts, weights, () => reports++);
    best = Math.min(best, performance.now() - began);
  }
  return { millis: best, reports, digest: await sha256(result) };
}

const tools = { timeTool };
export type CleaningWorker = typeof tools;

if (typeof WorkerGlobalScope !== 'undefined') expose(tools);
