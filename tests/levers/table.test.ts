import { expect, it } from 'vitest';
import type { Lever } from './lever.ts';
import { resultOf } from './lever.ts';
import { entryFrom, entryOf, tableOf } from './table.ts';

const lever = (name: string, gain: number): Lever => ({
  name,
  question: `Does ${name} help?`,
  arms: { off: 'without', on: 'with' },
  metrics: { taste: 'marks of a taster' },
  claims: [{ metric: 'taste', off: 'off', on: 'on', expected: 'rises' }],
  measure: (seed) => Promise.resolve({ off: { taste: seed }, on: { taste: seed + gain } }),
});

async function entry(name: string, gain: number) {
  const it = lever(name, gain);
  const seeds = [1, 2];
  const measured = await Promise.all(
    seeds.map(async (seed) => ({ seed, measures: await it.measure(seed), seconds: 2 })),
  );
  return entryOf(it, resultOf(it, measured), 'c0de');
}

it('what holds and is chosen is on the board, what does not hold is off it with its figures, or told apart where it can be chosen', async () => {
  const entries = await Promise.all([
    entry('salt', 2),
    entry('heat', 2),
    entry('sand', -2),
    entry('smoke', -2),
  ]);
  const table = tableOf(entries, [1, 2], new Set(['salt', 'smoke']));
  const [, on, unchosen, tooMany, off] =
    /## On the board\n([^]*)## True[^\n]*\n([^]*)## A claim too many\n([^]*)## Off the board\n([^]*)## What was compared/.exec(
      table,
    ) ?? [];
  expect(on).toContain(
    '| `salt` | taste | off -> on | 1.500 | 3.500 | +2.000 (+2.000 to +2.000) | rises | 2.0 | c0de |',
  );
  expect(on).not.toMatch(/sand|heat|smoke/);
  expect(unchosen).toContain('| `heat` | taste |');
  expect(tooMany).toContain('| `smoke` | taste |');
  expect(off).not.toContain('smoke');
  expect(off).toContain(
    '| `sand` | taste | off -> on | 1.500 | -0.500 | -2.000 (-2.000 to -2.000) | rises, **but does not** |',
  );
  expect(table).toContain('2 of 4 levers hold on the seeds 1, 2');
});

it('a lever that this machine has not measured stays in the table as it stands', async () => {
  const entries = await Promise.all([entry('salt', 2), entry('sand', -2)]);
  const table = tableOf(entries, [1, 2], new Set(['salt']));
  const again = entries.map(({ lever: one }) => entryFrom(table, one));
  expect(again).toEqual(entries);
  expect(entryFrom(table, lever('heat', 2))).toBeNull();
});
