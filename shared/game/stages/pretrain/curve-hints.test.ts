import { describe, expect, it } from 'vitest';
import { SCORED_KINDS, type ScoredKind } from '../../../world/document.ts';
import { curveHints } from './curve-hints.ts';
import type { CurvePoint } from '../../match.ts';

const READ: ScoredKind[] = ['stories', 'questions'];

/** A curve of one score a round, 1000 tokens apart; kinds that are not told are as surprising as the mean. */
function curve(
  bits: readonly number[],
  train: readonly number[],
  kinds: Partial<Record<ScoredKind, readonly number[]>> = {},
): CurvePoint[] {
  return bits.map((bitsPerByte, i) => ({
    tokens: i * 1000,
    trainLoss: i === 0 ? null : (train[i] ?? null),
    bitsPerByte,
    perKind: Object.fromEntries(
      SCORED_KINDS.map((kind) => [kind, kinds[kind]?.[i] ?? bitsPerByte]),
    ) as Record<ScoredKind, number>,
  }));
}

const hintsOf = (points: CurvePoint[], total = 12_000) =>
  curveHints({ curve: points, tokensUsed: points.at(-1)?.tokens ?? 0, tokensTotal: total }, READ);

const FALLING = [4, 3, 2.5, 2.2, 2, 1.9, 1.82, 1.76];

describe('a curve', () => {
  it('that falls, as it should, says nothing', () => {
    expect(hintsOf(curve(FALLING, FALLING))).toEqual([]);
  });

  it('of which nothing is measured yet says nothing', () => {
    expect(hintsOf([])).toEqual([]);
    expect(hintsOf(curve([4], [4]))).toEqual([]);
  });

  it('that turns up while training goes on falling is learning by heart, since the turn', () => {
    const bits = [4, 3, 2.5, 2.2, 2.1, 2.15, 2.2, 2.3];
    expect(hintsOf(curve(bits, FALLING))).toEqual([
      { kind: 'by-heart', rise: expect.closeTo(0.2), tokens: 4000 },
    ]);
  });

  it('with one worse score is not called learning by heart yet', () => {
    expect(hintsOf(curve([4, 3, 2.5, 2.2, 2.1, 2.2], FALLING))).toEqual([]);
  });

  it('that rises only for a kind never read names that kind', () => {
    const web = [4, 3.6, 3.4, 3.3, 3.5, 3.7, 3.8, 4];
    expect(hintsOf(curve(FALLING, FALLING, { web }))).toEqual([
      { kind: 'unread', corpus: 'web', rise: expect.closeTo(0.7) },
    ]);
  });

  it('whose mean rises only through a kind never read is not called learning by heart', () => {
    const web = [4, 3.6, 3.4, 3.3, 6, 8, 10, 12];
    const mean = FALLING.map((bits, i) => bits + (i > 3 ? i / 4 : 0));
    const points = curve(mean, FALLING, { web, stories: FALLING, questions: FALLING });
    expect(hintsOf(points)[0]).toMatchObject({ kind: 'unread' });
    expect(hintsOf(points).some(({ kind }) => kind === 'by-heart')).toBe(false);
  });

  it('whose newest round jumps up has a spike', () => {
    const train = [4, 3, 2.5, 2.2, 2, 1.9, 1.82, 2.6];
    expect(hintsOf(curve(FALLING, train))).toEqual([{ kind: 'spike', share: expect.closeTo(0.368, 2) }]);
  });

  it('that is flat in the middle of the run has stalled; near its end it is only done', () => {
    const flat = [4, 3, 2.5, 2.2, 2.199, 2.198, 2.198, 2.197];
    expect(hintsOf(curve(flat, flat))).toEqual([
      { kind: 'stall', share: expect.closeTo(0.0005, 3), tokens: 4000 },
    ]);
    expect(hintsOf(curve(flat, flat), 7_000)).toEqual([]);
  });
});
