/** Runs in Node on Dawn's null backend, which takes every call and computes nothing: what issuing a training step costs. */

import { pathToFileURL } from 'node:url';
import { BATCH_ROWS, CONFIGURATIONS, type ConfigurationName } from './configurations.ts';
import { measureIssueCost } from './issue-cost.ts';
import { median } from './statistics.ts';
import { Stopwatch } from './stopwatch.ts';

export interface IssueCost {
  /** Median milliseconds that one step keeps the processor before it waits for the device. */
  issueMs: number;
  /** Of one step; a fraction where losses of several steps are read together. */
  dispatches: number;
  submits: number;
  /** Most that all buffers alive held together, in MiB. */
  peakBufferMiB: number;
}

const WARM_UP_STEPS = 40;
const TIMED_STEPS = 60;
/**
 * The null backend holds 512 MiB at most, and with all rows TF.js and jax-js want more than that at the larger sizes. Calls
 * are as many with fewer rows, and what is uploaded is less: that flatters them.
 */
const PEER_ROWS: Record<ConfigurationName, number> = { A: BATCH_ROWS, B: 2, C: 1, D: 1 };

type Method = (this: object, ...args: never[]) => unknown;

/** The parts of Dawn's package that are used here. */
interface Dawn {
  create(options: readonly string[]): GPU;
  globals: Record<string, { prototype: Record<string, Method> }>;
}

/** Calls `after` with the object and the result whenever a method of Dawn's objects was called. */
function watch(
  dawn: Dawn,
  owner: string,
  method: string,
  after: (self: object, result: unknown) => void,
): void {
  const { prototype } = dawn.globals[owner];
  const original = prototype[method];
  prototype[method] = function watched(...args) {
    const result = original.apply(this, args);
    after(this, result);
    return result;
  };
}

/** The libraries are built for pages: TF.js looks for Node's own modules where it sees Node. */
function looksLikeWorker(dawn: Dawn): void {
  Object.assign(globalThis, dawn.globals, { WorkerGlobalScope: Object });
  const gpu = dawn.create(['backend=null']);
  Object.defineProperty(globalThis, 'navigator', { value: { gpu, userAgent: '' }, configurable: true });
  Object.defineProperty(process, 'versions', { value: {} });
}

/** Ours asks for steps ahead of their losses, as training does. */
async function measureOwn(configuration: ConfigurationName): Promise<IssueCost> {
  const now = (): number => performance.now();
  const cost = await measureIssueCost(navigator.gpu, CONFIGURATIONS[configuration], { now });
  const { issueMs, dispatches, submits, memoryBytes } = cost;
  return { issueMs, dispatches, submits, peakBufferMiB: memoryBytes / 2 ** 20 };
}

async function measure(
  dawnPath: string,
  module: string,
  configuration: ConfigurationName,
): Promise<IssueCost> {
  const dawn = (await import(pathToFileURL(dawnPath).href)) as Dawn;
  looksLikeWorker(dawn);
  if (module === 'own') return measureOwn(configuration);
  const count = { dispatches: 0, submits: 0, bytes: 0, peakBytes: 0 };
  const alive = new WeakMap<object, number>();
  watch(dawn, 'GPUDevice', 'createBuffer', (_, buffer) => {
    const { size } = buffer as GPUBuffer;
    alive.set(buffer as GPUBuffer, size);
    count.bytes += size;
    count.peakBytes = Math.max(count.peakBytes, count.bytes);
  });
  watch(dawn, 'GPUBuffer', 'destroy', (buffer) => {
    count.bytes -= alive.get(buffer) ?? 0;
    alive.delete(buffer);
  });
  const { stopwatch } = await Stopwatch.open(module, 'webgpu', configuration, '', PEER_ROWS[configuration]);
  const times: number[] = [];
  for (let step = 0; step < WARM_UP_STEPS + TIMED_STEPS; step++) {
    const millis = await stopwatch.issue();
    if (step >= WARM_UP_STEPS) times.push(millis);
  }
  watch(dawn, 'GPUComputePassEncoder', 'dispatchWorkgroups', () => count.dispatches++);
  watch(dawn, 'GPUQueue', 'submit', () => count.submits++);
  await stopwatch.issue();
  const { dispatches, submits, peakBytes } = count;
  return { issueMs: median(times), dispatches, submits, peakBufferMiB: peakBytes / 2 ** 20 };
}

const [dawnPath, module, configuration] = process.argv.slice(2);
if (!(configuration in CONFIGURATIONS)) throw new Error(`no configuration ${configuration}`);
console.log(JSON.stringify(await measure(dawnPath, module, configuration as ConfigurationName)));
// Dawn's event loop would keep the process alive.
process.exit(0);
