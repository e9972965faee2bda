/** A device as its benchmark measured it. */

export interface Device {
  /** Training speed with BENCHMARK_CONFIG; 0 for a device that can't train. */
  tokensPerSecond: number;
  /** The executor's backend in words. */
  backend: string;
}
