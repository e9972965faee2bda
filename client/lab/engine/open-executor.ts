/** Opens a model to be talked to, on the processor: with what is fastest there, and what comes next behind it. */

import type { ModelConfig } from '../../../shared/lm/config.ts';
import type { Executor } from '../../../shared/lm/executor.ts';
import { withFallback } from '../../../shared/lm/executors/fallback.ts';
import { pick, PROCESSOR_CANDIDATES } from '../../../shared/lm/executors/pick.ts';

export async function openSteady(config: ModelConfig): Promise<Executor> {
  const picked = await pick(config, { now: () => performance.now(), raceMillis: 0, batchRows: 1 });
  const others = PROCESSOR_CANDIDATES.filter((candidate) => candidate.name !== picked.candidate.name);
  return withFallback(picked.executor, { candidates: others });
}
