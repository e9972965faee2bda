/** The auction's archive is fresh, twice as much as the whole dataset, and makes a model read its pages less often. */

import { describe, expect, it } from 'vitest';
import { LOT_KINDS } from '../../shared/rules/auction.ts';
import { bytesOf, DEFAULT_DATA_PLAN } from '../../shared/rules/data.ts';
import { prepareModel } from './prepare.ts';
import { archiveOf, createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const texts = createTexts(seeds);

describe('an archive', () => {
  it.each(LOT_KINDS)(
    'of %s holds each text once, and nothing that can be had or is tested elsewhere',
    (kind) => {
      const archive = archiveOf(texts, kind).map(({ text }) => text);
      const bytes = archive.reduce((sum, { length }) => sum + length, 0);
      expect(bytes).toBeGreaterThanOrEqual(2 * bytesOf(kind, 'whole'));
      expect(bytes).toBeLessThan(2 * bytesOf(kind, 'whole') + 2000);
      expect(new Set(archive).size).toBe(archive.length);
      const elsewhere = [texts.market, texts.validation.texts, texts.sealed.texts].flatMap((all) =>
        all[kind].map(({ text }) => text),
      );
      const fresh = new Set(archive);
      expect(elsewhere.filter((text) => fresh.has(text))).toEqual([]);
    },
  );

  it('is the same whenever it is written', () => {
    expect(archiveOf(createTexts(seeds), 'questions')).toEqual(archiveOf(texts, 'questions'));
  });

  it('halves how often its winner reads the same page', async () => {
    const scale = { size: 'tiny', contextLength: 32 } as const;
    const task = { matchId: 'm', seeds, scale, budgetFlops: 1e9, labels: [] };
    const epochsWith = async (stories: 'whole' | 'archive'): Promise<number> => {
      const data = { ...DEFAULT_DATA_PLAN, purchases: { stories }, shares: { stories: 1 } };
      const { prepared } = await prepareModel(texts, { ...task, data });
      return prepared.datasets[0].epochs;
    };
    const [whole, archive] = [await epochsWith('whole'), await epochsWith('archive')];
    expect(archive / whole).toBeGreaterThan(0.48);
    expect(archive / whole).toBeLessThan(0.52);
  });
});
