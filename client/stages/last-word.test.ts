/** Who is spoken for by the clock, and when. */

import { describe, expect, it } from 'vitest';
import { lastWordDelay, type Draft } from './last-word.ts';

const END_MS = 100_000;
const silent: Draft = {
  match: { stageEndsAtMs: END_MS, pausedAtMs: null },
  decision: { committed: false, mine: null },
  isWorth: true,
};
const proposal = {
  id: 'p1',
  proposerId: 'ada',
  agreedIds: ['ada'],
  proposed: { stage: 'align', plan: { kind: 'keep' } } as const,
} satisfies NonNullable<Draft['decision']['mine']>;

describe('the last word', () => {
  it('is spoken three seconds before the clock decides, and at once when less is left', () => {
    expect(lastWordDelay(silent, END_MS - 10_000)).toBe(7000);
    expect(lastWordDelay(silent, END_MS - 1000)).toBe(0);
  });

  it.each([
    ['nothing was changed', { ...silent, isWorth: false }],
    ['the lab has decided', { ...silent, decision: { committed: true, mine: null } }],
    ['the player is for a proposal', { ...silent, decision: { committed: false, mine: proposal } }],
    ['there is no clock', { ...silent, match: { stageEndsAtMs: null, pausedAtMs: null } }],
    ['the match is paused', { ...silent, match: { stageEndsAtMs: END_MS, pausedAtMs: 5 } }],
  ])('is not spoken where %s', (_, draft) => expect(lastWordDelay(draft, END_MS - 10_000)).toBeNull());
});
