/** Whatever a bot chooses, a player could have proposed. */

import { describe, expect, it } from 'vitest';
import { teamPlan } from './moves.ts';
import type { TeamPlan } from './match.ts';
import { createRandom } from '../random.ts';
import { checkPlan } from '../../tests/match/check-plan.ts';
import { defaultChoices, rivalChoices, type TeamChoices } from './bot-choices.ts';

function plansOf({ data, scale, 'fine-tune': fineTune, align }: TeamChoices): TeamPlan[] {
  const { verdict, ...training } = align;
  return [
    { stage: 'data', plan: data },
    { stage: 'scale', plan: scale },
    { stage: 'fine-tune', plan: fineTune },
    { stage: 'align', plan: { kind: 'train', ...training } },
    { stage: 'align', plan: { kind: verdict === 'judge' ? 'keep' : verdict } },
  ];
}

function expectAllowed(choices: TeamChoices): void {
  for (const plan of plansOf(choices)) {
    expect(teamPlan.safeParse(plan).success, JSON.stringify(plan)).toBe(true);
    expect(checkPlan(plan, null).ok, JSON.stringify(plan)).toBe(true);
  }
}

describe('default choices', () => {
  it.each([0, 1, 2])('of team %i are what a player could propose', (index) =>
    expectAllowed(defaultChoices(index)),
  );
});

describe('rivals', () => {
  it('choose what a player could propose, whatever chance says', () => {
    for (let seed = 0; seed < 50; seed++) rivalChoices(2, createRandom(seed)).forEach(expectAllowed);
  });

  it('buy different mixtures, and not the same in every match', () => {
    const drawn = Array.from({ length: 20 }, (_, seed) => rivalChoices(2, createRandom(seed)));
    for (const [first, second] of drawn) expect(first?.data.shares).not.toEqual(second?.data.shares);
    expect(new Set(drawn.map((choices) => JSON.stringify(choices))).size).toBeGreaterThan(10);
  });
});
