/** In a worker of real Chromium each tool works through 2 MB in under 2 s, and makes the same bytes as the server. */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trainQuality } from '../../shared/data/quality.ts';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import { generateCorpus } from '../../shared/world/corpus.ts';
import { WORLD_KINDS } from '../../shared/world/document.ts';
import { createWorld } from '../../shared/world/world.ts';
import { runTool, type TimedRun, type TimedTool } from './cleaning-worker.ts';
import { openEnginePage, type EnginePage } from './engine-page.ts';

const MIXTURE_BYTES = 2_000_000;
const MOST_MILLIS = 2_000;

let page: EnginePage | undefined;

beforeAll(async () => {
  page = await openEnginePage();
}, 60_000);

afterAll(() => page?.close());

/** Equal parts of all kinds of text, but twice as much web. */
function mixture(): string[] {
  const world = createWorld(21);
  const part = MIXTURE_BYTES / (WORLD_KINDS.length + 1);
  const documents = WORLD_KINDS.flatMap((kind) =>
    generateCorpus(world, kind, { bytes: kind === 'web' ? 2 * part : part, seed: 4 }),
  );
  return takeBytes(documents, MIXTURE_BYTES).map(({ text }) => text);
}

describe('on a mixture of 2 MB', () => {
  const texts = mixture();
  const labels = texts
    .filter((_, i) => i % 100 === 0)
    .map((text) => ({ text, keep: !/[|<>{}[\]]|!!!/.test(text) }));
  const weights = Array.from(trainQuality(labels));

  it.each<TimedTool>(['filter', 'copies', 'secrets', 'bpe', 'bench'])(
    '%s is done in time, with the same bytes',
    async (tool) => {
      if (!page) throw new Error('there is no page');
      const run = await page.call<TimedRun>('cleaning-page.ts', 'timeInWorker', tool, texts, weights);
      console.log(`${tool}: ${Math.round(run.millis)} ms`);
      expect(run.millis).toBeLessThan(MOST_MILLIS);
      if (tool !== 'bpe') expect(run.reports).toBeGreaterThan(2);
      expect(run.digest).toBe(
        createHash('sha256')
          .update(runTool(tool, texts, weights))
          .digest('hex'),
      );
    },
  );
});
