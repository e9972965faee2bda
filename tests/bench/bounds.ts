/** What the engine promises ("Done when" of its issues), each with what was measured. */

import { flopsPerToken } from '../../shared/lm/flops.ts';
import { CONFIGURATIONS, type ConfigurationName } from './configurations.ts';
import type { BenchRow } from './row.ts';
import type { WireCost } from './wire.ts';

/** What a page that trains at B took before a large batch was computed in parts, measured as `peakMiB` is. */
const MIB_BEFORE = 109;
/** Bytes of a change as int8 blocks, of those in single precision. */
const INT8_SHARE = 33 / 128;

export interface Bound {
  bound: string;
  /** Of what it was measured on: a configuration, or a team of workers. */
  config: ConfigurationName | 'team';
  /** In the bound's unit, a ratio where it says "times" or "share"; null where it was not measured. */
  measured: number | null;
  atLeast?: number;
  atMost?: number;
  holds: boolean | null;
}

type Quantity = 'tokensPerSecond' | 'issueMs' | 'sampleSingle' | 'sampleBatch64' | 'submits';

interface Measured {
  rows: readonly BenchRow[];
  wire: WireCost | null;
}

/** All bounds for what was measured; `hardware` says whether a real graphics processor was timed. */
export function boundsOf({ rows, wire }: Measured, hardware: boolean): Bound[] {
  const row = (config: ConfigurationName, implementation: string, executor: string): BenchRow | undefined =>
    rows.find(
      (one) => one.config === config && one.implementation === implementation && one.executor === executor,
    );
  const own = (config: ConfigurationName, executor: string, what: Quantity): number | null =>
    row(config, 'own', executor)?.[what] ?? null;
  /** The best of all executors of a peer on such a device. */
  const best = (
    config: ConfigurationName,
    implementation: string,
    what: Quantity,
    device: BenchRow['device'],
    pick: (...values: number[]) => number,
  ): number | null => {
    const found = rows
      .filter(
        (one) => one.config === config && one.implementation === implementation && one.device === device,
      )
      .flatMap((one) => one[what] ?? []);
    return found.length > 0 ? pick(...found) : null;
  };
  /** How many times as fast ours on one thread is as the fastest backend of a peer. */
  const times = (config: ConfigurationName, peer: string): number | null => {
    const ours = row(config, 'own', 'wasm');
    const peers = rows.filter(
      (one) =>
        one.config === config &&
        one.implementation === peer &&
        one.device === 'cpu' &&
        one.executor !== 'wasm-threads',
    );
    return ours ? leastOf(peers.flatMap((one) => timesAsFast(ours, one) ?? [])) : null;
  };
  /** The same by processor time, where the system saw both work on as many threads. */
  const timesOnEqualThreads = (config: ConfigurationName, executor: string, peer: string): number | null => {
    const [ours, theirs] = [row(config, 'own', executor), row(config, peer, executor)];
    if (!ours?.threads || ours.threads !== theirs?.threads) return null;
    return ratio(ours.tokensPerCpuSecond, theirs.tokensPerCpuSecond);
  };
  const issue = (config: ConfigurationName, peer: string): number | null =>
    best(config, peer, 'issueMs', 'webgpu', Math.min);

  const bounds: Bound[] = [];
  const atLeast = (bound: string, config: Bound['config'], measured: number | null, least: number): void => {
    const holds = measured === null ? null : measured >= least;
    bounds.push({ bound, config, measured, atLeast: least, holds });
  };
  const atMost = (bound: string, config: Bound['config'], measured: number | null, most: number): void => {
    const holds = measured === null ? null : measured <= most;
    bounds.push({ bound, config, measured, atMost: most, holds });
  };

  for (const [config, share, jax] of [
    ['A', 0.6, 2.5],
    ['B', 0.55, 1.5],
  ] as const) {
    atLeast(
      'share of what this core can do',
      config,
      row(config, 'own', 'wasm')?.ceilingShare ?? null,
      share,
    );
    atLeast('times jax-js', config, times(config, 'jax'), jax);
    atLeast('times the best stock TF.js backend', config, times(config, 'tfjs'), 4);
    atLeast('times nanogpt', config, times(config, 'nanogpt'), 20);
    atMost('losses that are not those of our engine', config, disagreeing(rows, config), 0);
    const [plain, relaxed] = [row(config, 'own', 'wasm-plain'), row(config, 'own', 'wasm')];
    const plainTimes = plain && relaxed ? timesAsFast(plain, relaxed) : null;
    atLeast('plain SIMD, times relaxed SIMD', config, plainTimes, 0.9);
  }
  for (const config of ['B', 'C', 'D'] as const) {
    const threads = own(config, 'wasm-threads', 'tokensPerSecond');
    atLeast(
      'two threads or more, times one',
      config,
      ratio(threads, own(config, 'wasm', 'tokensPerSecond')),
      1.6,
    );
  }
  const [scalar, js] = [row('A', 'own', 'wasm-scalar'), row('A', 'own', 'js')];
  atLeast('without SIMD, times plain JavaScript', 'A', scalar && js ? timesAsFast(scalar, js) : null, 2);
  atLeast('times jax-js, one thread each', 'C', timesOnEqualThreads('C', 'wasm', 'jax'), 1.5);
  const flopsAt = (config: ConfigurationName): number | null => {
    const tokens = row(config, 'own', 'wasm')?.tokensPerCpuSecond ?? null;
    return tokens === null ? null : tokens * flopsPerToken(CONFIGURATIONS[config]);
  };
  atMost('what a FLOP costs, times that at A', 'D', ratio(flopsAt('A'), flopsAt('D')), 1);
  const page = row('B', 'own', 'wasm')?.peakMiB ?? null;
  atMost('MiB of a training page, times those before parts', 'B', ratio(page, MIB_BEFORE), 0.6);
  const share = wire && wire.rounded.bytes / wire.exact.bytes;
  atMost('bytes of an update, times those of int8', 'team', ratio(share, INT8_SHARE), 0.25);
  const lost = wire && wire.rounded.bitsPerByte - wire.exact.bitsPerByte;
  atMost('bits per byte lost by rounding updates', 'team', lost, 0.02);
  for (const [config, millis] of [
    ['A', 0.3],
    ['B', 0.6],
  ] as const) {
    const mine = own(config, 'webgpu', 'issueMs');
    atMost('milliseconds to issue a step', config, mine, millis);
    atMost('submits of a step', config, own(config, 'webgpu', 'submits'), 1);
    atLeast('times less to issue than TF.js', config, ratio(issue(config, 'tfjs'), mine), 20);
    atLeast('times less to issue than jax-js', config, ratio(issue(config, 'jax'), mine), 20);
  }
  atLeast('tokens a second sampled, single', 'A', own('A', 'wasm', 'sampleSingle'), 5000);
  atLeast('tokens a second sampled, batch of 64', 'A', own('A', 'wasm', 'sampleBatch64'), 20_000);
  for (const config of hardware ? (['A', 'B', 'C'] as const) : []) {
    const peers = ['tfjs', 'jax', 'nanogpt'].flatMap(
      (peer) => best(config, peer, 'tokensPerSecond', 'webgpu', Math.max) ?? [],
    );
    const rival = peers.length > 0 ? Math.max(...peers) : null;
    atLeast('WebGPU, times the best peer', config, ratio(own(config, 'webgpu', 'tokensPerSecond'), rival), 3);
  }
  return bounds;
}

/** How many implementations of the same model ended at another loss; null where none was compared with ours. */
function disagreeing(rows: readonly BenchRow[], config: ConfigurationName): number | null {
  const compared = rows.flatMap((row) =>
    row.config === config && row.compared && !row.compared.why ? row.compared : [],
  );
  return compared.length > 1 ? compared.filter(({ agrees }) => !agrees).length : null;
}

/**
 * Speed of one over the other's: by processor time where both worked on as many threads, else each against what its core did in
 * pure multiply-adds just before, since the pace of a shared core differs from burst to burst by more than a bound allows. Plain
 * tokens a second where a share means nothing.
 */
function timesAsFast(one: BenchRow, other: BenchRow): number | null {
  if (one.threads !== null && one.threads === other.threads)
    return ratio(one.tokensPerCpuSecond, other.tokensPerCpuSecond);
  if (one.ceilingShare !== null && other.ceilingShare !== null) return one.ceilingShare / other.ceilingShare;
  return ratio(one.tokensPerSecond, other.tokensPerSecond);
}

function leastOf(values: readonly number[]): number | null {
  return values.length > 0 ? Math.min(...values) : null;
}

function ratio(above: number | null, below: number | null): number | null {
  return above === null || below === null ? null : above / below;
}
