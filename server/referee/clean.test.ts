/** The server cleans bought text by the plan and by its own classifier, and training sees what is left. */

import { describe, expect, it } from 'vitest';
import { takeBytes } from '../../shared/data/take-bytes.ts';
import { NO_CLEANING, type Cleaning } from '../../shared/game/stages/data/cleaning.ts';
import { DEFAULT_DATA_PLAN } from '../../shared/game/stages/data/plan.ts';
import type { SettledLabel } from '../../shared/game/stages/data/labels.ts';
import { cleanBought, type CleanedDatasets } from './clean.ts';
import { itemAt } from './item-at.ts';
import { prepareModel } from './prepare.ts';
import { createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const texts = createTexts(seeds);
const isProse = (text: string): boolean => !/[|<>{}&[\]]|!!!|CHEAP|cookies/.test(text);
const labels: SettledLabel[] = texts.market.web
  .slice(0, 90)
  .map(({ text }, index) => ({ kind: 'web', number: index + 1, keep: isProse(text) }));
const bought = (['web', 'stories', 'posts'] as const).map((kind) => ({
  kind,
  documents: takeBytes(texts.market[kind], 100_000),
}));

const clean = (cleaning: Partial<Cleaning>): CleanedDatasets<(typeof bought)[number]> =>
  cleanBought(texts, bought, {
    data: { ...DEFAULT_DATA_PLAN, cleaning: { ...NO_CLEANING, ...cleaning } },
    labels,
  });

describe('bought datasets', () => {
  it('stay as they are without cleaning', () => {
    const { datasets, outcome } = clean({});
    expect(datasets).toEqual(bought);
    expect(
      outcome.datasets.map(({ kind, tossed, copies, masked }) => [kind, tossed, copies, masked]),
    ).toEqual([
      ['web', 0, 0, 0],
      ['stories', 0, 0, 0],
      ['posts', 0, 0, 0],
    ]);
  });

  it('lose copies, which the web is full of and stories have few of', () => {
    const { datasets } = clean({ similarity: 0.8 }).outcome;
    const [web, stories] = [itemAt(datasets, 0), itemAt(datasets, 1)];
    expect(web.copies / web.documents).toBeGreaterThan(0.15);
    expect(stories.copies / stories.documents).toBeLessThan(0.05);
    expect(web.bytesLeft).toBeLessThan(web.bytes);
  });

  it('are filtered by labels where the team gave some, and left alone where it gave none', () => {
    const { datasets, outcome } = clean({ quality: 0.5 });
    const [web, stories, posts] = [itemAt(datasets, 0), itemAt(datasets, 1), itemAt(datasets, 2)];
    expect(web.documents.filter(({ text }) => isProse(text)).length / web.documents.length).toBeGreaterThan(
      0.9,
    );
    expect(outcome.datasets[0]?.tossed).toBeGreaterThan(100);
    expect(stories.documents).toEqual(bought[1]?.documents);
    expect(posts.documents).toEqual(bought[2]?.documents);
  });

  it('tell how many true secrets the masks found, and which they missed', () => {
    const letters = [{ kind: 'letters' as const, documents: takeBytes(texts.market.letters, 60_000) }];
    const secretsWith = (scrub: boolean) =>
      cleanBought(texts, letters, { data: { ...DEFAULT_DATA_PLAN, cleaning: { ...NO_CLEANING, scrub } } })
        .outcome.secrets;
    const open = secretsWith(false);
    expect(open?.told).toBeGreaterThan(100);
    expect(open?.left).toBe(open?.told);
    expect(open?.examples).toHaveLength(3);
    const masked = secretsWith(true);
    expect(masked?.told).toBe(open?.told);
    expect(masked?.left).toBeLessThan((open?.told ?? 0) * 0.05);
    expect(clean({ scrub: true }).outcome.secrets).toBeNull();
  });

  it('are searched for pages of the tests', () => {
    const [first, second] = [itemAt(texts.sealed.texts.stories, 0), itemAt(texts.sealed.texts.stories, 1)];
    const stories = itemAt(bought, 1);
    const near = { ...second, text: `${second.text} (seen at the market)` };
    const honest = clean({}).outcome.leaks;
    expect(honest?.exact).toBe(0);
    const leaking = [{ ...stories, documents: [...stories.documents, first, near] }];
    const found = cleanBought(texts, leaking, { data: DEFAULT_DATA_PLAN }).outcome.leaks;
    const before = cleanBought(texts, [stories], { data: DEFAULT_DATA_PLAN }).outcome.leaks;
    expect(found?.exact).toBe(1);
    expect(found?.near).toBe((before?.near ?? 0) + 1);
    expect(found?.documents).toBe(honest?.documents);
  });

  it('survive labels of documents that are not there', () => {
    const data = { ...DEFAULT_DATA_PLAN, cleaning: { ...NO_CLEANING, quality: 0.5 } };
    const stray = [...labels, { kind: 'web', number: 999_999, keep: true } as const];
    expect(cleanBought(texts, bought, { data, labels: stray })).toEqual(clean({ quality: 0.5 }));
  });
});

it('a model is prepared from what is left, and the team is told what went', async () => {
  const scale = { size: 'tiny', contextLength: 32 } as const;
  const task = { matchId: 'CLEAN1', generation: 1, seeds, scale, budgetFlops: 1e9, labels, checkpoint: null };
  const raw = await prepareModel(texts, { ...task, data: DEFAULT_DATA_PLAN });
  const cleaning = { similarity: 0.8, quality: 0.5, scrub: true };
  const cleaned = await prepareModel(texts, {
    ...task,
    data: { ...DEFAULT_DATA_PLAN, cleaning, heldOutShare: 0.1 },
  });
  const webOf = ({ prepared }: typeof raw) =>
    prepared.datasets.find(({ kind }) => kind === 'web')?.tokens ?? 0;
  expect(webOf(cleaned)).toBeLessThan(webOf(raw) * 0.8);
  const report = cleaned.prepared.cleaning.datasets.find(({ kind }) => kind === 'web');
  expect(report?.tossed).toBeGreaterThan(50);
  expect(report?.copies).toBeGreaterThan(50);
  expect(raw.prepared.cleaning.datasets.every(({ bytes, bytesLeft }) => bytes === bytesLeft)).toBe(true);
  /* Of what cleaning leaves, the team's share is held out; some of it, of all kinds, is what the referee scores. */
  const heldOutShare = ({
    prepared: {
      heldOutDocuments,
      cleaning: { datasets },
    },
  }: typeof raw) =>
    heldOutDocuments /
    datasets.reduce((sum, { documents, tossed, copies }) => sum + documents - tossed - copies, 0);
  expect(heldOutShare(raw)).toBeGreaterThan(0.015);
  expect(heldOutShare(raw)).toBeLessThan(0.025);
  expect(heldOutShare(cleaned)).toBeGreaterThan(0.09);
  expect(heldOutShare(cleaned)).toBeLessThan(0.11);
  const bytes = raw.heldOut.reduce((sum, { text }) => sum + text.length, 0);
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(8_000);
  expect(new Set(raw.heldOut.map(({ kind }) => kind)).size).toBe(6);
});
