/** PyTorch on the processor, where Python has it: the same model and batches, one thread. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initialWeights } from '../../shared/lm/init.ts';
import { rotationTable } from '../../shared/nn/rotary.ts';
import { parameterSpec } from '../../shared/lm/spec.ts';
import {
  BATCH_ROWS,
  benchBatches,
  COMPARED_STEP,
  CONFIGURATIONS,
  LEARNING_RATE,
  type ConfigurationName,
} from './configurations.ts';
import { compareLosses } from './race.ts';
import type { BenchReport } from './report.ts';
import { emptyRow } from './row.ts';
import { median, spreadOf } from './statistics.ts';

const SCRIPT = fileURLToPath(new URL('peers/torch_peer.py', import.meta.url));
const TIMEOUT_MILLIS = 180_000;

interface TorchResult {
  version: string;
  firstStepMs: number;
  millis: number[];
  losses: number[];
}

/** Adds a row for each configuration, or says why there is none. */
export function runTorch(report: BenchReport, configurations: readonly ConfigurationName[]): void {
  const python = ['python3', 'python'].find(
    (name) => spawnSync(name, ['-c', 'import torch'], { stdio: 'ignore' }).status === 0,
  );
  if (python === undefined) {
    report.skipped.push({ implementation: 'torch', why: 'there is no Python with torch here' });
    return;
  }
  for (const config of configurations) {
    const result = train(python, config);
    if (typeof result === 'string') {
      report.skipped.push({ implementation: `torch at ${config}`, why: result });
      continue;
    }
    const tokens = BATCH_ROWS * CONFIGURATIONS[config].contextLength;
    const speeds = result.millis.map((millis) => (1000 * tokens) / millis);
    const own = report.rows.find((row) => row.config === config && row.implementation === 'own')?.compared;
    report.rows.push({
      ...emptyRow('torch', 'cpu', 'cpu', config),
      backend: `PyTorch ${result.version}, one thread`,
      tokensPerSecond: median(speeds),
      spread: spreadOf(speeds),
      firstStepMs: result.firstStepMs,
      loss64: result.losses[COMPARED_STEP - 1] ?? null,
      compared: own ? compareLosses([result.losses[own.step - 1]], [own.own]) : null,
    });
  }
}

/** What Python measured, or what went wrong in its last words. */
function train(python: string, configuration: ConfigurationName): TorchResult | string {
  const config = CONFIGURATIONS[configuration];
  const folder = mkdtempSync(join(tmpdir(), 'bench-torch-'));
  try {
    const { tensors } = parameterSpec(config);
    const batches = benchBatches(config, BATCH_ROWS).map(({ tokens, previous, targets }) => [
      [...tokens],
      [...previous],
      [...targets],
    ]);
    const task = {
      config,
      tensors,
      rotations: [...rotationTable(config.contextLength, config.width / config.heads)],
      batches,
      rows: BATCH_ROWS,
      learningRate: LEARNING_RATE,
      steps: COMPARED_STEP,
    };
    writeFileSync(join(folder, 'task.json'), JSON.stringify(task));
    writeFileSync(join(folder, 'weights.f32'), initialWeights(config, 1));
    const { status, stdout, stderr } = spawnSync(python, [SCRIPT, folder], {
      encoding: 'utf8',
      timeout: TIMEOUT_MILLIS,
    });
    if (status !== 0) return stderr.trim().split('\n').at(-1) ?? `exit code ${status}`;
    return JSON.parse(stdout) as TorchResult;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
