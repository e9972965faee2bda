/** What was measured of one implementation on one configuration: a row of the benchmark's table. */

import type { ConfigurationName } from './configurations.ts';

/** Null is what was not measured or does not exist there. */
export interface BenchRow {
  implementation: string;
  executor: string;
  device: 'cpu' | 'webgpu';
  config: ConfigurationName;
  /** What it runs on, in its own words. */
  backend: string;
  /** Training: median over repeats, and half the distance of the quartiles as a share of it. */
  tokensPerSecond: number | null;
  spread: number | null;
  /** Target tokens for a second of processor time of all threads together: others on the machine change it least. */
  tokensPerCpuSecond: number | null;
  /** Threads that worked while it trained, as the operating system counted their time. */
  threads: number | null;
  /** From nothing to the first loss. */
  firstStepMs: number | null;
  /** On Dawn's null backend. */
  issueMs: number | null;
  dispatches: number | null;
  submits: number | null;
  /** Growth of the page's process at its highest; of WebGPU the buffers, counted on Dawn. */
  peakMiB: number | null;
  loss64: number | null;
  /** The last step whose loss was compared, at most the 64th; the loss there, and that of our own engine. */
  compared: { step: number; loss: number; own: number; agrees: boolean; why?: string } | null;
  /** Tokens a second with a key-value cache. */
  sampleSingle: number | null;
  sampleBatch64: number | null;
  /** Tokens a second without: each costs a whole context. */
  sampleSingleUncached: number | null;
  sampleBatch64Uncached: number | null;
  /** Training arithmetic over what the core, or the graphics processor, did in a loop of pure multiply-adds beside it. */
  ceilingShare: number | null;
}

/** A row in which nothing was measured yet. */
export function emptyRow(
  implementation: string,
  executor: string,
  device: BenchRow['device'],
  config: ConfigurationName,
): BenchRow {
  return {
    implementation,
    executor,
    device,
    config,
    backend: '',
    tokensPerSecond: null,
    spread: null,
    tokensPerCpuSecond: null,
    threads: null,
    firstStepMs: null,
    issueMs: null,
    dispatches: null,
    submits: null,
    peakMiB: null,
    loss64: null,
    compared: null,
    sampleSingle: null,
    sampleBatch64: null,
    sampleSingleUncached: null,
    sampleBatch64Uncached: null,
    ceilingShare: null,
  };
}
