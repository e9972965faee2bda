/** The peers that the engine is timed against: who they are, and how their packages get here (they are not the project's). */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConfigurationName } from './configurations.ts';

export interface Implementation {
  implementation: 'own' | 'tfjs' | 'jax' | 'nanogpt';
  executor: string;
  /** The processor, or a graphics processor behind WebGPU. */
  device: 'cpu' | 'webgpu';
  /** Where it is timed unless asked for by name: what takes many seconds a step is not worth the wait everywhere. */
  configurations: readonly ConfigurationName[];
  /** Why its loss differs from the others'. */
  differs?: string;
}

const NANOGPT_DIFFERS = 'its model is another one: RMSNorm, GELU, tied embeddings alone, own initial weights';

/** In the order in which they take turns. WebGL computes on a graphics processor where there is one. */
export const IMPLEMENTATIONS: readonly Implementation[] = [
  { implementation: 'own', executor: 'wasm', device: 'cpu', configurations: ['A', 'B', 'C', 'D'] },
  { implementation: 'own', executor: 'wasm-plain', device: 'cpu', configurations: ['A', 'B'] },
  { implementation: 'own', executor: 'wasm-threads', device: 'cpu', configurations: ['A', 'B', 'C', 'D'] },
  { implementation: 'own', executor: 'wasm-scalar', device: 'cpu', configurations: ['A', 'B'] },
  { implementation: 'own', executor: 'js', device: 'cpu', configurations: ['A'] },
  { implementation: 'own', executor: 'webgpu', device: 'webgpu', configurations: ['A', 'B', 'C', 'D'] },
  { implementation: 'tfjs', executor: 'cpu', device: 'cpu', configurations: ['A'] },
  { implementation: 'tfjs', executor: 'wasm', device: 'cpu', configurations: ['A', 'B'] },
  { implementation: 'tfjs', executor: 'webgl', device: 'cpu', configurations: ['A', 'B'] },
  { implementation: 'tfjs', executor: 'webgpu', device: 'webgpu', configurations: ['A', 'B', 'C'] },
  { implementation: 'jax', executor: 'wasm', device: 'cpu', configurations: ['A', 'B', 'C'] },
  { implementation: 'jax', executor: 'wasm-threads', device: 'cpu', configurations: ['B', 'C'] },
  { implementation: 'jax', executor: 'webgpu', device: 'webgpu', configurations: ['A', 'B', 'C'] },
  {
    implementation: 'nanogpt',
    executor: 'cpu',
    device: 'cpu',
    configurations: ['A'],
    differs: NANOGPT_DIFFERS,
  },
  {
    implementation: 'nanogpt',
    executor: 'webgl',
    device: 'cpu',
    configurations: ['A', 'B'],
    differs: NANOGPT_DIFFERS,
  },
  {
    implementation: 'nanogpt',
    executor: 'webgpu',
    device: 'webgpu',
    configurations: ['A', 'B', 'C'],
    differs: NANOGPT_DIFFERS,
  },
];

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), 'peers');
/** Dawn for Node, the implementation of WebGPU in Chromium. */
export const DAWN = join(FOLDER, 'node_modules/webgpu/index.js');

function readJson(path: string): { version?: string; dependencies?: Record<string, string> } {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function isInstalled(): boolean {
  const { dependencies = {} } = readJson(join(FOLDER, 'package.json'));
  return Object.entries(dependencies).every(([name, version]) => {
    const file = join(FOLDER, 'node_modules', name, 'package.json');
    return existsSync(file) && readJson(file).version === version;
  });
}

/** Installs the peers' packages on first use; throws an Error that says what to do when that fails. */
export function installPeers(): void {
  if (isInstalled()) return;
  console.log('Installing what the engine is timed against (once, about a minute and 600 MB) ...');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: FOLDER,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error('The peers could not be installed: connect to the internet, or run with "--only own".');
  }
}
