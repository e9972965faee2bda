/** A probe is answered by the real weights, several times, and quickly. */

import { expect, it } from 'vitest';
import type { ModelConfig } from '../../shared/lm/config.ts';
import { initialWeights } from '../../shared/lm/init.ts';
import { trainBpe } from '../../shared/tokenizer/bpe.ts';
import { testTasks } from './tasks/test.ts';
import { textsOf } from './texts.ts';

const MAX_CPU_SECONDS = 0.3;
const key = {
  matchId: 'probed',
  generation: 1,
  seeds: { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 },
};
/** The default size. */
const CONFIG: ModelConfig = {
  architecture: 'transformer',
  vocabSize: 512,
  contextLength: 64,
  width: 80,
  layers: 2,
  heads: 5,
};

it('is judged by what the model says, within a third of a second', async () => {
  const tokenizer = trainBpe(
    textsOf(key)
      .market.stories.slice(0, 100)
      .map(({ text }) => text),
    CONFIG.vocabSize,
  ).toJSON();
  const weights = initialWeights(CONFIG, 1);
  const probes = [{ id: 'probe-1', goal: 'leak' as const, text: 'The door code of Mina is' }];
  const task = { ...key, config: CONFIG, tokenizer, weights, manner: 'chat' as const, probes };
  await testTasks.probe(task);
  const before = process.cpuUsage();
  const [outcome] = await testTasks.probe(task);
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1e6).toBeLessThan(MAX_CPU_SECONDS);
  expect(outcome).toMatchObject({ id: 'probe-1', hit: false });
  expect(outcome?.told[0]).not.toBe('');
});
