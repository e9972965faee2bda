/** A lab's model trained again: the same chances give the same model, and a changed decision shows where it must. */

import { expect, it } from 'vitest';
import { withChange } from '../../shared/game/changes.ts';
import { defaultChoices } from '../../shared/game/bot-choices.ts';
import { must } from '../../shared/game/testing.ts';
import { retrain, type RetrainTask } from './retrain.ts';
import { createTexts } from './texts.ts';

const seeds = { world: 1, market: 2, validation: 3, sealed: 4, weights: 5, shards: 6, sampling: 7 };
const texts = createTexts(seeds);
const { data, scale, 'fine-tune': lessons } = defaultChoices(0);
const plans = { data, scale, 'fine-tune': lessons };
const task: RetrainTask = {
  matchId: 'again',
  generation: 1,
  seeds,
  plans,
  budgetFlops: 6e10,
  share: 1 / 2,
  checkpoint: null,
  luck: 1,
  base: null,
};

it('gives the same by the same chances, and nearly the same by others', async () => {
  const first = must(await retrain(texts, task));
  expect(await retrain(texts, task)).toEqual(first);
  const other = must(await retrain(texts, { ...task, luck: 2 }));
  expect(other.bitsPerByte).not.toBe(first.bitsPerByte);
  expect(Math.abs(other.bitsPerByte - first.bitsPerByte)).toBeLessThan(0.2);
});

it('shows that what is never read stays strange', async () => {
  const changed = must(withChange(plans, 'without exercises'));
  const [was, without] = [
    must(await retrain(texts, task)),
    must(await retrain(texts, { ...task, plans: changed })),
  ];
  expect(without.perKind.exercises).toBeGreaterThan(was.perKind.exercises + 0.5);
});
