/** What the page gets from its tools: the same as the server would count, on whole datasets that are kept between questions. */

import { describe, expect, it } from 'vitest';
import { learnTokenizer } from '../../../shared/data/learn-tokenizer.ts';
import { holdOut } from '../../../shared/data/splits.ts';
import { NO_STEPS, pages } from './testing.ts';
import { DataTools } from './data-tools.ts';

const nothing = (): void => undefined;

describe('the leak check', () => {
  it('finds held-out pages with a near copy in training, and none when the plan throws near copies out', async () => {
    const tools = new DataTools();
    const texts = pages(400);
    /* Every fourth page comes again with its last word changed: no copy word for word, so the split may part the two. */
    const edited = texts.filter((_, i) => i % 4 === 0).map((text) => text.replace(/\w+\.$/, 'elsewhere.'));
    await tools.keep('web', [...texts, ...edited]);
    const web = { name: 'web', documents: 500, share: 1, steps: NO_STEPS };
    const shares: number[] = [];
    const dirty = await tools.checkLeaks([web], 0.1, (share) => shares.push(share));
    expect(dirty.heldOut + dirty.train).toBe(500);
    expect(dirty.leaked).toBeGreaterThan(8);
    expect(dirty.leaked).toBeLessThan(dirty.heldOut);
    for (const { heldOut, train, similarity } of dirty.examples) {
      expect(heldOut).not.toBe(train);
      expect(similarity).toBeGreaterThanOrEqual(0.7);
    }
    expect(shares.at(-1)).toBe(1);
    const clean = { ...web, steps: { ...NO_STEPS, similarity: 0.7 } };
    const after = await tools.checkLeaks([clean], 0.1, nothing);
    expect(after.leaked).toBeLessThan(dirty.leaked / 4);
    expect(after.heldOut + after.train).toBeLessThan(420);
  });
});

describe('the drawer', () => {
  it('searches and counts only datasets that are kept, and only so many of their pages', async () => {
    const tools = new DataTools();
    await tools.keep('stories', ['The goat ran.', 'A mill.', 'Two goats.']);
    expect(await tools.search({ name: 'stories', documents: 3 }, 'goat')).toHaveLength(2);
    expect(await tools.search({ name: 'stories', documents: 2 }, 'goat')).toHaveLength(1);
    expect(await tools.countWords({ name: 'stories', documents: 1 }, 1)).toMatchObject({ words: 3 });
    await expect(tools.search({ name: 'web', documents: 1 }, 'goat')).rejects.toThrow('no dataset is kept');
  });
});

it('benches the mixture that the plan leaves, in its shares', async () => {
  const tools = new DataTools();
  await tools.keep('stories', pages(200));
  await tools.keep('web', ['Buy! Buy! Buy now!', ...pages(50)]);
  const mixture = ['stories', 'web'].map((name) => ({ name, documents: 50, share: 0.5, steps: NO_STEPS }));
  const { entries } = await tools.benchTokenizers(
    mixture,
    { sizes: [256, 512], wanted: 'the hen ran home.', heldOutShare: 0.1 },
    nothing,
  );
  expect(entries.map(({ vocabSize }) => vocabSize)).toEqual([256, 512]);
  for (const { cuts } of entries) expect(cuts.join('')).toBe('the hen ran home.');
  /* The very pieces that the model can get: what is held out is learned by no vocabulary. */
  const datasets = mixture.map(({ name, share }) => {
    const texts = name === 'web' ? ['Buy! Buy! Buy now!', ...pages(50)] : pages(200);
    const { train } = holdOut(
      texts.slice(0, 50).map((text) => ({ text })),
      0.1,
    );
    return { share, documents: train };
  });
  const own = learnTokenizer(datasets, 512);
  const pieces = own.encode('the hen ran home.').map((id) => own.tokenText(id));
  expect(entries[1].cuts).toEqual(pieces);
});
