/** The auction's archive is fresh, and twice as much as the whole dataset. */

import { describe, expect, it } from 'vitest';
import { LOT_KINDS } from '../../shared/game/stages/data/state.ts';
import { bytesOf } from '../../shared/game/stages/data/plan.ts';
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
});
