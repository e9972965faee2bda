/** The browser's tools find what is there, with examples worth reading, and count what the server will count. */

import { beforeAll, describe, expect, it } from 'vitest';
import { cleanDocuments } from '../../../shared/data/clean.ts';
import { trainQuality } from '../../../shared/data/quality.ts';
import { generateCorpus } from '../../../shared/world/corpus.ts';
import { createWorld } from '../../../shared/world/world.ts';
import { DataTools, evenChoice } from './data-tools.ts';

const web = generateCorpus(createWorld(31), 'web', { bytes: 80_000, seed: 2 }).map(({ text }) => text);
const labels = web.slice(0, 60).map((text) => ({ text, keep: !/[|<>{}[\]]|!!!/.test(text) }));
const half = { name: 'web', documents: Math.floor(web.length / 2) };
const whole = { name: 'web', documents: web.length };
const tools = new DataTools();

beforeAll(() =>
  tools.keep('web', [...web, 'The code of my door is 4711.', 'I hid the key under the third hen.']),
);

const nothing = (): void => undefined;

describe('the copy finder', () => {
  it('drops more as the bar falls, and its examples lie above the bar, the least alike first', async () => {
    const [strict, loose] = [
      await tools.findCopies(whole, 0.9, nothing),
      await tools.findCopies(whole, 0.6, nothing),
    ];
    expect(loose.dropped).toBeGreaterThan(strict.dropped);
    const similarities = loose.examples.map(({ similarity }) => similarity);
    expect(similarities).toEqual(similarities.toSorted((a, b) => a - b));
    expect(similarities[0]).toBeGreaterThanOrEqual(0.6);
    for (const { kept, dropped } of loose.examples) expect(kept).toBeLessThan(dropped);
  });

  it('looks at the bought part only, also after it has signed all', async () => {
    await tools.findCopies(whole, 0.8, nothing);
    const fresh = new DataTools();
    await fresh.keep('web', web.slice(0, half.documents));
    expect(await tools.findCopies(half, 0.8, nothing)).toEqual(await fresh.findCopies(half, 0.8, nothing));
  });
});

it('the scrubber shows an example of each rule that found something', async () => {
  const { counts, examples } = await tools.findSecrets({ name: 'web', documents: web.length + 2 }, nothing);
  const { counts: before } = await tools.findSecrets(whole, nothing);
  expect(counts).toEqual({ ...before, stated: before.stated + 1, hidden: before.hidden + 1 });
  const rules = new Set(examples.flatMap(({ found }) => found.map(({ rule }) => rule)));
  expect([...rules]).toContain('stated');
  expect([...rules]).toContain('hidden');
});

it('all steps together leave what they leave on the server, by its own classifier', async () => {
  const { weights, curve } = await tools.learn(labels);
  expect(curve).toHaveLength(21);
  const steps = { similarity: 0.8, scrub: true };
  const here = await tools.clean(whole, { ...steps, quality: { threshold: 0.5, weights } }, nothing);
  const there = cleanDocuments(
    web.map((text) => ({ text })),
    { ...steps, quality: { threshold: 0.5, weights: trainQuality(labels) } },
  );
  expect(here).toEqual(there.count);
  const judged = await tools.judge(half, weights, nothing);
  expect(judged).toHaveLength(half.documents);
});

it('a dataset that was never handed over is named', async () => {
  await expect(tools.findSecrets({ name: 'diaries', documents: 3 }, nothing)).rejects.toThrow(/diaries/);
});

it('an even choice holds the first and the last', () => {
  expect(evenChoice([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
  expect(evenChoice([1, 2], 3)).toEqual([1, 2]);
});
